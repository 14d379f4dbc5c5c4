import type { ChatInputCommandInteraction } from 'discord.js';
import type { Context } from '../src/bot/command.ts';
import { serviceName } from '../src/replies/links.ts';
import { UserError } from '../src/replies/user-error.ts';
import {
  type GuildSettings,
  MAX_CHANNELS,
  MUSIC_SERVICES,
  type MusicService,
  settingsSchema,
} from '../src/stores/settings.ts';
import { tagNamed, unknownMood } from './_tags.ts';

type Options = ChatInputCommandInteraction['options'];

/**
 * Reads the options of `/settings set`.
 *
 * @throws UserError when nothing is given, or a value is not one that there is: nothing is changed then
 */
export function readChange(options: Options, context: Context): Partial<GuildSettings> {
  const title = options.getString('default_title');
  const mood = options.getString('default_mood');
  const count = options.getInteger('count');
  const services = options.getString('services');
  const replies = options.getString('replies');
  const spoilers = options.getString('spoilers');
  const language = options.getString('language');
  const region = options.getString('region');
  const channel = options.getChannel('channel');
  const limit = options.getInteger('favourites_limit');
  const change: Partial<GuildSettings> = {
    ...(title !== null && { defaultTitle: titleId(title, context) }),
    ...(mood !== null && { defaultMood: moodName(mood, context) }),
    ...(count !== null && { count }),
    ...(services !== null && { services: readServices(services) }),
    ...(replies !== null && { replies: settingsSchema.shape.replies.parse(replies) }),
    ...(spoilers !== null && { spoilers: settingsSchema.shape.spoilers.parse(spoilers) }),
    ...(language !== null && { language: readLanguage(language, context) }),
    ...(region !== null && { region: readRegion(region) }),
    ...(channel !== null && { channels: toggled(context.guild.channels, channel.id) }),
    ...(limit !== null && { favouritesLimit: limit }),
  };
  if (Object.keys(change).length === 0) throw new UserError('nothing-to-set');
  return change;
}

function titleId(typed: string, { catalog }: Context): string {
  const found = catalog.resolveTitle(typed);
  if (found.kind !== 'exact') throw new UserError('unknown-title', { typed });
  return found.value.id;
}

function moodName(typed: string, { catalog }: Context): string {
  const mood = tagNamed(catalog, 'moods', typed);
  if (mood === undefined) throw unknownMood(typed, catalog);
  return mood;
}

/** "spotify, Apple Music" → the services, each once, in the order given. */
function readServices(typed: string): MusicService[] {
  const squeezed = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const chosen = typed
    .split(',')
    .filter((name) => name.trim() !== '')
    .map((name) => {
      const found = MUSIC_SERVICES.find(
        (service) =>
          squeezed(service) === squeezed(name) || squeezed(serviceName(service)) === squeezed(name),
      );
      if (!found) {
        throw new UserError('unknown-service', {
          typed: name.trim(),
          services: MUSIC_SERVICES.map(serviceName).join(', '),
        });
      }
      return found;
    });
  if (chosen.length === 0) {
    throw new UserError('unknown-service', {
      typed,
      services: MUSIC_SERVICES.map(serviceName).join(', '),
    });
  }
  return [...new Set(chosen)];
}

function readLanguage(typed: string, { locales }: Context): string | null {
  const wanted = typed.trim().toLowerCase();
  if (wanted === 'auto') return null;
  const found =
    locales.find((locale) => locale.toLowerCase() === wanted) ??
    locales.find((locale) => locale.split('-')[0] === wanted);
  if (found === undefined)
    throw new UserError('unknown-language', { typed, languages: locales.join(', ') });
  return found;
}

function readRegion(typed: string): string {
  const region = settingsSchema.shape.region.safeParse(typed.toLowerCase());
  if (!region.success) throw new UserError('unknown-region', { typed });
  return region.data;
}

function toggled(channels: readonly string[], id: string): string[] {
  if (channels.includes(id)) return channels.filter((other) => other !== id);
  if (channels.length >= MAX_CHANNELS)
    throw new UserError('channels-full', { limit: MAX_CHANNELS });
  return [...channels, id];
}
