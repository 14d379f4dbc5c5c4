import {
  ChannelType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { Command, Context } from '../src/bot/command.ts';
import { listing } from '../src/replies/format.ts';
import type { MessageReply, Reply } from '../src/replies/reply.ts';
import { SETTING_NAMES, type SettingName, settingsCard } from '../src/replies/settings-card.ts';
import { UserError } from '../src/replies/user-error.ts';
import {
  type GuildSettings,
  MOST_FAVOURITES,
  MOST_TRACKS,
  MUSIC_SERVICES,
  type MusicService,
} from '../src/stores/settings.ts';
import { stale } from './_components.ts';
import { INSTALLS, SERVERS, suggested } from './_options.ts';
import { readChange } from './_settings-options.ts';
import { choice, suggestTags, suggestTitles } from './_suggest.ts';

const data = new SlashCommandBuilder()
  .setName('settings')
  .setDescription("This server's defaults")
  .setContexts(...SERVERS)
  .setIntegrationTypes(...INSTALLS)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand((command) =>
    command.setName('view').setDescription('Show every default and its value'),
  )
  .addSubcommand((command) =>
    command
      .setName('set')
      .setDescription('Change one or several defaults')
      .addStringOption(
        suggested('default_title', 'What /recommend starts from when nothing is given'),
      )
      .addStringOption(
        suggested('default_mood', 'The mood that /recommend starts from when nothing is given'),
      )
      .addIntegerOption((option) =>
        option
          .setName('count')
          .setDescription('Tracks in a recommendation')
          .setMinValue(1)
          .setMaxValue(MOST_TRACKS),
      )
      .addStringOption((option) =>
        option
          .setName('services')
          .setDescription('Music services to show, separated by commas')
          .setMaxLength(200),
      )
      .addStringOption((option) =>
        option
          .setName('replies')
          .setDescription('Who sees the answers')
          .addChoices({ name: 'public', value: 'public' }, { name: 'private', value: 'private' }),
      )
      .addStringOption((option) =>
        option
          .setName('spoilers')
          .setDescription('Moments that give something away')
          .addChoices(
            { name: 'hide until clicked', value: 'hide' },
            { name: 'show', value: 'show' },
          ),
      )
      .addStringOption(
        suggested('language', "Language of public answers; auto follows the server's"),
      )
      .addStringOption((option) =>
        option
          .setName('region')
          .setDescription('Country of the links, as two letters such as us or gb')
          .setMinLength(2)
          .setMaxLength(2),
      )
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription(
            'Adds a channel for public answers, or takes it off; none means every channel',
          )
          .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement),
      )
      .addIntegerOption((option) =>
        option
          .setName('favourites_limit')
          .setDescription('Tracks that the shared list holds at most')
          .setMinValue(1)
          .setMaxValue(MOST_FAVOURITES),
      ),
  )
  .addSubcommand((command) =>
    command
      .setName('reset')
      .setDescription('Put one default, or all of them, back')
      .addStringOption((option) =>
        option
          .setName('setting')
          .setDescription('Which (default: all of them)')
          .addChoices(...SETTING_NAMES.map((name) => ({ name, value: name }))),
      ),
  )
  .toJSON();

export default {
  data,

  async execute({ options }: ChatInputCommandInteraction, context): Promise<Reply> {
    const { settings, scope } = context;
    const { t, locale } = context.member;
    const names = (list: readonly SettingName[]) =>
      listing(
        list.map((name) => t(`settings.name.${name}`)),
        locale,
      );
    switch (options.getSubcommand()) {
      case 'set': {
        const change = readChange(options, context);
        const changed = SETTING_NAMES.filter((name) => name in change);
        return card(
          await settings.set(scope, change),
          context,
          t('settings.changed', { names: names(changed) }),
        );
      }
      case 'reset': {
        const key = SETTING_NAMES.find((name) => name === options.getString('setting'));
        const done = t('settings.reset', { names: key ? names([key]) : t('settings.all') });
        return card(await settings.reset(scope, key), context, done);
      }
      default:
        return card(await settings.get(scope), context);
    }
  },

  autocomplete({ options }, { catalog, locales }) {
    const { name, value } = options.getFocused(true);
    if (name === 'default_title') return suggestTitles(catalog, value);
    if (name === 'default_mood') return suggestTags(catalog, value, ['moods']);
    return ['auto', ...locales]
      .filter((locale) => locale.toLowerCase().startsWith(value.trim().toLowerCase()))
      .map((locale) => choice(locale, locale));
  },

  async component(interaction, [action], context): Promise<Reply> {
    if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
      throw new UserError('not-allowed', { permission: 'Manage Server' });
    }
    const change: Partial<GuildSettings> = {};
    if (action === 'services' && interaction.isStringSelectMenu()) {
      const chosen = MUSIC_SERVICES.filter((service: MusicService) =>
        interaction.values.includes(service),
      );
      if (chosen.length === 0) throw stale(context, 'settings view');
      change.services = chosen;
    } else if (action === 'channels' && interaction.isChannelSelectMenu()) {
      change.channels = interaction.values;
    } else {
      throw stale(context, 'settings view');
    }
    const { settings, scope, member } = context;
    const { t } = member;
    const name = action === 'services' ? 'settings.name.services' : 'settings.name.channels';
    const done = t('settings.changed', { names: t(name) });
    return { ...card(await settings.set(scope, change), context, done), update: true };
  },
} satisfies Command;

const card = (
  settings: GuildSettings,
  { catalog, member: { t }, mention }: Context,
  done?: string,
): MessageReply =>
  settingsCard(catalog, settings, t, {
    ...(done !== undefined && { done }),
    setMention: mention('settings set'),
    resetMention: mention('settings reset'),
  });
