import type { Artist, Catalog, Hit, PhraseEntry, TrackEntry } from './catalog.ts';
import { deriveArtists, renownOf } from './derive/artists.ts';
import { deriveSongs } from './derive/songs.ts';
import { foldKeys } from './fold.ts';
import { subtitlesOf, surnameOf } from './part-names.ts';
import type { Data } from './read-data.ts';
import { type Resolvable, resolve } from './resolve.ts';
import { resolveTitle } from './resolve-title.ts';
import type { Title } from './schema.ts';
import { buildIndex, type SearchRecord } from './search/search-index.ts';

/** Puts the parsed files together: order, references, artists, songs and the search indices. */
export function buildCatalog(data: Omit<Data, 'problems'>): Catalog {
  const titles = data.titles.toSorted(
    (a, b) =>
      b.popularity - a.popularity || a.title.localeCompare(b.title, 'en') || a.year - b.year,
  );
  const titleById = new Map<string, Title>();
  const trackByRef = new Map<string, TrackEntry>();
  const entries = new Map<Title, readonly TrackEntry[]>();
  for (const title of titles) {
    const ids = [title.id, ...(title.formerIds ?? [])];
    for (const id of ids) titleById.set(id, title);
    const own = title.albums.flatMap((album) =>
      album.tracks.map((track) => ({ ref: `${title.id}/${track.id}`, title, album, track })),
    );
    entries.set(title, own);
    for (const entry of own) {
      for (const trackId of [entry.track.id, ...(entry.track.formerIds ?? [])]) {
        for (const id of ids) trackByRef.set(`${id}/${trackId}`, entry);
      }
    }
  }
  const tracksOf = (title: Title) => entries.get(title) ?? [];
  const track = (ref: string) => trackByRef.get(ref);
  const artists = deriveArtists(titles, tracksOf, track, data.artists);
  const { songs, songOf } = deriveSongs(titles, tracksOf);
  const tracks = titles.flatMap(tracksOf);
  const phrases = tracks.flatMap((entry): PhraseEntry[] =>
    entry.track.lyric ? [{ entry, lyric: entry.track.lyric }] : [],
  );
  const artistById = new Map(artists.map((artist) => [artist.id, artist]));
  const songById = new Map(songs.map((song) => [song.id, song]));

  const titleKind = resolvable(titles, (id) => titleById.get(id), {
    names: ({ title, originalTitle, aliases }) => [
      title,
      ...(originalTitle ? [originalTitle] : []),
      ...(aliases ?? []),
    ],
    parts: subtitlesOf,
    context: ({ year, composers, directors, creators }) => [
      String(year),
      ...composers,
      ...(directors ?? []),
      ...(creators ?? []),
    ],
    popularity: ({ popularity }) => popularity,
  });
  const artistKind = resolvable(artists, (id) => artistById.get(id), {
    names: ({ name, aliases }) => [name, ...aliases],
    parts: surnameOf,
    popularity: renownOf,
  });
  const songKind = resolvable(songs, (id) => songById.get(id), {
    names: ({ name }) => [name],
    context: ({ performers }) => performers.map(({ name }) => name),
    contextDecides: true,
    popularity: ({ appearances }) => appearances[0]?.title.popularity ?? 0,
  });
  const trackKind: Resolvable<TrackEntry> = {
    ...resolvable(tracks, track, {
      names: (entry) => [entry.track.title],
      context: ({ track: { artists: credits }, title }) => [
        ...credits.map(({ name }) => name),
        title.title,
      ],
      contextDecides: true,
      popularity: ({ title }) => title.popularity,
    }),
    sameAs: (entry) => songOf.get(entry) ?? entry,
  };
  const phraseKind = resolvable(phrases, () => undefined, {
    names: ({ lyric }) => [lyric.phrase],
    popularity: ({ entry }) => entry.title.popularity,
  });

  return {
    counts: countsOf(data, tracks, artists, phrases),
    date: data.date,
    vocabulary: {
      moods: new Map(Object.entries(data.vocabulary.moods)),
      genres: new Map(Object.entries(data.vocabulary.genres)),
    },
    titles,
    artists,
    songs,
    title: (id) => titleById.get(id),
    track,
    artist: (id) => artistById.get(id),
    song: (id) => songById.get(id),
    tracksOf,
    songOf: (entry) => songOf.get(entry),
    resolveTitle: (input) => resolveTitle(input, titleKind),
    resolveArtist: (input) => resolve(input, artistKind),
    resolveSong: (input) => resolve(input, songKind),
    resolveTrack: (input) => resolve(input, trackKind),
    searchTitles: (query, limit) => hits(query, limit, titleKind),
    searchArtists: (query, limit) => hits(query, limit, artistKind),
    searchSongs: (query, limit) => hits(query, limit, songKind),
    searchTracks: (query, limit) => hits(query, limit, trackKind),
    searchPhrases: (query, limit) => hits(query, limit, phraseKind),
    warm() {
      for (const { index, byName } of [titleKind, artistKind, songKind, trackKind, phraseKind]) {
        index();
        byName();
      }
    },
  };
}

/** Made when first wanted: a process is ready sooner than all its indices are. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

interface Naming<T> {
  /** Its own name first. */
  readonly names: (value: T) => readonly string[];
  /** Parts of a name that can stand for it, though never as surely as the whole. */
  readonly parts?: (value: T) => readonly string[];
  /** What people add to tell it from its namesakes. */
  readonly context?: (value: T) => readonly string[];
  /** See {@link Resolvable}. */
  readonly contextDecides?: boolean;
  readonly popularity: (value: T) => number;
}

function resolvable<T>(
  records: readonly T[],
  byId: (id: string) => T | undefined,
  { names, parts, context, contextDecides = false, popularity }: Naming<T>,
): Resolvable<T> {
  const byName = once(() => {
    const found = new Map<string, T[]>();
    for (const record of records) {
      for (const key of new Set(names(record).flatMap(foldKeys))) {
        const known = found.get(key);
        if (known) known.push(record);
        else found.set(key, [record]);
      }
    }
    return found;
  });
  const index = once(() =>
    buildIndex(
      records.map(
        (record): SearchRecord => ({
          names: [...names(record), ...(parts?.(record) ?? [])],
          ...(context && { context: context(record) }),
          popularity: popularity(record),
        }),
      ),
    ),
  );
  return { byId, byName, records, names, index, contextDecides };
}

function hits<T>(
  query: string,
  limit: number,
  { index, records, names }: Pick<Resolvable<T>, 'index' | 'records' | 'names'>,
): Hit<T>[] {
  return index()
    .search(query, limit)
    .flatMap(({ record, score, name, exact, typos }) => {
      const value = records[record];
      if (value === undefined) return [];
      // Only a whole name counts as exact, not a part that merely helps to find it.
      return [{ value, score, exact: exact && name < names(value).length, typos }];
    });
}

function countsOf(
  { titles, artists: files }: Pick<Data, 'titles' | 'artists'>,
  tracks: readonly TrackEntry[],
  artists: readonly Artist[],
  phrases: readonly PhraseEntry[],
): Catalog['counts'] {
  const albums = titles.flatMap((title) => title.albums);
  return {
    titles: titles.length,
    albums: albums.length,
    completeAlbums: albums.filter(({ complete }) => complete).length,
    tracks: tracks.length,
    artists: artists.length,
    cues: titles.reduce((sum, { cues }) => sum + cues.length, 0),
    phrases: phrases.length,
    sources: [...titles, ...files].reduce((sum, { sources }) => sum + sources.length, 0),
  };
}
