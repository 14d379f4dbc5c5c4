import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { recommend, type Wish } from '../../src/recommend/recommend.ts';
import { realCatalog } from '../support/bot.ts';
import { inventedCatalog } from './invented.ts';
import { isTrue } from './truth.ts';

const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const SEED = '2026-01-01:1200000000000000001';

/** One of every kind of wish for each thing that can be wished for. */
function wishes(catalog: Catalog): Wish[] {
  const refs = catalog.titles.flatMap((title) => catalog.tracksOf(title).map(({ ref }) => ref));
  const tags = (['moods', 'genres'] as const).flatMap((of) =>
    [...catalog.vocabulary[of].keys()]
      .filter((word) => catalog.titles.some((title) => title[of].includes(word)))
      .map((word) => ({ kind: 'tag' as const, of, word })),
  );
  return [
    { kind: 'best' },
    { kind: 'favourites', refs: refs.slice(0, 1) },
    { kind: 'favourites', refs: refs.filter((_, index) => index % 37 === 0) },
    { kind: 'favourites', refs },
    ...catalog.titles.map((title) => ({ kind: 'like' as const, title })),
    // Every seventh: the whole catalog's would take long, and they are of every kind.
    ...catalog.artists
      .filter((_, index) => index % 7 === 0)
      .map((artist) => ({ kind: 'artist' as const, artist })),
    ...tags,
  ];
}

const named = (wish: Wish): string => {
  if (wish.kind === 'like' || wish.kind === 'title') return `${wish.kind} ${wish.title.id}`;
  if (wish.kind === 'artist') return `artist ${wish.artist.id}`;
  return wish.kind === 'tag' ? `tag ${wish.word}` : wish.kind;
};

describe.each([
  ['the real catalog', realCatalog()],
  ['an invented one', inventedCatalog()],
] as const)('recommend() over %s', (_, catalog) => {
  const all = wishes(catalog);
  const whole = all.filter((wish) => wish.kind !== 'favourites' || wish.refs.length < 100);

  it('gives exactly as many as asked, no two from one title', () => {
    for (const wish of whole) {
      for (const count of COUNTS) {
        const given = recommend(catalog, wish, count, SEED);
        expect(given, named(wish)).toHaveLength(count);
        expect(new Set(given.map(({ entry }) => entry.title.id)).size, named(wish)).toBe(count);
      }
    }
  });

  it('gives only reasons that are true', () => {
    for (const wish of all) {
      for (const recommendation of recommend(catalog, wish, 10, SEED)) {
        expect(recommendation.because.length).toBeGreaterThan(0);
        for (const because of recommendation.because) {
          expect(
            isTrue(catalog, recommendation, because, wish),
            `${named(wish)}: ${recommendation.entry.ref} because ${because.kind}`,
          ).toBe(true);
        }
      }
    }
  });

  it('never gives what is on the list already, nor the title it should be like, nor dialogue', () => {
    for (const wish of all) {
      for (const { entry } of recommend(catalog, wish, 10, SEED)) {
        if (wish.kind === 'favourites') expect(wish.refs).not.toContain(entry.ref);
        if (wish.kind === 'like') expect(entry.title).not.toBe(wish.title);
        if (wish.kind !== 'artist') expect(entry.track.kind).not.toBe('dialogue');
      }
    }
  });

  it('gives the same to a server on one day, and a longer list begins as the shorter', () => {
    const refs = (wish: Wish, count: number) =>
      recommend(catalog, wish, count, SEED).map(({ entry }) => entry.ref);
    for (const wish of all) {
      expect(refs(wish, 5)).toEqual(refs(wish, 5));
      expect(refs(wish, 10).slice(0, 3), named(wish)).toEqual(refs(wish, 3));
    }
  });

  it('gives another list on another day, and to another server', () => {
    const lists = Array.from({ length: 10 }, (_, day) =>
      recommend(catalog, { kind: 'best' }, 3, `2026-01-${10 + day}:1`)
        .map(({ entry }) => entry.ref)
        .join(),
    );
    expect(new Set(lists).size).toBeGreaterThan(5);
  });

  it("plays a title's picks first, in order, then each of its other tracks once", () => {
    for (const title of catalog.titles) {
      const wish: Wish = { kind: 'title', title };
      const music = catalog.tracksOf(title).filter(({ track }) => track.kind !== 'dialogue');
      for (const count of COUNTS) {
        const given = recommend(catalog, wish, count, SEED);
        expect(given).toHaveLength(Math.min(count, music.length));
        expect(given.slice(0, 3).map(({ entry }) => entry.track.id)).toEqual(
          title.picks.slice(0, count).map(({ track }) => track),
        );
        expect(new Set(given.map(({ entry }) => entry.ref)).size).toBe(given.length);
        for (const one of given)
          for (const because of one.because) expect(isTrue(catalog, one, because, wish)).toBe(true);
      }
    }
  });
});

describe('recommend()', () => {
  const catalog = inventedCatalog();

  it('knows a favourite by the ref it was saved under, too', () => {
    const given = recommend(catalog, { kind: 'favourites', refs: ['old-3-2000/song'] }, 10, SEED);
    expect(given.map(({ entry }) => entry.ref)).not.toContain('title-3-2000/song');
  });

  it('says what somebody did, and no more', () => {
    const because = (name: string) => {
      const found = catalog.resolveArtist(name);
      if (found.kind !== 'exact') throw new Error(`${name} is not in the catalog`);
      return recommend(catalog, { kind: 'artist', artist: found.value }, 1, SEED)[0]?.because[0]
        ?.kind;
    };
    expect(because('Singer 1')).toBe('performs');
    expect(because('Writer 1')).toBe('wrote');
    expect(because('The Producer')).toBe('produced');
    expect(because('Composer 1')).toBe('composed');
    expect(because('Director 1')).toBe('made');
  });

  it('puts kin by composer before kin by mood', () => {
    const drive = realCatalog().title('dune-2021');
    if (!drive) throw new Error('Dune is not in the catalog');
    const [first] = recommend(realCatalog(), { kind: 'like', title: drive }, 1, SEED);
    expect(first?.because[0]).toMatchObject({
      kind: 'shared',
      bonds: expect.arrayContaining([{ kind: 'composer', name: 'Hans Zimmer' }]),
    });
  });
});
