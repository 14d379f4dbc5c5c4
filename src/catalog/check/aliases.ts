import { foldKey } from '../fold.ts';
import type { Problem } from '../problem.ts';
import type { Data } from '../read-data.ts';

/**
 * An alias that is another title's own name would never be heard: the name wins. Two titles may
 * share an alias ("lotr"), which asks back.
 */
export function checkAliases({ titles }: Pick<Data, 'titles'>): Problem[] {
  const owners = Map.groupBy(titles, ({ title }) => foldKey(title));
  return titles.flatMap(({ id, title, aliases }) =>
    (aliases ?? []).flatMap((alias, index): Problem[] => {
      const key = foldKey(alias);
      const other = key === foldKey(title) ? undefined : owners.get(key)?.[0];
      if (other === undefined) return [];
      const message = `"${alias}" is the title of ${other.id}: leave it out`;
      return [{ file: `titles/${id}.json`, path: `aliases.${index}`, message }];
    }),
  );
}

/** Aliases that fold to the title itself: harmless, and no use. */
export function needlessAliases({ titles }: Pick<Data, 'titles'>): string[] {
  return titles.flatMap(({ id, title, aliases }) =>
    (aliases ?? [])
      .filter((alias) => foldKey(alias) === foldKey(title))
      .map((alias) => `titles/${id}.json: the alias "${alias}" folds to the title itself`),
  );
}
