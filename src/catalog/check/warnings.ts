import { foldKey } from '../fold.ts';
import type { Data } from '../read-data.ts';
import { editDistance } from '../search/edit-distance.ts';

/** Shorter names differ by a letter too often to be worth a look. */
const SHORTEST = 7;

/** What may be right but deserves a look: names one letter apart, titles that share a name, thin files. */
export function warnings({ titles }: Pick<Data, 'titles'>): string[] {
  const artists = new Map<string, string>();
  for (const { composers, albums } of titles) {
    for (const name of [
      ...composers,
      ...albums
        .flatMap(({ tracks }) => tracks)
        .flatMap(({ artists: all }) => all.map((one) => one.name)),
    ]) {
      artists.set(foldKey(name), name);
    }
  }
  return [
    ...closePairs([...artists]).map(
      ([a, b]) => `artists "${a}" and "${b}": one person, written two ways?`,
    ),
    ...titles
      .filter(({ albums }) => !albums.some(({ complete }) => complete))
      .map(({ id }) => `titles/${id}.json has no album with a whole track list`),
    ...titles
      .filter(({ cues }) => cues.length === 0)
      .map(({ id }) => `titles/${id}.json has no cue`),
  ];
}

function closePairs(names: readonly (readonly [string, string])[]): [string, string][] {
  const pairs: [string, string][] = [];
  const byLength = names.toSorted((a, b) => a[0].length - b[0].length);
  for (const [index, [folded, name]] of byLength.entries()) {
    if (folded.length < SHORTEST) continue;
    for (let next = index + 1; next < byLength.length; next += 1) {
      const other = byLength[next];
      if (!other || other[0].length > folded.length + 1) break;
      if (editDistance(folded, other[0], 1) === 1) pairs.push([name, other[1]]);
    }
  }
  return pairs;
}
