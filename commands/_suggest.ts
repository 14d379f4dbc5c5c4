import type { Choice } from '../src/bot/command.ts';
import type { Catalog, Hit } from '../src/catalog/catalog.ts';
import { artistOption } from '../src/replies/artist-card.ts';
import { titleLabel, trackLabel } from '../src/replies/format.ts';
import { clip, LIMITS } from '../src/replies/limits.ts';
import { songOption } from '../src/replies/song-card.ts';
import { carried, type TagKind } from './_tags.ts';

/** Suggestions as one types: ids as values, since names may be shared; the best known when nothing is typed. */
export const choice = (name: string, value: string): Choice => ({
  name: clip(name, LIMITS.choiceName),
  value,
});

function suggest<T>(
  typed: string,
  search: (query: string, limit: number) => readonly Hit<T>[],
  best: readonly T[],
): readonly T[] {
  return typed.trim() === ''
    ? best.slice(0, LIMITS.choices)
    : search(typed, LIMITS.choices).map(({ value }) => value);
}

export const suggestTitles = (catalog: Catalog, typed: string): Choice[] =>
  suggest(typed, (query, limit) => catalog.searchTitles(query, limit), catalog.titles).map(
    (title) => choice(titleLabel(title), title.id),
  );

export const suggestArtists = (catalog: Catalog, typed: string): Choice[] =>
  suggest(typed, (query, limit) => catalog.searchArtists(query, limit), catalog.artists).map(
    (artist) => choice(artist.name, artistOption(artist).value),
  );

export const suggestSongs = (catalog: Catalog, typed: string): Choice[] =>
  suggest(typed, (query, limit) => catalog.searchSongs(query, limit), catalog.songs).map((song) =>
    choice(songOption(song).label, song.id),
  );

export const suggestTracks = (catalog: Catalog, typed: string): Choice[] =>
  suggest(
    typed,
    (query, limit) => catalog.searchTracks(query, limit),
    catalog.titles.slice(0, LIMITS.choices).flatMap((title) => {
      const [pick] = title.picks;
      return (pick && catalog.track(`${title.id}/${pick.track}`)) ?? [];
    }),
  ).map(({ ref, track, title }) => choice(`${trackLabel(track)} · ${titleLabel(title)}`, ref));

/** Moods and genres by name or synonym, those that begin with what is typed first. */
export function suggestTags(catalog: Catalog, typed: string, kinds: readonly TagKind[]): Choice[] {
  const wanted = typed.trim().toLowerCase();
  const words = kinds.flatMap((kind) =>
    [...catalog.vocabulary[kind]].filter(([word]) => carried(catalog, kind, word)),
  );
  const rank = ([name, synonyms]: readonly [string, readonly string[]]): number => {
    if (name.startsWith(wanted)) return 0;
    if (synonyms.some((synonym) => synonym.startsWith(wanted))) return 1;
    return [name, ...synonyms].some((word) => word.includes(wanted)) ? 2 : 3;
  };
  return words
    .map((word) => ({ word, rank: rank(word) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, LIMITS.choices)
    .map(({ word: [name] }) => choice(name, name));
}
