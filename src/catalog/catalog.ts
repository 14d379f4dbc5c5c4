import type {
  Album,
  ArtistCredit,
  ArtistNews,
  Cue,
  Lyric,
  Source,
  Title,
  Track,
} from './schema.ts';

/**
 * What the rest of the house sees of the catalog. `load.ts` builds one from `data/`; nothing that
 * uses it may know where a record came from or how it is found.
 */
export interface Catalog {
  readonly counts: CatalogCounts;
  /** The date of the newest data file change known, `YYYY-MM-DD`, for `/about`. */
  readonly date: string;
  readonly vocabulary: {
    readonly moods: ReadonlyMap<string, readonly string[]>;
    readonly genres: ReadonlyMap<string, readonly string[]>;
  };
  /** Every title, most popular first, then by title and year: the order of every unranked list. */
  readonly titles: readonly Title[];
  readonly artists: readonly Artist[];
  readonly songs: readonly Song[];

  /** By id, or by an id it had before. */
  title(id: string): Title | undefined;
  /** By `<title id>/<track id>`, either of which may be a former id. */
  track(ref: string): TrackEntry | undefined;
  artist(id: string): Artist | undefined;
  song(id: string): Song | undefined;

  /** All tracks of a title, album by album. */
  tracksOf(title: Title): readonly TrackEntry[];
  /** The song a track is, when its kind is `song`. */
  songOf(entry: TrackEntry): Song | undefined;

  /** Id, then "Title (year)", then exact folded title or alias, then search. */
  resolveTitle(input: string): Resolution<Title>;
  resolveArtist(input: string): Resolution<Artist>;
  resolveSong(input: string): Resolution<Song>;
  resolveTrack(input: string): Resolution<TrackEntry>;

  /** Builds at once what is otherwise built on first use. */
  warm(): void;
  searchTitles(query: string, limit: number): readonly Hit<Title>[];
  searchArtists(query: string, limit: number): readonly Hit<Artist>[];
  searchSongs(query: string, limit: number): readonly Hit<Song>[];
  /** Songs and score alike. */
  searchTracks(query: string, limit: number): readonly Hit<TrackEntry>[];
  /** By remembered, half-wrong words of a song. */
  searchPhrases(query: string, limit: number): readonly Hit<PhraseEntry>[];
}

export interface CatalogCounts {
  readonly titles: number;
  readonly albums: number;
  readonly completeAlbums: number;
  readonly tracks: number;
  readonly artists: number;
  readonly cues: number;
  readonly phrases: number;
  readonly sources: number;
}

/** A search result; a higher score is a better match, and scores compare within one query only. */
export interface Hit<T> {
  readonly value: T;
  readonly score: number;
  /** True when the query, folded, is the whole of one of the record's names. */
  readonly exact: boolean;
  /** Edits that were forgiven in all the query's words together. */
  readonly typos: number;
}

/**
 * How a free text was understood. Only `exact` may be answered without more words; a `guess` must
 * be disclosed with its alternatives, and `ambiguous` must be asked back.
 */
export type Resolution<T> =
  | { readonly kind: 'exact'; readonly value: T; readonly alternatives: readonly T[] }
  | { readonly kind: 'guess'; readonly value: T; readonly alternatives: readonly T[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly T[] }
  | { readonly kind: 'none'; readonly nearest: readonly T[] };

/** A track with where it stands. */
export interface TrackEntry {
  /** `<title id>/<track id>`: what favourites and buttons keep. At most 81 characters. */
  readonly ref: string;
  readonly title: Title;
  readonly album: Album;
  readonly track: Track;
}

export interface PhraseEntry {
  readonly entry: TrackEntry;
  readonly lyric: Lyric;
}

/** One song over all titles: tracks and cues of one folded name and one main performer. */
export interface Song {
  readonly id: string;
  /** As on its most popular title's album. */
  readonly name: string;
  readonly performers: readonly ArtistCredit[];
  readonly writers: readonly ArtistCredit[];
  readonly appearances: readonly SongAppearance[];
}

export interface SongAppearance {
  readonly title: Title;
  /** Absent when it is heard in the title but is on none of its albums. */
  readonly entry?: TrackEntry;
  readonly cues: readonly Cue[];
}

/** Somebody who is credited anywhere in the catalog, enriched by a file of their own if there is one. */
export interface Artist {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'group' | 'unknown';
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  readonly line?: string;
  readonly startHere?: TrackEntry;
  /** Newest first. */
  readonly news: readonly ArtistNews[];
  readonly sources: readonly Source[];
  /** Titles whose score they composed, by year. */
  readonly composed: readonly Title[];
  /** Tracks they are credited on in any role, most popular title first. */
  readonly tracks: readonly TrackEntry[];
  /** Titles in which music of theirs is heard that is on none of its albums, by year. */
  readonly heard: readonly Title[];
  /** Titles that they directed or created, by year. */
  readonly directed: readonly Title[];
}
