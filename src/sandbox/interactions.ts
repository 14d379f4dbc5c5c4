import { randomBytes } from 'node:crypto';
import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
  MessageType,
  InteractionResponseType as ResponseType,
} from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import { DiscordError, invalidFormBody, refuse } from './discord-error.ts';
import { type Exchange, ExchangeError } from './exchange.ts';
import type { MessageWriter } from './message-writer.ts';
import { autocompleteData } from './validate/autocomplete.ts';
import { asArray, asNumber, asObject, type Json } from './validate/json.ts';
import { INTERACTION } from './validate/limits.ts';
import { modal as modalRule } from './validate/modal.ts';
import { problem, type Rule } from './validate/problem.ts';
import type { SentFile } from './world/compose.ts';
import type { StoredMessage } from './world/messages.ts';
import type { Place, World } from './world/world.ts';

/** What a member did, before the bot hears of it. */
export interface Act {
  readonly type: InteractionType;
  readonly userId: string;
  readonly place: Place;
  readonly used: string;
  readonly data: object;
  /** The message that a component or a modal came from. */
  readonly origin?: StoredMessage;
}

/** One interaction and how far the bot has come with it. */
export interface OpenInteraction extends Act {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  /** The first response came too late or never. */
  expired: boolean;
  responded: boolean;
  deferred: boolean;
  updated: boolean;
  deleted: boolean;
  /** What `@original` means. */
  original?: StoredMessage;
  modal?: APIModalInteractionResponseCallbackData;
  choices?: readonly unknown[];
  refusal?: DiscordError;
  readonly followUps: StoredMessage[];
  readonly sent: unknown[];
  settle: (error?: ExchangeError) => void;
}

export interface InteractionsOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly snowflake: () => string;
  readonly writer: MessageWriter;
  /** Milliseconds that a deferred response may take. */
  readonly patience: number;
  /** Delivers INTERACTION_CREATE; false when no bot is there. */
  readonly deliver: (interaction: OpenInteraction) => boolean;
}

/** Ephemeral, and nothing else, may be set by a deferral. */
const DEFERRABLE = MessageFlags.Ephemeral;

/** The life of interactions: made, delivered, answered once within 3 s, followed up for 15 minutes. */
export class Interactions {
  readonly #options: InteractionsOptions;
  readonly #byId = new Map<string, OpenInteraction>();
  readonly #byToken = new Map<string, OpenInteraction>();
  /** Interactions that are to be out of time at once, for tests. */
  expireNext = 0;

  constructor(options: InteractionsOptions) {
    this.#options = options;
  }

  get(id: string): OpenInteraction | undefined {
    return this.#byId.get(id);
  }

  /** Lets the bot know of an act and waits for its whole response. @throws ExchangeError */
  async begin(act: Act): Promise<OpenInteraction> {
    const { clock, snowflake, deliver } = this.#options;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const interaction: OpenInteraction = {
      ...act,
      id: snowflake(),
      token: randomBytes(48).toString('base64url'),
      createdAt: clock.now(),
      expired: false,
      responded: false,
      deferred: false,
      updated: false,
      deleted: false,
      followUps: [],
      sent: [],
      settle: (error) => (error ? reject(error) : resolve()),
    };
    if (this.expireNext > 0) {
      this.expireNext -= 1;
      interaction.expired = true;
    }
    this.#byId.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    clock.after(INTERACTION.token, () => {
      this.#byId.delete(interaction.id);
      this.#byToken.delete(interaction.token);
    });
    const cancel = clock.after(INTERACTION.firstResponse, () => this.#giveUp(interaction));
    if (!deliver(interaction)) {
      interaction.settle(
        new ExchangeError('offline', 'The bot is not connected, so it cannot answer.'),
      );
    }
    try {
      await promise;
    } finally {
      cancel();
    }
    return interaction;
  }

  #giveUp(interaction: OpenInteraction): void {
    if (interaction.responded) return;
    interaction.expired = true;
    const { refusal } = interaction;
    interaction.settle(
      refusal
        ? new ExchangeError(
            'refused',
            `Discord refused the bot's answer: ${refusal.message} (${refusal.code}).`,
            refusal.toJSON(),
          )
        : new ExchangeError('no_answer', 'The application did not respond.'),
    );
  }

  /** POST /interactions/{id}/{token}/callback. @throws ApiError */
  callback(id: string, token: string, body: Json, files: readonly SentFile[]): OpenInteraction {
    const interaction = this.#byId.get(id);
    if (!interaction || interaction.token !== token || interaction.expired)
      throw refuse('unknownInteraction');
    if (interaction.responded) throw refuse('alreadyAcknowledged');
    interaction.sent.push(body);
    try {
      this.#respond(interaction, asNumber(body.type) ?? 0, asObject(body.data), files);
    } catch (error) {
      if (error instanceof DiscordError) interaction.refusal = error;
      throw error;
    }
    interaction.responded = true;
    if (!interaction.deferred) interaction.settle();
    else this.#await(interaction);
    return interaction;
  }

  #await(interaction: OpenInteraction): void {
    this.#options.clock.after(this.#options.patience, () =>
      interaction.settle(
        new ExchangeError('unfinished', 'The bot deferred its answer and never finished it.'),
      ),
    );
  }

  #respond(
    interaction: OpenInteraction,
    type: ResponseType,
    data: Json,
    files: readonly SentFile[],
  ): void {
    const { origin } = interaction;
    const autocomplete = interaction.type === InteractionType.ApplicationCommandAutocomplete;
    if (autocomplete !== (type === ResponseType.ApplicationCommandAutocompleteResult))
      throw badType();
    switch (type) {
      case ResponseType.ChannelMessageWithSource:
        interaction.original = this.#write(interaction, data, files);
        return;
      case ResponseType.DeferredChannelMessageWithSource: {
        const flags = ((asNumber(data.flags) ?? 0) & DEFERRABLE) | MessageFlags.Loading;
        interaction.original = this.#loading(interaction, flags);
        interaction.deferred = true;
        return;
      }
      case ResponseType.DeferredMessageUpdate:
        if (!origin) throw badType();
        interaction.original = origin;
        interaction.deferred = true;
        interaction.updated = true;
        return;
      case ResponseType.UpdateMessage:
        if (!origin) throw badType();
        this.#options.writer.edit(origin, data, files);
        interaction.original = origin;
        interaction.updated = true;
        return;
      case ResponseType.ApplicationCommandAutocompleteResult:
        obey(autocompleteData(focusedType(interaction)), data);
        interaction.choices = asArray(data.choices);
        return;
      case ResponseType.Modal: {
        if (interaction.type === InteractionType.ModalSubmit) throw badType();
        obey(modalRule, data);
        interaction.modal = data as unknown as APIModalInteractionResponseCallbackData;
        return;
      }
      default:
        throw badType();
    }
  }

  #write(interaction: OpenInteraction, data: Json, files: readonly SentFile[]): StoredMessage {
    return this.#options.writer.write(interaction.place, data, files, {
      onlyFor: interaction.userId,
      extra: this.#metadata(interaction),
    });
  }

  #loading(interaction: OpenInteraction, flags: number): StoredMessage {
    return this.#options.writer.placeholder(interaction.place, flags, {
      onlyFor: interaction.userId,
      extra: this.#metadata(interaction),
    });
  }

  /** What a message says of the interaction it answers. */
  #metadata(interaction: OpenInteraction): Partial<APIMessage> {
    const user = this.#options.world.user(interaction.userId);
    if (!user) return {};
    const command = interaction.type === InteractionType.ApplicationCommand;
    const onMessage = asNumber(asObject(interaction.data).type) === 3;
    const { origin } = interaction;
    return {
      type: command && !onMessage ? MessageType.ChatInputCommand : MessageType.Default,
      webhook_id: this.#options.world.botId,
      application_id: this.#options.world.botId,
      interaction_metadata: {
        id: interaction.id,
        type: interaction.type,
        user,
        authorizing_integration_owners: {},
        ...(command && { name: interaction.used }),
        ...(origin && { interacted_message_id: origin.message.id }),
      } as unknown as APIMessage['interaction_metadata'],
      ...(origin &&
        !command && {
          message_reference: {
            channel_id: origin.message.channel_id,
            message_id: origin.message.id,
          },
        }),
    } as Partial<APIMessage>;
  }

  /** The interaction of a webhook token. @throws ApiError 10015, 50027 */
  ofToken(applicationId: string, token: string): OpenInteraction {
    if (applicationId !== this.#options.world.botId) throw refuse('unknownWebhook');
    const interaction = this.#byToken.get(token);
    if (!interaction) throw refuse('invalidWebhookToken');
    return interaction;
  }

  /** A message of this interaction: `@original` or a follow-up. @throws ApiError 10008, 10015 */
  message(interaction: OpenInteraction, id: string): StoredMessage {
    if (!interaction.responded) throw refuse('unknownWebhook');
    const { original, followUps } = interaction;
    const stored =
      id === '@original' || id === original?.message.id
        ? original
        : followUps.find(({ message }) => message.id === id);
    if (!stored || (stored === original && interaction.deleted)) throw refuse('unknownMessage');
    return stored;
  }

  editMessage(
    interaction: OpenInteraction,
    id: string,
    body: Json,
    files: readonly SentFile[],
  ): StoredMessage {
    const stored = this.message(interaction, id);
    interaction.sent.push(body);
    this.#options.writer.edit(stored, body, files);
    if (stored === interaction.original && interaction.deferred) interaction.settle();
    return stored;
  }

  deleteMessage(interaction: OpenInteraction, id: string): void {
    const stored = this.message(interaction, id);
    this.#options.writer.remove(stored);
    if (stored !== interaction.original) return;
    interaction.deleted = true;
    interaction.settle();
  }

  followUp(interaction: OpenInteraction, body: Json, files: readonly SentFile[]): StoredMessage {
    if (!interaction.responded) throw refuse('unknownWebhook');
    const { original } = interaction;
    // Discord lets the first follow-up of a deferred answer fill it.
    if (
      interaction.deferred &&
      original &&
      ((original.message.flags ?? 0) & MessageFlags.Loading) !== 0
    ) {
      return this.editMessage(interaction, '@original', body, files);
    }
    interaction.sent.push(body);
    const stored = this.#write(interaction, body, files);
    interaction.followUps.push(stored);
    return stored;
  }
}

/** @throws DiscordError 50035 when a response's data breaks a rule */
function obey(rule: Rule, data: Json): void {
  const errors = rule(data);
  if (errors) throw invalidFormBody({ data: errors });
}

const badType = (): DiscordError =>
  invalidFormBody({
    type: problem('BASE_TYPE_CHOICES', 'This response type cannot be used here.'),
  });

/** The type of the option that is being typed: its choices' values must be of it. */
function focusedType({ data }: OpenInteraction): number {
  const options = asArray(asObject(data).options).map(asObject);
  const all = options.flatMap((option) => [option, ...asArray(option.options).map(asObject)]);
  const deep = all.flatMap((option) => [option, ...asArray(option.options).map(asObject)]);
  return asNumber(deep.find(({ focused }) => focused === true)?.type) ?? 3;
}

/** The exchange as the member's side sees it. */
export function exchangeOf(interaction: OpenInteraction): Exchange {
  const { original, modal, followUps } = interaction;
  return {
    interactionId: interaction.id,
    type: interaction.type,
    used: interaction.used,
    ...(original && !interaction.deleted && { message: original.message }),
    ...(modal && { modal }),
    ephemeral: ((original?.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    deferred: interaction.deferred,
    updated: interaction.updated,
    deleted: interaction.deleted,
    get followUps() {
      return followUps.map(({ message }) => message);
    },
    sent: interaction.sent,
  };
}
