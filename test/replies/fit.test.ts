import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../src/catalog/build.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Title } from '../../src/catalog/schema.ts';
import { loadTranslations } from '../../src/i18n/load.ts';
import { recommend, type Wish } from '../../src/recommend/recommend.ts';
import { artistCard } from '../../src/replies/artist-card.ts';
import { text } from '../../src/replies/components.ts';
import type { Face } from '../../src/replies/face.ts';
import { favouritesCard } from '../../src/replies/favourites-card.ts';
import { fitted } from '../../src/replies/fit.ts';
import { trackLabel } from '../../src/replies/format.ts';
import { recommendCard } from '../../src/replies/recommend-card.ts';
import type { MessageReply } from '../../src/replies/reply.ts';
import { songCard } from '../../src/replies/song-card.ts';
import { titleCard } from '../../src/replies/title/card.ts';
import { listenCard, watchCard } from '../../src/replies/title/listen.ts';
import { TITLE_VIEWS } from '../../src/replies/title/views.ts';
import { checkMessage } from '../../src/sandbox/validate/message.ts';
import { MUSIC_SERVICES } from '../../src/stores/settings.ts';

const translations = loadTranslations(new URL('../../data/locales/', import.meta.url));

const face: Face = {
  t: translations.in('en-US'),
  locale: 'en-US',
  services: [...MUSIC_SERVICES],
  region: 'us',
  spoilers: 'hide',
};

/** What Discord would refuse of a reply; undefined when it takes it. */
function refusal(components: MessageReply['components']): string | undefined {
  try {
    const body = { flags: MessageFlags.IsComponentsV2, components: [...components] };
    checkMessage(body, { fileNames: [] });
    return undefined;
  } catch (error) {
    return JSON.stringify(error);
  }
}

function* cardsOf(catalog: Catalog, face: Face): Generator<[string, MessageReply]> {
  for (const title of catalog.titles) {
    const alternatives = catalog.titles.slice(0, 10);
    for (const view of TITLE_VIEWS) {
      for (let page = 0; page <= Math.ceil(catalog.tracksOf(title).length / 10); page += 1) {
        const options = { view, page, guessedFrom: '*'.repeat(200), alternatives };
        yield [`${title.id} ${view} ${page}`, titleCard(catalog, title, face, options)];
      }
    }
    yield [`${title.id} listen`, listenCard(catalog, title, face)];
    for (const entry of catalog.tracksOf(title).slice(0, 3))
      yield [`${entry.ref} listen`, listenCard(catalog, title, face, entry)];
    yield [`${title.id} watch`, watchCard(title, face)];
  }
  for (const artist of catalog.artists)
    yield [`artist ${artist.id}`, artistCard(catalog, artist, face, new Map())];
  for (const song of catalog.songs.slice(0, 1000))
    yield [`song ${song.id}`, songCard(song, face, catalog.songs.slice(0, 30))];
  for (const wish of wishes(catalog)) {
    const found = recommend(catalog, wish, 10, 'seed');
    yield [`recommend ${wish.kind}`, recommendCard(wish, found, 10, face)];
  }
  const tracks = catalog.titles.flatMap(catalog.tracksOf);
  const saved = tracks.map(({ ref, track }) => ({
    ref,
    label: trackLabel(track),
    savedBy: Array.from({ length: 20 }, (_, index) => ({
      userId: `1000000000000000${index + 100}`,
      at: '2026-01-01T00:00:00.000Z',
    })),
  }));
  for (let page = 0; page < saved.length / 10; page += 1) {
    const options = { order: 'list', page, limit: 200, shared: true, addMention: '`x`' } as const;
    yield [`favourites ${page}`, favouritesCard(catalog, saved, face, options)];
  }
}

const wishes = (catalog: Catalog): Wish[] => [
  ...catalog.titles.flatMap((title): Wish[] => [
    { kind: 'title', title },
    { kind: 'like', title },
  ]),
  ...[...catalog.vocabulary.moods.keys()].map((word): Wish => ({ kind: 'tag', of: 'moods', word })),
  ...[...catalog.vocabulary.genres.keys()].map(
    (word): Wish => ({ kind: 'tag', of: 'genres', word }),
  ),
  ...catalog.artists.slice(0, 100).map((artist): Wish => ({ kind: 'artist', artist })),
  { kind: 'favourites', refs: catalog.tracksOf(catalog.titles[0] as Title).map(({ ref }) => ref) },
  { kind: 'best' },
];

const refused = (catalog: Catalog, face: Face): string[] =>
  [...cardsOf(catalog, face)].flatMap(([name, { components }]) => {
    const why = refusal(fitted(components));
    return why === undefined ? [] : [`${name}: ${why}`];
  });

/** As much of everything as the schema lets in, and long names that are all markdown. */
function enormous(): Catalog {
  const long = (name: string) => `${name} ${'*_[`|'.repeat(60)}`.slice(0, 300);
  const artists = (many: number) =>
    Array.from({ length: many }, (_, index) => ({
      name: long(`Performer ${index}`),
      role: 'performer' as const,
    }));
  const title = (number: number): Title => ({
    id: `${'x'.repeat(33)}${number}-2000`,
    kind: 'film',
    title: long(`Film ${number}`),
    year: 2000,
    directors: Array.from({ length: 30 }, (_, index) => long(`Director ${index}`)),
    composers: Array.from({ length: 30 }, (_, index) => long(`Composer ${index}`)),
    genres: ['pop', 'rock', 'funk', 'soul', 'jazz', 'folk'],
    moods: ['cool', 'dark', 'epic', 'tense', 'lush', 'tender'],
    accent: '#FFFFFF',
    popularity: 50,
    why: '*'.repeat(700),
    picks: [1, 2, 3].map((n) => ({ track: `t-${n}-1`, reason: '_'.repeat(200) })) as Title['picks'],
    awards: Array.from({ length: 10 }, () => ({
      name: long('Award'),
      category: long('Category'),
      year: 2000,
      result: 'won' as const,
      recipients: [long('Somebody')],
      song: long('Song'),
      sources: ['s'],
    })),
    albums: Array.from({ length: 20 }, (_, disc) => ({
      id: `album-${disc}`,
      title: long(`Album ${disc}`),
      kind: 'mixed' as const,
      label: long('Label'),
      edition: long('Edition'),
      complete: true,
      tracks: Array.from({ length: 10 }, (_, index) => ({
        id: disc === 0 ? `t-${index + 1}-1` : `${'t'.repeat(34)}-${disc}-${index + 1}`,
        disc: disc + 1,
        number: index + 1,
        title: long(`Track ${index}`),
        artists: artists(60),
        length: 7200,
        kind: index % 2 === 0 ? ('score' as const) : ('song' as const),
        ...(disc === 0 &&
          index === 0 && {
            lyric: { phrase: long('a'), credit: long('credit'), theme: long('theme') },
          }),
      })),
      sources: ['s'],
    })),
    cues: Array.from({ length: 20 }, (_, index) => ({
      order: index + 1,
      where: 'film' as const,
      song: { title: long('Heard'), artists: artists(60) },
      moment: '|'.repeat(200),
      spoiler: true,
      confidence: 'low' as const,
      disputed: long('Disputed').repeat(3),
      sources: ['s'],
    })),
    notes: Array.from({ length: 30 }, () => ({
      kind: 'trivia' as const,
      text: '*'.repeat(400),
      sources: ['s'],
    })),
    sources: Array.from({ length: 30 }, (_, index) => ({
      id: index === 0 ? 's' : `s-${index}`,
      title: long('Source').repeat(3),
      url: `https://example.org/${'x'.repeat(600)}${index}`,
      supports: ['title' as const],
    })),
  });
  return buildCatalog({
    titles: [title(10), title(11)],
    artists: [],
    vocabulary: { moods: { cool: [] }, genres: { pop: [] } },
    date: '2026-01-01',
  });
}

describe('fitted()', () => {
  it('shortens every card of titles with far too much of everything to what Discord takes', () => {
    expect(refused(enormous(), face)).toEqual([]);
  });

  it('cuts at the end of lines, and never shows what a spoiler bar hides', () => {
    const hidden = `||${'secret '.repeat(700)}||`;
    const [card] = fitted([text(`# Name\n${hidden}\nlast`), text('short')]);
    expect(card).toEqual(text('# Name\n…'));
  });
});
