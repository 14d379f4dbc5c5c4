import { foldKey } from '../fold.ts';
import type { Problem } from '../problem.ts';
import type { Data } from '../read-data.ts';
import { slugOf } from '../slug.ts';

/** What the artists' files say of themselves, of tracks and of one another must hold together. */
export function checkArtists({ titles, artists }: Pick<Data, 'titles' | 'artists'>): Problem[] {
  const problems: Problem[] = [];
  const refs = new Set(
    titles.flatMap(({ id, albums }) =>
      albums.flatMap(({ tracks }) => tracks.map((track) => `${id}/${track.id}`)),
    ),
  );
  const owners = new Map<string, string>();
  for (const artist of artists) {
    const file = `artists/${artist.id}.json`;
    const complain = (path: string, message: string) => problems.push({ file, path, message });
    const wanted = slugOf(artist.name, 40);
    if (artist.id !== wanted) complain('id', `the slug of "${artist.name}" is "${wanted}"`);
    if (artist.startHere !== undefined && !refs.has(artist.startHere)) {
      complain('startHere', `no title has the track "${artist.startHere}"`);
    }
    const sources = new Set(artist.sources.map(({ id }) => id));
    for (const [index, item] of (artist.news ?? []).entries()) {
      for (const id of item.sources) {
        if (!sources.has(id)) complain(`news.${index}.sources`, `no source is called "${id}"`);
      }
    }
    for (const name of [artist.name, ...(artist.aliases ?? [])]) {
      const owner = owners.get(foldKey(name)) ?? artist.id;
      owners.set(foldKey(name), owner);
      if (owner !== artist.id)
        complain('aliases', `"${name}" is a name of artists/${owner}.json too`);
    }
  }
  return problems;
}
