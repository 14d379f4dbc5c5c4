import type { Hit } from './catalog.ts';
import { foldKeys } from './fold.ts';
import { Kept } from './kept.ts';
import { once } from './once.ts';
import type { Resolvable } from './resolve.ts';
import { buildIndex, type SearchRecord } from './search/search-index.ts';

/** Under which names records of a kind are found. */
export interface Naming<T> {
  /** Its own name first. */
  readonly names: (value: T) => readonly string[];
  /** Parts of a name that can stand for it, though never as surely as the whole. */
  readonly parts?: (value: T) => readonly string[];
  /** What people add to tell it from its namesakes. */
  readonly context?: (value: T) => readonly string[];
  /** See {@link Resolvable}. */
  readonly contextDecides?: boolean;
  readonly popularity: (value: T) => number;
}

/** Indices are built when first wanted. */
export function resolvable<T>(
  records: readonly T[],
  byId: (id: string) => T | undefined,
  { names, parts, context, contextDecides = false, popularity }: Naming<T>,
): Resolvable<T> {
  const byName = once(() => {
    const found = new Map<string, T[]>();
    for (const record of records) {
      for (const key of new Set(names(record).flatMap(foldKeys))) {
        const known = found.get(key);
        if (known) known.push(record);
        else found.set(key, [record]);
      }
    }
    return found;
  });
  const index = once(() =>
    buildIndex(
      records.map(
        (record): SearchRecord => ({
          names: [...names(record), ...(parts?.(record) ?? [])],
          ...(context && { context: context(record) }),
          popularity: popularity(record),
        }),
      ),
    ),
  );
  return { byId, byName, records, names, index, contextDecides };
}

/** What searching finds, best first. */
function hits<T>(
  query: string,
  limit: number,
  { index, records, names }: Pick<Resolvable<T>, 'index' | 'records' | 'names'>,
): Hit<T>[] {
  return index()
    .search(query, limit)
    .flatMap(({ record, score, name, exact, typos }) => {
      const value = records[record];
      if (value === undefined) return [];
      // Only a whole name counts as exact, not a part that merely helps to find it.
      return [{ value, score, exact: exact && name < names(value).length, typos }];
    });
}

/** Searches of one kind whose hits are kept; longer queries are seldom typed twice. */
const KEPT_SEARCHES = 5000;
const LONGEST_KEPT = 40;

/** Searches one kind, whose index is made with the first search. */
export function searcher<T>(
  kind: () => Pick<Resolvable<T>, 'index' | 'records' | 'names'>,
): (query: string, limit: number) => readonly Hit<T>[] {
  const kept = new Kept<readonly Hit<T>[]>(KEPT_SEARCHES);
  return (query, limit) =>
    query.length > LONGEST_KEPT
      ? hits(query, limit, kind())
      : kept.get(`${limit} ${query}`, () => hits(query, limit, kind()));
}
