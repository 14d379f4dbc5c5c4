import type { Artist, Catalog, TrackEntry } from '../catalog/catalog.ts';
import { foldKey } from '../catalog/fold.ts';
import type { ArtistCredit, Title, Track } from '../catalog/schema.ts';
import type { Because } from './because.ts';

export interface Recommendation {
  readonly entry: TrackEntry;
  /** Strongest first; never empty. */
  readonly because: readonly Because[];
  /** The catalog's own words on the track, when it is one of its title's picks. */
  readonly reason?: string;
}

/** A title's three picks as entries, in order. */
export function picksOf(catalog: Catalog, title: Title): Recommendation[] {
  return title.picks.flatMap(({ track, reason }) => {
    const entry = catalog.track(`${title.id}/${track}`);
    return entry ? [{ entry, because: [{ kind: 'pick' as const, title }], reason }] : [];
  });
}

/**
 * A title's tracks in the order to hear them: its picks, those heard at a moment that gives nothing
 * away, the rest of its albums.
 */
export function tracksToPlay(catalog: Catalog, title: Title): Recommendation[] {
  const order = new Map<string, Recommendation>();
  const offer = (recommendation: Recommendation) => {
    if (!order.has(recommendation.entry.ref)) order.set(recommendation.entry.ref, recommendation);
  };
  for (const pick of picksOf(catalog, title)) offer(pick);
  for (const cue of title.cues) {
    const entry = cue.track === undefined ? undefined : catalog.track(`${title.id}/${cue.track}`);
    const told = !cue.spoiler && cue.confidence !== 'low' && cue.disputed === undefined;
    if (entry && told) offer({ entry, because: [{ kind: 'cue', moment: cue.moment }] });
  }
  for (const entry of catalog.tracksOf(title)) {
    if (entry.track.kind === 'dialogue') continue;
    offer({
      entry,
      because: [onAlbum(entry)],
    });
  }
  return [...order.values()];
}

const onAlbum = ({ album, track }: TrackEntry): Because => ({
  kind: 'album',
  album: album.title,
  ...(album.complete && { number: track.number }),
});

/** The one track to stand for a title: its first pick that isn't excluded, else the next to play. */
export function bestOf(
  catalog: Catalog,
  title: Title,
  excluded: ReadonlySet<string>,
): Recommendation | undefined {
  return tracksToPlay(catalog, title).find(({ entry }) => !excluded.has(entry.ref));
}

/** An artist's best track of each title that credits them, picks before others. */
export function tracksOfArtist(catalog: Catalog, artist: Artist): Recommendation[] {
  const credited = new Set(artist.tracks.map(({ ref }) => ref));
  const titles = new Map(artist.tracks.map(({ title }) => [title.id, title]));
  return [...titles.values()].flatMap((title) => {
    const best = tracksToPlay(catalog, title).find(({ entry }) => credited.has(entry.ref));
    return best ? [{ ...best, because: [creditOf(artist, best.entry.track)] }] : [];
  });
}

/** Parts in which somebody is heard, or leads those who are. */
const HEARD: readonly ArtistCredit['role'][] = ['performer', 'featured', 'conductor', 'orchestra'];

/** The most that is credited to an artist on a track: composed before performed, written, produced. */
function creditOf({ name, aliases }: Artist, track: Track): Because {
  const known = new Set([name, ...aliases].map(foldKey));
  const roles = track.artists.filter((one) => known.has(foldKey(one.name))).map(({ role }) => role);
  if (roles.includes('composer')) return { kind: 'composed', artist: name };
  if (roles.some((role) => HEARD.includes(role))) return { kind: 'performs', artist: name };
  return { kind: roles.includes('producer') ? 'produced' : 'wrote', artist: name };
}
