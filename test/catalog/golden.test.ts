import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadCatalog } from '../../src/catalog/load.ts';

/** What people type and what they mean by it, a line each; grows with the catalog. */
const golden = z.strictObject({
  kind: z.enum(['title', 'track', 'song', 'artist', 'phrase']),
  query: z.string(),
  /** The id or reference meant. */
  wants: z.string(),
  /** The place at which it must be found at the latest. */
  rank: z.int().min(1).max(25),
});

/** The share of queries that must be answered right, each at its place or before. */
const FLOOR = 0.97;
/** And the share that must be found among the 25 that autocomplete shows. */
const FOUND_FLOOR = 0.99;

const catalog = loadCatalog(new URL('../../data/', import.meta.url));
const lines = readFileSync(new URL('golden-queries.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => golden.parse(JSON.parse(line)));

const searches: Record<(typeof lines)[number]['kind'], (query: string) => string[]> = {
  title: (query) => catalog.searchTitles(query, 25).map(({ value }) => value.id),
  track: (query) => catalog.searchTracks(query, 25).map(({ value }) => value.ref),
  song: (query) => catalog.searchSongs(query, 25).map(({ value }) => value.id),
  artist: (query) => catalog.searchArtists(query, 25).map(({ value }) => value.id),
  phrase: (query) => catalog.searchPhrases(query, 25).map(({ value }) => value.entry.ref),
};

describe('the golden queries', () => {
  const results = lines.map((line) => {
    const place = searches[line.kind](line.query).indexOf(line.wants) + 1;
    return { ...line, place };
  });
  const late = results.filter(({ place, rank }) => place === 0 || place > rank);
  const list = late.map(
    ({ kind, query, wants, place }) => `${kind} "${query}": ${wants} at ${place || 'no place'}`,
  );

  it(`are answered right in at least ${FLOOR * 100} of 100 cases`, () => {
    const share = 1 - late.length / results.length;
    expect(share, list.join('\n')).toBeGreaterThanOrEqual(FLOOR);
  });

  it(`find what is meant in at least ${FOUND_FLOOR * 100} of 100 cases`, () => {
    const share = results.filter(({ place }) => place > 0).length / results.length;
    expect(share, list.join('\n')).toBeGreaterThanOrEqual(FOUND_FLOOR);
  });

  it('mean things that are in the catalog', () => {
    const lookups = {
      title: catalog.title,
      track: catalog.track,
      song: catalog.song,
      artist: catalog.artist,
      phrase: catalog.track,
    };
    expect(lines.filter(({ kind, wants }) => lookups[kind](wants) === undefined)).toEqual([]);
  });

  it('cover every kind of thing that can be searched for', () => {
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(Object.keys(searches)));
  });
});
