import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Catalog } from '../catalog/catalog.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Reply } from '../replies/reply.ts';
import type { Favourites } from '../stores/favourites.ts';
import type { GuildSettings, SettingsStore } from '../stores/settings.ts';

/** What every command is given; one per process, shared by all interactions. */
export interface Services {
  readonly catalog: Catalog;
  readonly favourites: Favourites;
  readonly settings: SettingsStore;
  readonly logger: Logger;
  /** The present instant, so that tests can choose it. */
  readonly clock: () => Date;
  /** For `/about`. */
  readonly version: string;
  readonly startedAt: Date;
  /** The registry's commands, for `/help`. */
  readonly commands: readonly Command[];
  /** Discord locales that replies can speak. */
  readonly locales: readonly string[];
  /** A clickable mention of a command, such as `favorites add`; its name as code while ids are unknown. */
  readonly mention: (path: string) => string;
  /** Milliseconds between the gateway's last heartbeat and its acknowledgement; -1 before the first. */
  readonly ping: () => number;
}

/** What one interaction adds to the services. */
export interface Context extends Services {
  /** The guild's id, or `dm-<user id>`: the key of favourites and settings. */
  readonly scope: string;
  readonly guild: GuildSettings;
  /** True when this interaction's reply must be seen by its asker alone. */
  readonly private: boolean;
  /** Speaks the server's language in public, the member's in private. */
  readonly t: Translate;
  /** The Discord locale that `t` speaks. */
  readonly locale: string;
  /** The member's own language, for what they alone will see. */
  readonly member: { readonly t: Translate; readonly locale: string };
  /** True when the message a component is on was asked for by this member, or is theirs alone to see. */
  readonly ownsMessage: boolean;
}

export type Choice = APIApplicationCommandOptionChoice<string>;

/**
 * One slash or message command. Handlers return replies and never send.
 *
 * @typeParam I - the interaction its `execute` takes
 */
export interface Command<
  I extends ChatInputCommandInteraction | MessageContextMenuCommandInteraction =
    | ChatInputCommandInteraction
    | MessageContextMenuCommandInteraction,
> {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /** Only for work that cannot finish in 3 s; replies made from memory leave it out. */
  readonly defer?: 'public' | 'private';
  execute(interaction: I, context: Context): Promise<Reply>;
  autocomplete?(
    interaction: AutocompleteInteraction,
    context: Context,
  ): readonly Choice[] | Promise<readonly Choice[]>;
  /** Any button or select whose custom id starts with this command's name; `args` are untrusted. */
  component?(
    interaction: MessageComponentInteraction,
    args: readonly string[],
    context: Context,
  ): Promise<Reply>;
  modal?(
    interaction: ModalSubmitInteraction,
    args: readonly string[],
    context: Context,
  ): Promise<Reply>;
}
