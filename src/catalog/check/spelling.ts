import { rememberingFoldKey } from '../fold.ts';
import type { Problem } from '../problem.ts';
import type { Data } from '../read-data.ts';

/** Where a name is written, and how. */
export interface Use {
  readonly name: string;
  readonly file: string;
}

/** One artist is written one way over all files: the artist's own file decides, else the first use. */
export function checkSpelling({ titles, artists }: Pick<Data, 'titles' | 'artists'>): Problem[] {
  const foldKey = rememberingFoldKey();
  const official = new Map<string, Use>();
  for (const { id, name } of artists)
    official.set(foldKey(name), { name, file: `artists/${id}.json` });
  const aliases = new Map(
    artists.flatMap(({ name, aliases: others }) =>
      (others ?? []).map((alias) => [foldKey(alias), name] as const),
    ),
  );
  const problems = new Map<string, Problem>();
  for (const use of titles.flatMap(usesIn)) {
    const key = foldKey(use.name);
    const alias = aliases.get(key);
    const known = official.get(key);
    if (!known && alias === undefined) official.set(key, use);
    const wanted = alias ?? known?.name;
    if (wanted === undefined || wanted === use.name) continue;
    problems.set(`${use.file}|${use.name}`, {
      file: use.file,
      path: '',
      message: `"${use.name}" is written "${wanted}" in ${known?.file ?? "the artist's own file"}: write it one way`,
    });
  }
  return [...problems.values()];
}

/** Every name that a title credits, once. */
export function usesIn({
  id,
  composers,
  directors,
  creators,
  albums,
  cues,
}: Data['titles'][number]): Use[] {
  const file = `titles/${id}.json`;
  const credits = [
    ...albums.flatMap(({ tracks }) => tracks).flatMap(({ artists }) => artists),
    ...cues.flatMap(({ song }) => song?.artists ?? []),
  ];
  const names = [
    ...composers,
    ...(directors ?? []),
    ...(creators ?? []),
    ...credits.map(({ name }) => name),
  ];
  return [...new Set(names)].map((name) => ({ name, file }));
}
