import type { Resolution } from './catalog.ts';
import { fold, foldKey } from './fold.ts';
import type { Match, SearchIndex } from './search/search-index.ts';

/** What resolving a kind of record takes. */
export interface Resolvable<T> {
  readonly byId: (id: string) => T | undefined;
  /** By whole folded name. */
  readonly byName: ReadonlyMap<string, readonly T[]>;
  readonly records: readonly T[];
  readonly index: () => SearchIndex;
  /** Which of several that carry one name are the same for this purpose; undefined keeps them apart. */
  readonly sameAs?: (value: T) => unknown;
  /** True when the name is the record's own rather than an alias. */
  readonly isOwnName: (value: T, folded: string) => boolean;
}

const NEAREST = 5;
const CANDIDATES = 25;

/** Fewer letters than this, with a typo in them, could be half the dictionary. */
const SHORTEST_GUESS = 5;

/** Share of its letters that an unfinished last word must have to be guessed at. */
const TYPED_SHARE = 0.6;

/** By id, else by whole name, else by search: see {@link Resolution} for what each outcome allows. */
export function resolve<T>(input: string, kind: Resolvable<T>): Resolution<T> {
  const byId = kind.byId(input.trim());
  if (byId !== undefined)
    return { kind: 'exact', value: byId, alternatives: namesakes(byId, kind) };
  const named = kind.byName.get(foldKey(input)) ?? [];
  if (named.length > 0) return amongNamed(input, named, kind);
  return bySearch(input, kind);
}

/** Others that carry one of the record's own names. */
function namesakes<T>(value: T, { byName, isOwnName, sameAs }: Resolvable<T>): T[] {
  for (const [folded, values] of byName) {
    if (values.length > 1 && values.includes(value) && isOwnName(value, folded)) {
      return values.filter(
        (other) => other !== value && (!sameAs || sameAs(other) !== sameAs(value)),
      );
    }
  }
  return [];
}

function amongNamed<T>(input: string, named: readonly T[], kind: Resolvable<T>): Resolution<T> {
  const folded = foldKey(input);
  const own = named.filter((value) => kind.isOwnName(value, folded));
  const meant = own.length > 0 ? own : named;
  const [first] = meant;
  const { sameAs } = kind;
  const one =
    meant.length === 1 ||
    (sameAs && meant.every((value) => sameAs(value) === sameAs(meant[0] ?? value)));
  if (one && first !== undefined) {
    return { kind: 'exact', value: first, alternatives: named.filter((value) => value !== first) };
  }
  return { kind: 'ambiguous', candidates: named.slice(0, CANDIDATES) };
}

function bySearch<T>(input: string, { index, records }: Resolvable<T>): Resolution<T> {
  const found = index().search(input, CANDIDATES);
  const recordOf = ({ record }: Match): T[] => {
    const value = records[record];
    return value === undefined ? [] : [value];
  };
  const plausible = found.filter((match) => isPlausible(input, match));
  const [best] = plausible;
  if (!best) return { kind: 'none', nearest: found.slice(0, NEAREST).flatMap(recordOf) };
  const equals = plausible.filter((match) => match.typos === best.typos);
  if (equals.length > 1) return { kind: 'ambiguous', candidates: equals.flatMap(recordOf) };
  const [value] = recordOf(best);
  if (value === undefined) return { kind: 'none', nearest: [] };
  const alternatives = found
    .filter((match) => match !== best)
    .slice(0, NEAREST)
    .flatMap(recordOf);
  return { kind: 'guess', value, alternatives };
}

/**
 * Near enough to be shown as a guess: every word that was typed is accounted for, a good part of the
 * name was typed, and what was forgiven is little beside what was not.
 */
function isPlausible(input: string, { queryCovered, nameCovered, typos, missing }: Match): boolean {
  if (queryCovered < 0.99 || nameCovered < 0.4) return false;
  const typed = fold(input);
  if (typos > 0 && typed.length + typos < SHORTEST_GUESS) return false;
  const last = typed.slice(typed.lastIndexOf(' ') + 1);
  return last.length >= TYPED_SHARE * (last.length + missing);
}
