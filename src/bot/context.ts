import type { BaseInteraction, Interaction } from 'discord.js';
import type { Translations } from '../i18n/translate.ts';
import type { GuildSettings } from '../stores/settings.ts';
import { DEFAULT_SETTINGS } from '../stores/settings.ts';
import type { Context, Services } from './command.ts';
import { scopeOf } from './scope.ts';

/** Adds to the services what one interaction brings: its scope, defaults, audience and language. */
export async function contextOf(
  interaction: Interaction,
  services: Services,
  translations: Translations,
): Promise<Context> {
  const scope = scopeOf(interaction);
  const guild = await settingsOf(scope, services);
  const alone = isPrivate(interaction, guild);
  const own = translations.resolve(interaction.locale);
  const owns = ownsMessage(interaction);
  const locale =
    alone || isForOne(interaction, owns)
      ? own
      : translations.resolve(guild.language ?? interaction.guildLocale ?? interaction.locale);
  return {
    ...services,
    scope,
    guild,
    private: alone,
    locale,
    t: translations.in(locale),
    member: { t: translations.in(own), locale: own },
    ownsMessage: owns,
  };
}

/** Answers go on with the defaults when the storage doesn't: only what is saved depends on it. */
async function settingsOf(scope: string, { settings, logger }: Services): Promise<GuildSettings> {
  try {
    return await settings.get(scope);
  } catch (error) {
    logger.warn({ err: error, scope }, 'settings could not be read, so the defaults serve');
    return DEFAULT_SETTINGS;
  }
}

function isPrivate(interaction: Interaction, guild: GuildSettings): boolean {
  if (!interaction.inGuild()) return false;
  if (interaction.isChatInputCommand() && interaction.options.getBoolean('private') === true)
    return true;
  if (guild.replies === 'private') return true;
  return (
    guild.channels.length > 0 && !channelsOf(interaction).some((id) => guild.channels.includes(id))
  );
}

/** An answer on a message that one member sees, or a copy of one that is somebody else's. */
const isForOne = (interaction: Interaction, owns: boolean): boolean =>
  interaction.isMessageComponent() && (!owns || interaction.message.flags.has('Ephemeral'));

/** The channel and, for a thread, the channel that it belongs to. */
function channelsOf({ channel, channelId }: BaseInteraction): string[] {
  const parent = channel && 'parentId' in channel ? channel.parentId : null;
  return [channelId, parent].filter((id) => id !== null);
}

function ownsMessage(interaction: Interaction): boolean {
  if (
    !interaction.isMessageComponent() &&
    !(interaction.isModalSubmit() && interaction.isFromMessage())
  ) {
    return false;
  }
  const { message } = interaction;
  if (message.flags.has('Ephemeral') || !interaction.inGuild()) return true;
  const asker = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
  return asker === interaction.user.id;
}
