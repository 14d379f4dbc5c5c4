import type { Song, SongAppearance, TrackEntry } from '../catalog.ts';
import { rememberingFoldKey } from '../fold.ts';
import type { ArtistCredit, Title } from '../schema.ts';
import { SlugRegister, slugOf } from '../slug.ts';

interface Draft {
  readonly name: string;
  readonly performers: readonly ArtistCredit[];
  readonly writers: Map<string, ArtistCredit>;
  readonly appearances: Map<Title, { entry?: TrackEntry; cues: Title['cues'] }>;
  readonly entries: Set<TrackEntry>;
}

const isPerformer = ({ role }: ArtistCredit): boolean =>
  role === 'performer' || role === 'featured';
const isWriter = ({ role }: ArtistCredit): boolean =>
  role === 'writer' || role === 'composer' || role === 'lyricist';

/**
 * Every song once: one folded name by one main performer. A cover is a song of its own, since who
 * sings it is what people ask.
 *
 * @param titles - most popular first, which is the order of songs and of their appearances
 */
export function deriveSongs(
  titles: readonly Title[],
  tracksOf: (title: Title) => readonly TrackEntry[],
): { songs: Song[]; songOf: ReadonlyMap<TrackEntry, Song> } {
  const foldKey = rememberingFoldKey();
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string, artists: readonly ArtistCredit[]): Draft => {
    const lead = artists.find(({ role }) => role === 'performer') ?? artists[0];
    const key = `${foldKey(name)}|${lead ? foldKey(lead.name) : ''}`;
    const known = drafts.get(key);
    if (known) return known;
    const performers = artists.filter(isPerformer);
    const draft: Draft = {
      name,
      performers: performers.length > 0 ? performers : artists.slice(0, 1),
      writers: new Map(),
      appearances: new Map(),
      entries: new Set(),
    };
    drafts.set(key, draft);
    return draft;
  };
  const appear = (draft: Draft, title: Title) => {
    const appearance = draft.appearances.get(title) ?? { cues: [] };
    draft.appearances.set(title, appearance);
    return appearance;
  };
  for (const title of titles) {
    for (const entry of tracksOf(title)) {
      if (entry.track.kind !== 'song') continue;
      const draft = draftOf(entry.track.title, entry.track.artists);
      draft.entries.add(entry);
      for (const writer of entry.track.artists.filter(isWriter))
        draft.writers.set(foldKey(writer.name), writer);
      const appearance = appear(draft, title);
      appearance.entry ??= entry;
      appearance.cues = [
        ...appearance.cues,
        ...title.cues.filter(({ track }) => track === entry.track.id),
      ];
    }
    for (const cue of title.cues) {
      if (!cue.song) continue;
      const draft = draftOf(cue.song.title, cue.song.artists);
      for (const writer of cue.song.artists.filter(isWriter))
        draft.writers.set(foldKey(writer.name), writer);
      const appearance = appear(draft, title);
      appearance.cues = [...appearance.cues, cue];
    }
  }
  const taken = new SlugRegister();
  const songOf = new Map<TrackEntry, Song>();
  const songs = [...drafts.values()].map((draft) => {
    const song = finish(draft, taken);
    for (const entry of draft.entries) songOf.set(entry, song);
    return song;
  });
  return { songs, songOf };
}

/** Longest id of a song: it is a menu's value. */
const ID_LENGTH = 90;

function finish(draft: Draft, taken: SlugRegister): Song {
  const lead = draft.performers[0]?.name ?? '';
  const id = taken.claim(slugOf(`${draft.name} ${lead}`, ID_LENGTH));
  const appearances: SongAppearance[] = [...draft.appearances].map(([title, { entry, cues }]) => ({
    title,
    ...(entry && { entry }),
    cues,
  }));
  return {
    id,
    name: draft.name,
    performers: draft.performers,
    writers: [...draft.writers.values()],
    appearances,
  };
}
