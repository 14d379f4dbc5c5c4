import { buildCatalog } from '../../src/catalog/build.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { type Title, titleSchema } from '../../src/catalog/schema.ts';

const MOODS = ['calm', 'tense', 'bright', 'dark'];
const GENRES = ['rock', 'ambient', 'jazz'];
const SIZE = 30;

/** A title of four tracks: a song with a writer and a producer, two of the score, and a dialogue. */
function title(index: number): Title {
  const composer = `Composer ${index % 7}`;
  const credits = (role: string) => [{ name: composer, role }];
  return titleSchema.parse({
    id: `title-${index}-2000`,
    ...(index === 3 && { formerIds: ['old-3-2000'] }),
    kind: 'film',
    title: `Title ${index}`,
    year: 2000,
    directors: [`Director ${index % 9}`],
    composers: index % 4 === 0 ? [] : [composer],
    genres: [GENRES[index % 3]],
    moods: [MOODS[index % 4], MOODS[(index + 1 + (index % 2)) % 4]],
    accent: '#112233',
    popularity: 1 + ((index * 13) % 97),
    why: 'Because.',
    picks: ['song', 'theme', 'end'].map((track) => ({ track, reason: `why ${track}` })),
    awards: [],
    albums: [
      {
        id: 'album',
        title: `Album ${index}`,
        kind: 'mixed',
        complete: index % 5 !== 0,
        sources: ['s'],
        tracks: [
          {
            id: 'song',
            number: 1,
            title: `Song ${index}`,
            kind: 'song',
            artists: [
              { name: `Singer ${index % 5}`, role: 'performer' },
              { name: `Writer ${index % 6}`, role: 'writer' },
              { name: 'The Producer', role: 'producer' },
            ],
          },
          { id: 'theme', number: 2, title: 'Theme', kind: 'score', artists: credits('composer') },
          { id: 'end', number: 3, title: 'End', kind: 'score', artists: credits('composer') },
          { id: 'talk', number: 4, title: 'Talk', kind: 'dialogue', artists: credits('performer') },
          { id: 'coda', number: 5, title: 'Coda', kind: 'score', artists: credits('conductor') },
        ],
      },
    ],
    cues: [
      {
        order: 1,
        where: 'film',
        track: 'coda',
        moment: 'they part',
        spoiler: index % 2 === 0,
        confidence: 'high',
        sources: ['s'],
      },
    ],
    notes: [],
    sources: [{ id: 's', title: 'S', url: 'https://example.com/', supports: ['tracks'] }],
  });
}

/** A catalog that is nothing but corners: few tags, shared people, incomplete albums, ties. */
export const inventedCatalog = (): Catalog =>
  buildCatalog({
    titles: Array.from({ length: SIZE }, (_, index) => title(index)),
    artists: [],
    vocabulary: {
      moods: Object.fromEntries(MOODS.map((mood) => [mood, []])),
      genres: Object.fromEntries(GENRES.map((genre) => [genre, []])),
    },
    date: '2026-01-01',
  });
