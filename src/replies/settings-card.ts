import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10';
import type { Catalog } from '../catalog/catalog.ts';
import type { Translate } from '../i18n/translate.ts';
import {
  DEFAULT_SETTINGS,
  type GuildSettings,
  MAX_CHANNELS,
  MUSIC_SERVICES,
} from '../stores/settings.ts';
import { container, row, select, separator, text } from './components.ts';
import { customId } from './custom-id.ts';
import { titleLabel } from './format.ts';
import { serviceName } from './links.ts';
import { plain, subtext } from './markdown.ts';
import type { MessageReply } from './reply.ts';

export type SettingName = keyof GuildSettings;
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as readonly SettingName[];

export interface SettingsCardOptions {
  /** What was just done, said first. */
  readonly done?: string;
  readonly setMention: string;
  readonly resetMention: string;
}

/** Every default of a server with its value, and menus for those that are lists. */
export function settingsCard(
  catalog: Catalog,
  settings: GuildSettings,
  t: Translate,
  { done, setMention, resetMention }: SettingsCardOptions,
): MessageReply {
  const lines = SETTING_NAMES.map((name) => {
    const same = JSON.stringify(settings[name]) === JSON.stringify(DEFAULT_SETTINGS[name]);
    const value = settingValue(catalog, settings, name, t);
    return `**${t(`settings.name.${name}`)}**: ${value}${same ? ` *(${t('settings.default')})*` : ''}`;
  });
  return {
    kind: 'message',
    private: true,
    components: [
      container(
        undefined,
        text(`## ${t('settings.heading')}`),
        ...(done ? [text(done)] : []),
        text(lines.join('\n')),
        separator(),
        select(
          customId('settings', 'services'),
          t('settings.servicesMenu'),
          MUSIC_SERVICES.map((service) => ({
            label: serviceName(service),
            value: service,
            selected: settings.services.includes(service),
          })),
          { min: 1, max: MUSIC_SERVICES.length },
        ),
        channelMenu(settings, t),
        text(subtext(t('settings.howTo', { set: setMention, reset: resetMention }))),
      ),
    ],
  };
}

const channelMenu = (settings: GuildSettings, t: Translate) =>
  row({
    type: ComponentType.ChannelSelect,
    custom_id: customId('settings', 'channels'),
    placeholder: t('settings.channelsMenu'),
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    min_values: 0,
    max_values: MAX_CHANNELS,
    default_values: settings.channels.map((id) => ({
      id,
      type: SelectMenuDefaultValueType.Channel,
    })),
  });

/** A setting's value in words. */
function settingValue(
  catalog: Catalog,
  settings: GuildSettings,
  name: SettingName,
  t: Translate,
): string {
  switch (name) {
    case 'defaultTitle': {
      const title =
        settings.defaultTitle === null ? undefined : catalog.title(settings.defaultTitle);
      return title ? plain(titleLabel(title)) : (settings.defaultTitle ?? t('settings.none'));
    }
    case 'defaultMood':
      return settings.defaultMood === null ? t('settings.none') : plain(settings.defaultMood);
    case 'services':
      return settings.services.map(serviceName).join(', ');
    case 'channels':
      return settings.channels.length === 0
        ? t('settings.everywhere')
        : settings.channels.map((id) => `<#${id}>`).join(', ');
    case 'language':
      return settings.language ?? t('settings.serverLanguage');
    case 'replies':
      return t(`settings.value.${settings.replies}`);
    case 'spoilers':
      return t(`settings.value.${settings.spoilers}`);
    case 'region':
      return settings.region.toUpperCase();
    case 'count':
    case 'favouritesLimit':
      return String(settings[name]);
  }
}
