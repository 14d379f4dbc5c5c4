import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { DiscordError, refuse } from '../discord-error.ts';
import { ExchangeError } from '../exchange.ts';
import type { Json } from '../validate/json.ts';
import { INTERACTION } from '../validate/limits.ts';
import { describeProblems } from '../validate/problem.ts';
import type { SentFile } from '../world/compose.ts';
import type { Act, OpenInteraction } from './open-interaction.ts';
import { type Means, respond } from './respond.ts';

export interface InteractionsOptions extends Means {
  readonly clock: Clock;
  readonly snowflake: () => string;
  /** Milliseconds that a deferred response may take. */
  readonly patience: number;
  /** Delivers INTERACTION_CREATE; false when no bot is there. */
  readonly deliver: (interaction: OpenInteraction) => boolean;
}

/** Interactions whose tokens are remembered; beyond that the oldest are forgotten early. */
const REMEMBERED = 10_000;

/** The life of interactions: made, delivered, answered once within 3 s, followed up for 15 minutes. */
export class Interactions {
  readonly #options: InteractionsOptions;
  /** By id, oldest first. */
  readonly #open = new Map<string, OpenInteraction>();
  readonly #byToken = new Map<string, OpenInteraction>();
  /** How many interactions to come are out of time from the start: a fault for tests. */
  expireNext = 0;

  constructor(options: InteractionsOptions) {
    this.#options = options;
  }

  get(id: string): OpenInteraction | undefined {
    return this.#open.get(id);
  }

  /**
   * Lets the bot know of an act and waits for its whole response.
   *
   * @throws ExchangeError `offline`, `no_answer`, `refused`, `unfinished`
   */
  async begin(act: Act): Promise<OpenInteraction> {
    const { clock, deliver } = this.#options;
    this.#sweep();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const interaction = this.#make(act, (error) => (error ? reject(error) : resolve()));
    const cancel = clock.after(INTERACTION.firstResponse, () => this.#giveUp(interaction));
    if (!deliver(interaction)) {
      const message = 'The bot is not connected, so it cannot answer.';
      interaction.settle(new ExchangeError('offline', message));
    }
    try {
      await promise;
    } finally {
      cancel();
    }
    return interaction;
  }

  #make(act: Act, settle: OpenInteraction['settle']): OpenInteraction {
    const { clock, snowflake } = this.#options;
    const expired = this.expireNext > 0;
    if (expired) this.expireNext -= 1;
    const id = snowflake();
    const interaction: OpenInteraction = {
      ...act,
      id,
      token: makeToken(id),
      createdAt: clock.now(),
      expired,
      responded: false,
      deferred: false,
      updated: false,
      deleted: false,
      followUps: [],
      sent: [],
      settle,
    };
    this.#open.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    return interaction;
  }

  /** Forgets those whose tokens have expired. */
  #sweep(): void {
    for (const interaction of this.#open.values()) {
      if (this.#alive(interaction) && this.#open.size < REMEMBERED) return;
      this.#open.delete(interaction.id);
      this.#byToken.delete(interaction.token);
    }
  }

  #alive({ createdAt }: OpenInteraction): boolean {
    return this.#options.clock.now() - createdAt < INTERACTION.token;
  }

  /** Three seconds are over. */
  #giveUp(interaction: OpenInteraction): void {
    if (interaction.responded) return;
    interaction.expired = true;
    const { refusal } = interaction;
    interaction.settle(
      refusal
        ? refused(refusal)
        : new ExchangeError('no_answer', 'The application did not respond.'),
    );
  }

  /**
   * The first response: POST /interactions/{id}/{token}/callback.
   *
   * @throws DiscordError 10062, 40060, and what {@link respond} throws
   */
  callback(id: string, token: string, body: Json, files: readonly SentFile[]): OpenInteraction {
    const interaction = this.#open.get(id);
    if (!interaction || interaction.token !== token) throw refuse('unknownInteraction');
    if (interaction.responded) throw refuse('alreadyAcknowledged');
    if (interaction.expired) {
      this.#giveUp(interaction);
      throw refuse('unknownInteraction');
    }
    interaction.sent.push(body);
    try {
      respond(this.#options, interaction, body, files);
    } catch (error) {
      if (error instanceof DiscordError) interaction.refusal = error;
      throw error;
    }
    interaction.responded = true;
    if (interaction.deferred) this.#awaitCompletion(interaction);
    else interaction.settle();
    return interaction;
  }

  #awaitCompletion(interaction: OpenInteraction): void {
    const { clock, patience } = this.#options;
    const { settle } = interaction;
    const cancel = clock.after(patience, () => {
      const { refusal } = interaction;
      const message = 'The bot deferred its answer and never finished it.';
      settle(refusal ? refused(refusal) : new ExchangeError('unfinished', message));
    });
    interaction.settle = (error) => {
      cancel();
      settle(error);
    };
  }

  /**
   * The interaction of a webhook token, once it has had its first response.
   *
   * @throws DiscordError 10015, 50027
   */
  ofToken(applicationId: string, token: string): OpenInteraction {
    if (applicationId !== this.#options.world.botId) throw refuse('unknownWebhook');
    const interaction = this.#byToken.get(token);
    if (!interaction || !this.#alive(interaction)) throw refuse('invalidWebhookToken');
    if (!interaction.responded) throw refuse('unknownWebhook');
    return interaction;
  }
}

/** As long as Discord's, and as hard to guess; UUIDs come from a pool and cost next to nothing. */
const makeToken = (id: string): string =>
  Buffer.from(`interaction:${id}:${randomUUID()}${randomUUID()}`).toString('base64url');

function refused(refusal: DiscordError): ExchangeError {
  const { message, code, errors } = refusal;
  const what = errors ? describeProblems(errors).join('; ') : message;
  const sentence = `Discord refused the bot's answer: ${what} (${code})`;
  return new ExchangeError('refused', sentence, refusal.toJSON());
}
