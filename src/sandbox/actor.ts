import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIUser,
} from 'discord-api-types/v10';
import type { Exchange } from './exchange.ts';

/** A file a member attaches. */
export interface UploadedFile {
  readonly filename: string;
  readonly data: Uint8Array;
  readonly contentType?: string;
}

/** The value of a command option; users, channels and roles by id. */
export type OptionValue = string | number | boolean | UploadedFile;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** Which subcommand of a command. */
export interface Subcommand {
  readonly group?: string;
  readonly subcommand?: string;
}

/** A modal's answers: a text by custom id, or the values of a select. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

/** What this member sees happen in this channel. */
export type ActorEvent =
  | { readonly type: 'message'; readonly message: APIMessage }
  | { readonly type: 'messageUpdate'; readonly message: APIMessage }
  | { readonly type: 'messageDelete'; readonly messageId: string }
  | { readonly type: 'typing'; readonly userId: string }
  /** Commands, members, guilds or the bot's presence changed: read them again. */
  | { readonly type: 'state' };

/** A message the member wrote. */
export interface Said {
  readonly message: APIMessage;
  /**
   * The bot's first message after it in the channel (already there or still to come).
   *
   * @param withinMs - how long to wait, 3000 by default
   * @throws ExchangeError `no_answer`
   */
  reply(withinMs?: number): Promise<APIMessage>;
}

/**
 * A member in a channel, or in the direct message with the bot, who does what a Discord user can.
 * Everything that can fail throws an {@link ExchangeError} whose message is one readable sentence.
 */
export interface Actor {
  readonly user: APIUser;
  readonly channelId: string;
  /** Undefined in a direct message. */
  readonly guildId: string | undefined;

  /** The commands this member can use here: contexts, permissions, guild's own before global. */
  commands(): readonly APIApplicationCommand[];
  /**
   * Uses a slash command and waits for its whole response (a deferred one until it is edited).
   * Checks what Discord's client checks: required options, types, choices, ranges.
   */
  run(name: string, options?: OptionValues, where?: Subcommand): Promise<Exchange>;
  /** The same from a typed line: `/soundtrack Drive view:tracks`. */
  runLine(line: string): Promise<Exchange>;
  /** The choices offered while `focused` holds `partial` and the other options hold `options`. */
  autocomplete(
    name: string,
    options: OptionValues,
    focused: string,
    partial: string,
    where?: Subcommand,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  click(messageId: string, customId: string): Promise<Exchange>;
  select(messageId: string, customId: string, values: readonly string[]): Promise<Exchange>;
  /** Answers the modal that an exchange opened. */
  submit(modal: Exchange | string, values: ModalValues): Promise<Exchange>;
  useMessageCommand(name: string, messageId: string): Promise<Exchange>;
  /** Writes a message; `@BotName` becomes a mention of the bot. */
  say(text: string, options?: { readonly replyTo?: string }): Promise<Said>;
  /** Deletes a message: one's own, or any with Manage Messages; one's ephemerals are dismissed. */
  deleteMessage(messageId: string): void;
  /** The channel as this member sees it, oldest first; others' ephemeral messages are not in it. */
  messages(): readonly APIMessage[];
  /** @returns a function that ends the subscription */
  onUpdate(listener: (event: ActorEvent) => void): () => void;
  /** The bytes of an attachment, by its `url`. */
  download(url: string): Promise<Uint8Array>;
}
