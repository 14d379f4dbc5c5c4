import { readdirSync } from 'node:fs';
import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { loadTranslations } from '../../src/i18n/load.ts';
import { recommend, type Wish } from '../../src/recommend/recommend.ts';
import { artistCard } from '../../src/replies/artist-card.ts';
import { text } from '../../src/replies/components.ts';
import type { Face } from '../../src/replies/face.ts';
import { favouritesCard } from '../../src/replies/favourites-card.ts';
import { recommendCard } from '../../src/replies/recommend-card.ts';
import type { MessageReply } from '../../src/replies/reply.ts';
import { songCard } from '../../src/replies/song-card.ts';
import { titleCard } from '../../src/replies/title/card.ts';
import { listenCard, watchCard } from '../../src/replies/title/listen.ts';
import { TITLE_VIEWS } from '../../src/replies/title/views.ts';
import { DiscordError } from '../../src/sandbox/discord-error.ts';
import { checkMessage } from '../../src/sandbox/validate/message.ts';
import { MUSIC_SERVICES } from '../../src/stores/settings.ts';
import { realCatalog } from '../support/bot.ts';

const FOLDER = new URL('../../data/locales/', import.meta.url);
const translations = loadTranslations(FOLDER);
const catalog = realCatalog();

/** Fails with the card's name and Discord's reasons. */
function expectTaken(name: string, { components, files = [] }: MessageReply): void {
  const body = JSON.parse(JSON.stringify({ components, flags: MessageFlags.IsComponentsV2 }));
  try {
    checkMessage(body, { fileNames: files.map((file) => file.name) });
  } catch (error) {
    const why = error instanceof DiscordError ? JSON.stringify(error) : String(error);
    expect.fail(`Discord would refuse ${name}: ${why}`);
  }
}

it('would see what Discord refuses', () => {
  const long = { kind: 'message' as const, components: [text('x'.repeat(4001))] };
  expect(() => expectTaken('too long a text', long)).toThrow('Discord would refuse');
});

describe.each(readdirSync(FOLDER).map((file) => file.replace('.json', '')))(
  'every card of the catalog is such as Discord takes, in %s',
  (locale) => {
    const face: Face = {
      t: translations.in(locale),
      locale,
      services: [...MUSIC_SERVICES],
      region: 'us',
      spoilers: 'hide',
    };

    it('of titles: each page of each view, with others to switch to', () => {
      const alternatives = catalog.titles.slice(0, 10);
      const guessedFrom = '*'.repeat(200);
      for (const title of catalog.titles) {
        for (const view of TITLE_VIEWS) {
          for (let page = 0; page < 8; page += 1) {
            const options = { view, page, alternatives, guessedFrom };
            expectTaken(`${title.id} ${view} ${page}`, titleCard(catalog, title, face, options));
          }
        }
        expectTaken(`${title.id} to watch`, watchCard(title, face));
        for (const entry of [undefined, ...catalog.tracksOf(title)]) {
          expectTaken(`${title.id} to hear`, listenCard(catalog, title, face, entry));
        }
      }
    });

    it('of songs and artists', () => {
      const namesakes = catalog.songs.slice(0, 25);
      for (const song of catalog.songs) expectTaken(song.id, songCard(song, face, namesakes));
      for (const artist of catalog.artists) {
        const saves = new Map(artist.tracks.map(({ ref }) => [ref, 12]));
        expectTaken(artist.id, artistCard(catalog, artist, face, saves));
      }
    });

    it('of recommendations', () => {
      const wishes: Wish[] = [
        { kind: 'best' },
        ...catalog.titles.map((title) => ({ kind: 'title' as const, title })),
        ...catalog.titles.map((title) => ({ kind: 'like' as const, title })),
        ...catalog.artists.slice(0, 100).map((artist) => ({ kind: 'artist' as const, artist })),
      ];
      for (const wish of wishes) {
        expectTaken(wish.kind, recommendCard(wish, recommend(catalog, wish, 10, ''), 10, face));
      }
    });

    it('of the longest lists of favourites', () => {
      const savedBy = Array.from({ length: 50 }, (_, index) => ({
        userId: String(10n ** 18n + BigInt(index)),
        at: '2026-01-01T00:00:00.000Z',
      }));
      const tracks = catalog.titles.flatMap((title) => catalog.tracksOf(title));
      const longest = tracks.toSorted((a, b) => b.track.title.length - a.track.title.length);
      const favourites = longest.map(({ ref, track }) => ({
        ref,
        label: `${track.title} ${ref}`,
        savedBy,
      }));
      for (const order of ['list', 'top'] as const) {
        for (const page of [0, 1, 9999]) {
          const options = {
            order,
            page,
            limit: 1000,
            shared: true,
            addMention: '</favorites add:1>',
          };
          expectTaken(`${order} ${page}`, favouritesCard(catalog, favourites, face, options));
        }
      }
    });
  },
);
