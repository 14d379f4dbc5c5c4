import { z } from 'zod';

/** The music services a listen menu can show, in its default order. */
export const MUSIC_SERVICES = [
  'spotify',
  'appleMusic',
  'youtube',
  'youtubeMusic',
  'deezer',
  'tidal',
  'amazonMusic',
  'bandcamp',
  'soundcloud',
] as const;
export type MusicService = (typeof MUSIC_SERVICES)[number];

/** Channels that a server can name: as many as one select menu takes. */
export const MAX_CHANNELS = 25;

/** Tracks that one recommendation gives at most: a card holds no more of their sections. */
export const MOST_TRACKS = 10;
/** Tracks that a shared list may be set to hold at most. */
export const MOST_FAVOURITES = 1000;

const snowflake = z.string().regex(/^\d{17,20}$/);

/** A server's defaults. Adding a key here adds it to `/settings`, to its storage and to its docs. */
export const settingsSchema = z.strictObject({
  /** Title id that `/recommend` starts from when nothing is given. */
  defaultTitle: z.string().max(44).nullable().default(null),
  /** Mood that `/recommend` starts from when nothing is given. */
  defaultMood: z.string().max(40).nullable().default(null),
  /** Tracks that `/recommend` gives, when the member doesn't say. */
  count: z.number().int().min(1).max(MOST_TRACKS).default(3),
  services: z.array(z.enum(MUSIC_SERVICES)).min(1).default(['spotify', 'appleMusic', 'youtube']),
  replies: z.enum(['public', 'private']).default('public'),
  spoilers: z.enum(['hide', 'show']).default('hide'),
  /** Discord locale of public replies; null follows the server's own. */
  language: z.string().nullable().default(null),
  /** ISO 3166-1 alpha-2 storefront of links, lower case. */
  region: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('us'),
  /** Channels the bot answers publicly in; empty means all. Elsewhere it answers privately. */
  channels: z.array(snowflake).max(MAX_CHANNELS).default([]),
  favouritesLimit: z.number().int().min(1).max(MOST_FAVOURITES).default(200),
});
export type GuildSettings = z.infer<typeof settingsSchema>;
export const DEFAULT_SETTINGS: GuildSettings = Object.freeze(settingsSchema.parse({}));

/** Per-server defaults, over the same storage and with the same promises as favourites. */
export interface SettingsStore {
  /** The scope's settings, defaults filled in. Reads after the first come from memory. */
  get(scope: string): Promise<GuildSettings>;
  set(scope: string, change: Partial<GuildSettings>): Promise<GuildSettings>;
  /** One key back to its default, or all of them. */
  reset(scope: string, key?: keyof GuildSettings): Promise<GuildSettings>;
  purge(scope: string): Promise<void>;
}
