import type { Catalog, PhraseEntry, TrackEntry } from './catalog.ts';
import { deriveArtists } from './derive/artists.ts';
import { deriveSongs } from './derive/songs.ts';
import { artistKind, phraseKind, songKind, titleKind, trackKind } from './kinds.ts';
import { once } from './once.ts';
import type { Data } from './read-data.ts';
import { searcher } from './resolvable.ts';
import { resolve } from './resolve.ts';
import { resolveTitle } from './resolve-title.ts';
import type { Title } from './schema.ts';

/**
 * Puts the parsed files together. Titles and references are there at once; artists, songs and the
 * search indices when first wanted, or by `warm()`.
 */
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
  const tracks = titles.flatMap(tracksOf);
  const phrases = tracks.flatMap((entry): PhraseEntry[] =>
    entry.track.lyric ? [{ entry, lyric: entry.track.lyric }] : [],
  );
  const artists = once(() => deriveArtists(titles, tracksOf, track, data.artists));
  const songs = once(() => deriveSongs(titles, tracksOf));
  const artistById = once(() => new Map(artists().map((artist) => [artist.id, artist])));
  const songById = once(() => new Map(songs().songs.map((song) => [song.id, song])));
  const title = (id: string) => titleById.get(id);
  const artist = (id: string) => artistById().get(id);
  const song = (id: string) => songById().get(id);
  const songOf = (entry: TrackEntry) => songs().songOf.get(entry);

  const kinds = {
    title: titleKind(titles, title),
    artist: once(() => artistKind(artists(), artist)),
    song: once(() => songKind(songs().songs, song)),
    track: trackKind(tracks, track, songOf),
    phrase: phraseKind(phrases),
  };
  const counts = once(() => countsOf(data, tracks, artists().length, phrases.length));

  return {
    get counts() {
      return counts();
    },
    date: data.date,
    vocabulary: {
      moods: new Map(Object.entries(data.vocabulary.moods)),
      genres: new Map(Object.entries(data.vocabulary.genres)),
    },
    titles,
    get artists() {
      return artists();
    },
    get songs() {
      return songs().songs;
    },
    title,
    track,
    artist,
    song,
    tracksOf,
    songOf,
    resolveTitle: (input) => resolveTitle(input, kinds.title),
    resolveArtist: (input) => resolve(input, kinds.artist()),
    resolveSong: (input) => resolve(input, kinds.song()),
    resolveTrack: (input) => resolve(input, kinds.track),
    searchTitles: searcher(() => kinds.title),
    searchArtists: searcher(kinds.artist),
    searchSongs: searcher(kinds.song),
    searchTracks: searcher(() => kinds.track),
    searchPhrases: searcher(() => kinds.phrase),
    warm() {
      counts();
      const { title: titleOf, track: trackOf, phrase } = kinds;
      for (const kind of [titleOf, kinds.artist(), kinds.song(), trackOf, phrase]) {
        kind.index();
        kind.byName();
      }
    },
  };
}

function countsOf(
  { titles, artists: files }: Pick<Data, 'titles' | 'artists'>,
  tracks: readonly TrackEntry[],
  artists: number,
  phrases: number,
): Catalog['counts'] {
  const albums = titles.flatMap((title) => title.albums);
  return {
    titles: titles.length,
    albums: albums.length,
    completeAlbums: albums.filter(({ complete }) => complete).length,
    tracks: tracks.length,
    artists,
    cues: titles.reduce((sum, { cues }) => sum + cues.length, 0),
    phrases,
    sources: [...titles, ...files].reduce((sum, { sources }) => sum + sources.length, 0),
  };
}
