import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldKey } from '../../src/catalog/fold.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { slugOf } from '../../src/catalog/slug.ts';

const catalog = loadCatalog(new URL('../../data/', import.meta.url));
const absent = readFileSync(new URL('absent-titles.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

describe('the catalog', () => {
  it('finds every title by id, by "Title (year)" and by its name', () => {
    for (const title of catalog.titles) {
      const named = `${title.title} (${title.year})`;
      expect(catalog.resolveTitle(title.id)).toMatchObject({ kind: 'exact', value: title });
      expect([named, catalog.resolveTitle(named)]).toMatchObject([
        named,
        { kind: 'exact', value: { id: title.id } },
      ]);
      const byName = catalog.resolveTitle(title.title);
      const namesakes = catalog.titles.filter((one) => foldKey(one.title) === foldKey(title.title));
      if (namesakes.length === 1) {
        expect(byName).toMatchObject({ kind: 'exact', value: { id: title.id } });
      } else {
        expect(byName.kind).toBe('ambiguous');
        const candidates = byName.kind === 'ambiguous' ? byName.candidates : [];
        expect(new Set(candidates)).toEqual(new Set(namesakes));
      }
    }
  });

  it('finds every title by each alias, or asks', () => {
    for (const title of catalog.titles) {
      for (const alias of title.aliases ?? []) {
        const found = catalog.resolveTitle(alias);
        const values =
          found.kind === 'exact'
            ? [found.value]
            : found.kind === 'ambiguous'
              ? found.candidates
              : [];
        expect([alias, values]).toEqual([alias, expect.arrayContaining([title])]);
      }
    }
  });

  it('finds every track by its reference and by its name', () => {
    for (const title of catalog.titles) {
      for (const entry of catalog.tracksOf(title)) {
        expect(catalog.track(entry.ref)).toBe(entry);
        expect(entry.ref.length).toBeLessThanOrEqual(81);
        const [best] = catalog.searchTracks(entry.track.title, 25);
        expect([entry.track.title, foldKey(best?.value.track.title ?? '')]).toEqual([
          entry.track.title,
          foldKey(entry.track.title),
        ]);
      }
    }
  });

  it('finds every artist and song by id and by name', () => {
    for (const artist of catalog.artists) {
      expect(catalog.artist(artist.id)).toBe(artist);
      expect(catalog.searchArtists(artist.name, 1)[0]?.value).toBe(artist);
    }
    for (const song of catalog.songs) {
      expect(catalog.song(song.id)).toBe(song);
      expect(song.performers.length).toBeGreaterThan(0);
      const [best] = catalog.searchSongs(song.name, 1);
      expect([song.name, foldKey(best?.value.name ?? '')]).toEqual([song.name, foldKey(song.name)]);
    }
  });

  it('finds every title with one letter of it missing, first or beside its namesakes', () => {
    for (const { title } of catalog.titles) {
      for (let at = 1; at < title.length; at += 1) {
        const typed = title.slice(0, at) + title.slice(at + 1);
        const word = /\S+$/.exec(title.slice(0, at + 1))?.[0] ?? '';
        if (!/^[a-z]{5,}$/i.test(word + (/^[a-z]*/i.exec(title.slice(at + 1))?.[0] ?? '')))
          continue;
        const found = catalog.searchTitles(typed, 5).map(({ value }) => value.title);
        expect([typed, found]).toEqual([typed, expect.arrayContaining([title])]);
      }
    }
  });

  it('holds one artist for one name, under ids that are slugs', () => {
    const keys = catalog.artists.map(({ name }) => foldKey(name));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { id } of [...catalog.artists, ...catalog.songs]) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(id.length).toBeLessThanOrEqual(94);
    }
  });

  it('derives the same ids every time', () => {
    const again = loadCatalog(new URL('../../data/', import.meta.url));
    expect(again.artists.map(({ id }) => id)).toEqual(catalog.artists.map(({ id }) => id));
    expect(again.songs.map(({ id }) => id)).toEqual(catalog.songs.map(({ id }) => id));
    expect(catalog.artist(slugOf('Cliff Martinez'))?.composed.length).toBeGreaterThan(0);
  });

  it('lists every appearance of a song once a title', () => {
    for (const song of catalog.songs) {
      const ids = song.appearances.map(({ title }) => title.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('a film that the catalog does not have', () => {
  const known = new Set(catalog.titles.map(({ title }) => foldKey(title)));

  // The catalog grows: what it has by then is no longer absent.
  it.each(absent.filter((name) => !known.has(foldKey(name))))('is not answered: %s', (name) => {
    const found = catalog.resolveTitle(name);
    if (found.kind === 'exact') {
      // An alias may be it: "The Empire Strikes Back" once it is there.
      const aliases = (found.value.aliases ?? []).map(foldKey);
      expect([name, aliases]).toEqual([name, expect.arrayContaining([foldKey(name)])]);
    } else if (found.kind === 'guess') {
      // Only a title that holds the whole of what was typed.
      expect([name, foldKey(found.value.title)]).toEqual([
        name,
        expect.stringContaining(foldKey(name)),
      ]);
    }
  });

  it('is at most guessed at when it is truly a letter away', () => {
    expect(catalog.resolveTitle('Amelia')).toMatchObject({
      kind: 'guess',
      value: { id: 'amelie-2001' },
    });
  });

  it('is in a list of a hundred, most of them absent', () => {
    expect(absent.length).toBeGreaterThanOrEqual(100);
    const none = absent.filter((name) => catalog.resolveTitle(name).kind === 'none');
    const asked = absent.filter((name) => catalog.resolveTitle(name).kind === 'ambiguous');
    expect(none.length + asked.length).toBeGreaterThanOrEqual(20);
  });
});
