import type { Artist, PhraseEntry, Song, TrackEntry } from './catalog.ts';
import { renownOf } from './derive/artists.ts';
import { subtitlesOf, surnameOf } from './part-names.ts';
import { resolvable } from './resolvable.ts';
import type { Resolvable } from './resolve.ts';
import type { Title } from './schema.ts';

/** How each kind of record is named, told from its namesakes and put in order. */

type ById<T> = (id: string) => T | undefined;

export const titleKind = (titles: readonly Title[], byId: ById<Title>): Resolvable<Title> =>
  resolvable(titles, byId, {
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

export const artistKind = (artists: readonly Artist[], byId: ById<Artist>): Resolvable<Artist> =>
  resolvable(artists, byId, {
    names: ({ name, aliases }) => [name, ...aliases],
    parts: surnameOf,
    popularity: renownOf,
  });

export const songKind = (songs: readonly Song[], byId: ById<Song>): Resolvable<Song> =>
  resolvable(songs, byId, {
    names: ({ name }) => [name],
    context: ({ performers }) => performers.map(({ name }) => name),
    contextDecides: true,
    popularity: ({ appearances }) => appearances[0]?.title.popularity ?? 0,
  });

/** @param songOf - tracks of one song are the same to whoever names it */
export const trackKind = (
  tracks: readonly TrackEntry[],
  byId: ById<TrackEntry>,
  songOf: (entry: TrackEntry) => Song | undefined,
): Resolvable<TrackEntry> => ({
  ...resolvable(tracks, byId, {
    names: (entry) => [entry.track.title],
    context: ({ track, title }) => [...track.artists.map(({ name }) => name), title.title],
    contextDecides: true,
    popularity: ({ title }) => title.popularity,
  }),
  sameAs: (entry) => songOf(entry) ?? entry,
});

export const phraseKind = (phrases: readonly PhraseEntry[]): Resolvable<PhraseEntry> =>
  resolvable(phrases, () => undefined, {
    names: ({ lyric }) => [lyric.phrase],
    popularity: ({ entry }) => entry.title.popularity,
  });
