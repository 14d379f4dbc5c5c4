/**
 * What the page and the sandbox say to each other over the WebSocket `/sandbox/socket`, as JSON.
 *
 * The page asks (`{ id, type, … }`) and gets exactly one {@link PageReply} with the same `id`;
 * besides, the server pushes {@link PagePush}es for the member and channel last chosen with
 * `hello` or `switch`. Messages, commands, components and modals have Discord's own API shape.
 *
 * Served besides the socket:
 * - `/` is src/sandbox/page/index.html; every other file of that folder is served under its own
 *   path. `.ts` modules are stripped of their types and served as text/javascript, so that
 *   `<script type="module" src="/page.ts">` and `import './card.ts'` work; they may
 *   `import type` from this file as `../page-types.ts` (erased), but no value from outside page/.
 * - `/vendor/<specifier>` for the bare imports of {@link VENDOR_SPECIFIERS}; index.html's import map
 *   names them.
 * - attachments under the `url` that they carry.
 * - a message's `content` and text displays are raw Discord markdown; mentions are `<@id>`,
 *   `<#id>`, `<@&id>`, commands `</name:id>`.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { ExchangeFailure } from './exchange.ts';

export interface PageUser {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly bot: boolean;
}

export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** The member may write here. */
  readonly canSend: boolean;
}

export interface PageGuild {
  readonly id: string;
  readonly name: string;
  /** The member has Manage Server. */
  readonly admin: boolean;
  /** All with Manage Server, to mark them where one chooses whom to be. */
  readonly adminIds: readonly string[];
  /** The bot is in it (it can be kicked, or the guild be out). */
  readonly hasBot: boolean;
  /** Those the member can see, in order. */
  readonly channels: readonly PageChannel[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** Everything the page draws, for one member in one channel. */
export interface PageState {
  readonly me: PageUser;
  readonly bot: PageUser;
  /** The bot has a gateway connection. */
  readonly botOnline: boolean;
  /** All whom one can be, then the bot. */
  readonly users: readonly PageUser[];
  readonly guilds: readonly PageGuild[];
  /** The member's direct message with the bot. */
  readonly directMessage: PageChannel;
  /** Where the member is; `guildId` is null in the direct message. */
  readonly here: { readonly channelId: string; readonly guildId: string | null };
  /**
   * Usable by this member here, in the order the picker shows. In their language:
   * `name_localized` and `description_localized` where there are translations, and the texts of
   * options and choices.
   */
  readonly commands: readonly APIApplicationCommand[];
  /** Oldest first, others' ephemeral ones left out. */
  readonly messages: readonly APIMessage[];
}

export type PageOptionValue =
  | string
  | number
  | boolean
  /** A file: its bytes as base64. */
  | { readonly filename: string; readonly base64: string; readonly contentType?: string };

interface PageCommandUse {
  readonly command: string;
  readonly group?: string;
  readonly subcommand?: string;
  readonly options: Readonly<Record<string, PageOptionValue>>;
}

/** What each request carries besides `id` and `type`. */
export interface PageRequests {
  /** First thing on every connection; both ids may be left out (the first member and channel). */
  hello: { readonly userId?: string; readonly channelId?: string };
  switch: { readonly userId?: string; readonly channelId?: string };
  /** A slash command, either taken apart or as a typed line (`/soundtrack Drive view:tracks`). */
  run: PageCommandUse | { readonly line: string };
  autocomplete: PageCommandUse & { readonly focused: string; readonly value: string };
  click: { readonly messageId: string; readonly customId: string };
  select: {
    readonly messageId: string;
    readonly customId: string;
    readonly values: readonly string[];
  };
  /** `interactionId` is that of the {@link PageExchange} which brought the modal. */
  submit: {
    readonly interactionId: string;
    readonly values: Readonly<Record<string, string | readonly string[]>>;
  };
  messageCommand: { readonly command: string; readonly messageId: string };
  say: { readonly text: string; readonly replyTo?: string };
  /** Dismisses an ephemeral message, or deletes one's own. */
  deleteMessage: { readonly messageId: string };
}

/** The outcome of an interaction. Its messages come as pushes too; `message` is for focusing. */
export interface PageExchange {
  readonly interactionId: string;
  readonly message?: APIMessage;
  readonly modal?: APIModalInteractionResponseCallbackData;
  readonly ephemeral: boolean;
}

/** What each request is answered with. */
export interface PageResults {
  hello: PageState;
  switch: PageState;
  run: PageExchange;
  autocomplete: { readonly choices: readonly APIApplicationCommandOptionChoice[] };
  click: PageExchange;
  select: PageExchange;
  submit: PageExchange;
  messageCommand: PageExchange;
  say: { readonly message: APIMessage };
  deleteMessage: Record<string, never>;
}

export type PageRequestType = keyof PageRequests;

export type PageRequest = {
  [T in PageRequestType]: { readonly id: number; readonly type: T } & PageRequests[T];
}[PageRequestType];

export interface PageError {
  /** `bad_request` for a request that breaks this protocol. */
  readonly reason: ExchangeFailure | 'bad_request';
  /** One sentence to show to the member. */
  readonly message: string;
}

export type PageReply<T extends PageRequestType = PageRequestType> =
  | { readonly id: number; readonly ok: true; readonly result: PageResults[T] }
  | { readonly id: number; readonly ok: false; readonly error: PageError };

/** Sent without being asked; it has no `id`. */
export type PagePush =
  | { readonly type: 'state'; readonly state: PageState }
  | { readonly type: 'message'; readonly message: APIMessage }
  | { readonly type: 'messageUpdate'; readonly message: APIMessage }
  | { readonly type: 'messageDelete'; readonly messageId: string }
  | { readonly type: 'typing'; readonly userId: string };

/**
 * The bare imports the page's modules may use; each is served at `/vendor/<specifier>`, from
 * node_modules: an ES module as it is (its `import` entry), and {@link COMMONJS_SPECIFIERS} made
 * into one by `commonJsAsModule` of ./commonjs-module.ts.
 */
export const VENDOR_SPECIFIERS = [
  'preact',
  'preact/hooks',
  'htm',
  'htm/preact',
  'discord-markdown-parser',
] as const;

/** Those of {@link VENDOR_SPECIFIERS} that are published as CommonJS only. */
export const COMMONJS_SPECIFIERS: readonly string[] = ['discord-markdown-parser'];
