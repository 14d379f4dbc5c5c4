import type {
  APIMessage,
  APIModalInteractionResponseCallbackData,
  InteractionType,
} from 'discord-api-types/v10';

/** What a member did (one interaction) and what the bot made of it. */
export interface Exchange {
  readonly interactionId: string;
  readonly type: InteractionType;
  /** What was used: a command's name, or the custom id of a component or modal. */
  readonly used: string;
  /** The message that answers: new, or the component's own when it was updated in place. */
  readonly message?: APIMessage;
  readonly modal?: APIModalInteractionResponseCallbackData;
  /** Only the member who asked can see `message`. */
  readonly ephemeral: boolean;
  /** The first response was a deferral (types 5 and 6). */
  readonly deferred: boolean;
  /** `message` is the message the component is on, changed in place. */
  readonly updated: boolean;
  /** The answer was deleted by the bot before the exchange was over. */
  readonly deleted: boolean;
  /** Further messages sent with this interaction's token; grows while the token lives. */
  readonly followUps: readonly APIMessage[];
  /** The bodies the bot sent, in order, exactly as they came. */
  readonly sent: readonly unknown[];
}

/** Why an interaction came to nothing. `message` is one sentence for a person to read. */
export type ExchangeFailure =
  /** No such command, option, message or component for this member here. */
  | 'not_possible'
  /** The bot has no live gateway connection. */
  | 'offline'
  /** No first response within 3 s ("The application did not respond"). */
  | 'no_answer'
  /** Deferred, then never completed. */
  | 'unfinished'
  /** The bot answered with something Discord refuses; `body` holds the refusal. */
  | 'refused';

export class ExchangeError extends Error {
  readonly reason: ExchangeFailure;
  /** Discord's error body where the bot's answer was refused. */
  readonly body?: unknown;

  constructor(reason: ExchangeFailure, message: string, body?: unknown) {
    super(message);
    this.name = 'ExchangeError';
    this.reason = reason;
    this.body = body;
  }
}
