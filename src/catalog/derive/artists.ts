import type { Artist, TrackEntry } from '../catalog.ts';
import { rememberingFoldKey } from '../fold.ts';
import type { ArtistFile, Title } from '../schema.ts';
import { SlugRegister, slugOf } from '../slug.ts';

/** An artist while being put together. */
interface Draft {
  name: string;
  file?: ArtistFile;
  composed: Set<Title>;
  directed: Set<Title>;
  heard: Set<Title>;
  tracks: Set<TrackEntry>;
}

/**
 * Everybody who is credited anywhere, once: names that fold alike are one artist, and so are the
 * aliases of an artist who has a file.
 *
 * @param titles - most popular first, which is the order of each artist's tracks
 */
export function deriveArtists(
  titles: readonly Title[],
  tracksOf: (title: Title) => readonly TrackEntry[],
  track: (ref: string) => TrackEntry | undefined,
  files: readonly ArtistFile[],
): Artist[] {
  const foldKey = rememberingFoldKey();
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string): Draft => {
    const key = foldKey(name);
    const draft = drafts.get(key) ?? {
      name,
      composed: new Set(),
      directed: new Set(),
      heard: new Set(),
      tracks: new Set(),
    };
    drafts.set(key, draft);
    return draft;
  };
  for (const file of files) {
    const draft = draftOf(file.name);
    draft.file = file;
    for (const alias of file.aliases ?? []) drafts.set(foldKey(alias), draft);
  }
  for (const title of titles) {
    for (const name of title.composers) draftOf(name).composed.add(title);
    for (const name of [...(title.directors ?? []), ...(title.creators ?? [])])
      draftOf(name).directed.add(title);
    for (const entry of tracksOf(title)) {
      for (const { name } of entry.track.artists) draftOf(name).tracks.add(entry);
    }
    for (const { song } of title.cues)
      for (const { name } of song?.artists ?? []) draftOf(name).heard.add(title);
  }
  const taken = new SlugRegister(files.map(({ id }) => id));
  return [...new Set(drafts.values())]
    .map((draft) => finish(draft, track, taken))
    .map((artist) => ({ artist, renown: renownOf(artist) }))
    .sort(byRenown)
    .map(({ artist }) => artist);
}

function finish(
  draft: Draft,
  track: (ref: string) => TrackEntry | undefined,
  taken: SlugRegister,
): Artist {
  const { file } = draft;
  const startHere = file?.startHere === undefined ? undefined : track(file.startHere);
  return {
    id: file?.id ?? taken.claim(slugOf(draft.name, ID_LENGTH)),
    name: file?.name ?? draft.name,
    kind: file?.kind ?? 'unknown',
    aliases: file?.aliases ?? [],
    members: file?.members ?? [],
    ...(file && { line: file.line }),
    ...(startHere && { startHere }),
    news: (file?.news ?? []).toSorted((a, b) => b.date.localeCompare(a.date)),
    sources: file?.sources ?? [],
    composed: [...draft.composed].sort(byYear),
    tracks: [...draft.tracks],
    heard: [...draft.heard].sort(byYear),
    directed: [...draft.directed].sort(byYear),
  };
}

const byYear = (a: Title, b: Title): number => a.year - b.year || a.title.localeCompare(b.title);

/** Longest id of an artist: it is a menu's value. */
const ID_LENGTH = 80;

/** Renown in this catalog, 0 to 100: the best-known title that credits them, a little more for each other. */
export function renownOf(artist: Artist): number {
  const titles = new Set([
    ...artist.composed,
    ...artist.tracks.map(({ title }) => title),
    ...artist.heard,
    ...artist.directed,
  ]);
  const best = Math.max(0, ...[...titles].map(({ popularity }) => popularity));
  return Math.min(100, best * 0.7 + titles.size * 3 + (artist.line === undefined ? 0 : 10));
}

interface Renowned {
  readonly artist: Artist;
  readonly renown: number;
}

const byRenown = (a: Renowned, b: Renowned): number =>
  b.renown - a.renown ||
  (a.artist.name < b.artist.name ? -1 : a.artist.name > b.artist.name ? 1 : 0);
