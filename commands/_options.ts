import {
  ApplicationIntegrationType,
  InteractionContextType,
  type SlashCommandBooleanOption,
  type SlashCommandStringOption,
} from 'discord.js';

/** Where our commands work: in servers and in direct messages with the bot. */
export const EVERYWHERE = [InteractionContextType.Guild, InteractionContextType.BotDM] as const;
export const SERVERS = [InteractionContextType.Guild] as const;
/** How the bot is installed: to a server. */
export const INSTALLS = [ApplicationIntegrationType.GuildInstall] as const;

/** How many others are offered beside a guess, or instead of an answer. */
export const OFFERED = 10;

/** `private`: on every command whose answer others would see. */
export const privateOption = (option: SlashCommandBooleanOption) =>
  option.setName('private').setDescription('Show the answer to you alone');

/** A text option with suggestions as one types. */
export const suggested =
  (name: string, description: string) => (option: SlashCommandStringOption) =>
    option.setName(name).setDescription(description).setAutocomplete(true).setMaxLength(200);
