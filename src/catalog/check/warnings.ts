import { foldKey } from '../fold.ts';
import type { Data } from '../read-data.ts';
import type { ArtistCredit } from '../schema.ts';
import { editDistance } from '../search/edit-distance.ts';
import { needlessAliases } from './aliases.ts';
import { usesIn } from './spelling.ts';

/** Shorter names differ by a letter too often to be worth a look. */
const SHORTEST = 7;

/** What may be right but deserves a look: names one letter apart, titles that share a name, thin files. */
export function warnings({ titles, artists: files }: Pick<Data, 'titles' | 'artists'>): string[] {
  const artists = new Map(titles.flatMap(usesIn).map(({ name }) => [foldKey(name), name]));
  return [
    ...files
      .filter(
        ({ name, aliases }) => ![name, ...(aliases ?? [])].some((one) => artists.has(foldKey(one))),
      )
      .map(({ id }) => `artists/${id}.json is of nobody that a title credits`),
    ...closePairs(titles.map(({ title, year }) => [foldKey(title), `${title} (${year})`])).map(
      ([a, b]) => `titles "${a}" and "${b}": two titles, or one misspelled?`,
    ),
    ...closePairs([...artists]).map(
      ([a, b]) => `artists "${a}" and "${b}": one person, written two ways?`,
    ),
    ...needlessAliases({ titles }),
    ...titles.flatMap(({ id, albums }) =>
      albums
        .flatMap(({ tracks }) => tracks)
        .filter(({ kind, artists: all }) => kind === 'score' && !all.some(isComposer))
        .map((track) => `titles/${id}.json: nobody is named as the composer of "${track.title}"`),
    ),
    ...titles
      .filter(({ albums }) => !albums.some(({ complete }) => complete))
      .map(({ id }) => `titles/${id}.json has no album with a whole track list`),
    ...titles
      .filter(({ cues }) => cues.length === 0)
      .map(({ id }) => `titles/${id}.json has no cue`),
  ];
}

const isComposer = ({ role }: ArtistCredit): boolean => role === 'composer';

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
