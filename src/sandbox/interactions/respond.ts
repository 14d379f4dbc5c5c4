import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  InteractionType,
  MessageFlags,
  InteractionResponseType as ResponseType,
} from 'discord-api-types/v10';
import { DiscordError, invalidFormBody, refuse } from '../discord-error.ts';
import type { MessageWriter } from '../message-writer.ts';
import { autocompleteData } from '../validate/autocomplete.ts';
import { asArray, asNumber, asObject, type Json } from '../validate/json.ts';
import { modal as modalRule } from '../validate/modal.ts';
import { problem, type Rule } from '../validate/problem.ts';
import { optional, shape } from '../validate/rules.ts';
import type { SentFile } from '../world/compose.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { originalMetadata } from './metadata.ts';
import type { OpenInteraction } from './open-interaction.ts';

export interface Means {
  readonly world: World;
  readonly writer: MessageWriter;
}

const optionalObject = optional(shape({}));

/** Which response types each interaction type may be answered with. */
const ALLOWED: Readonly<Record<number, readonly ResponseType[]>> = {
  [InteractionType.ApplicationCommand]: [4, 5, 9],
  [InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
  [InteractionType.ApplicationCommandAutocomplete]: [8],
  [InteractionType.ModalSubmit]: [4, 5, 6, 7],
};

/**
 * Carries out the first response to an interaction.
 *
 * @throws DiscordError 50035 (paths below `data`), 50006, 40005, 10008
 */
export function respond(
  means: Means,
  interaction: OpenInteraction,
  body: Json,
  files: readonly SentFile[],
): void {
  const type = asNumber(body.type);
  const allowed = ALLOWED[interaction.type] ?? [];
  if (type === undefined || !allowed.includes(type)) throw badType(allowed);
  const misshapen = optionalObject(body.data);
  if (misshapen) throw invalidFormBody({ data: misshapen });
  try {
    carryOut(means, interaction, type, asObject(body.data), files);
  } catch (error) {
    if (error instanceof DiscordError && error.errors)
      throw invalidFormBody({ data: error.errors });
    throw error;
  }
}

function carryOut(
  { world, writer }: Means,
  interaction: OpenInteraction,
  type: ResponseType,
  data: Json,
  files: readonly SentFile[],
): void {
  const origin = { onlyFor: interaction.userId, extra: originalMetadata(world, interaction) };
  switch (type) {
    case ResponseType.ChannelMessageWithSource:
      interaction.original = writer.write(interaction.place, data, files, origin);
      return;
    case ResponseType.DeferredChannelMessageWithSource: {
      // A deferral may set this flag alone.
      const ephemeral = (asNumber(data.flags) ?? 0) & MessageFlags.Ephemeral;
      const flags = ephemeral | MessageFlags.Loading;
      interaction.original = writer.placeholder(interaction.place, flags, origin);
      interaction.deferred = true;
      return;
    }
    case ResponseType.DeferredMessageUpdate:
      interaction.original = updatable(writer, interaction);
      interaction.deferred = true;
      interaction.updated = true;
      return;
    case ResponseType.UpdateMessage:
      writer.edit(updatable(writer, interaction), data, files);
      interaction.original = updatable(writer, interaction);
      interaction.updated = true;
      return;
    case ResponseType.ApplicationCommandAutocompleteResult:
      obey(autocompleteData(focusedType(interaction)), data);
      interaction.choices = asArray(data.choices).filter((choice) => choice !== null);
      return;
    case ResponseType.Modal:
      obey(modalRule, data);
      interaction.modal = data as unknown as APIModalInteractionResponseCallbackData;
      return;
    default:
      throw badType([]);
  }
}

/** The message that a component is on; a modal opened by a command has none. */
function updatable(writer: MessageWriter, { origin }: OpenInteraction): StoredMessage {
  if (!origin) throw badType([ResponseType.ChannelMessageWithSource]);
  if (!writer.exists(origin)) throw refuse('unknownMessage');
  return origin;
}

function obey(rule: Rule, data: Json): void {
  const errors = rule(data);
  if (errors) throw invalidFormBody(errors);
}

const badType = (allowed: readonly number[]): DiscordError =>
  invalidFormBody({
    type: problem('BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`),
  });

/** The type of the option that is being typed: its choices' values must be of it. */
function focusedType({ data }: OpenInteraction): number {
  let options = asArray(asObject(data).options).map(asObject);
  while (options.length > 0) {
    const focused = options.find((option) => option.focused === true);
    if (focused) return asNumber(focused.type) ?? ApplicationCommandOptionType.String;
    options = options.flatMap((option) => asArray(option.options).map(asObject));
  }
  return ApplicationCommandOptionType.String;
}
