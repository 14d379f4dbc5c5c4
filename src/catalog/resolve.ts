import type { Resolution } from './catalog.ts';
import { foldKeys, foldWords } from './fold.ts';
import { type Plausibility, plausibilityOf } from './plausible.ts';
import type { SearchIndex, SearchMatch } from './search/search-index.ts';

/** What resolving a kind of record takes. */
export interface Resolvable<T> {
  readonly byId: (id: string) => T | undefined;
  /** By the keys of whole names. */
  readonly byName: () => ReadonlyMap<string, readonly T[]>;
  readonly records: readonly T[];
  /** Over the records in their order; a record's first names are `names`. */
  readonly index: () => SearchIndex;
  /** A record's names, its own first. */
  readonly names: (value: T) => readonly string[];
  /** True where the whole name and words of the context leave no doubt: a song with its performer. */
  readonly contextDecides: boolean;
  /** Which of several that carry one name are the same for this purpose; undefined keeps them apart. */
  readonly sameAs?: (value: T) => unknown;
}

const NEAREST = 5;
const CANDIDATES = 25;
/** Letters and digits that must be typed before a beginning is asked back. */
const SHORTEST_BEGINNING = 3;

/** By id, else by whole name, else by search: see {@link Resolution} for what each outcome allows. */
export function resolve<T>(input: string, kind: Resolvable<T>): Resolution<T> {
  const byId = kind.byId(input.trim());
  if (byId !== undefined) {
    return { kind: 'exact', value: byId, alternatives: namesakes(byId, kind) };
  }
  return resolveName(input, kind) ?? bySearch(input, kind);
}

/** By whole name only; undefined when nothing is called so. */
export function resolveName<T>(input: string, kind: Resolvable<T>): Resolution<T> | undefined {
  const keys = foldKeys(input);
  const named = [...new Set(keys.flatMap((key) => kind.byName().get(key) ?? []))];
  const own = named.filter((value) => isOwnName(value, keys, kind));
  const meant = own.length > 0 ? own : named;
  const [first] = meant;
  if (first === undefined) return undefined;
  if (meant.every((value) => isSame(value, first, kind))) {
    return { kind: 'exact', value: first, alternatives: others(named, first, kind) };
  }
  return { kind: 'ambiguous', candidates: meant.slice(0, CANDIDATES) };
}

function isOwnName<T>(value: T, keys: readonly string[], { names }: Resolvable<T>): boolean {
  return foldKeys(names(value)[0] ?? '').some((key) => keys.includes(key));
}

const isSame = <T>(a: T, b: T, { sameAs }: Resolvable<T>): boolean =>
  a === b || (sameAs !== undefined && sameAs(a) === sameAs(b));

const others = <T>(values: readonly T[], one: T, kind: Resolvable<T>): T[] =>
  values.filter((value) => !isSame(value, one, kind));

/** Others that carry the record's own name. */
function namesakes<T>(value: T, kind: Resolvable<T>): T[] {
  const keys = foldKeys(kind.names(value)[0] ?? '');
  const named = new Set(keys.flatMap((key) => kind.byName().get(key) ?? []));
  return others([...named], value, kind);
}

function bySearch<T>(input: string, kind: Resolvable<T>): Resolution<T> {
  const found = kind
    .index()
    .search(input, CANDIDATES)
    .flatMap((match) => {
      const value = kind.records[match.record];
      if (value === undefined) return [];
      // Parts of names are indexed behind the names; they answer only when typed whole.
      const name = kind.names(value)[match.name] ?? '';
      return [{ value, match, plausibility: plausibilityOf(input, name, match) }];
    });
  const valuesOf = (plausibility: Plausibility) =>
    found.filter((one) => one.plausibility === plausibility);
  const whole = valuesOf('whole');
  const [best] = whole;
  if (best) {
    const isPart = kind.names(best.value)[best.match.name] === undefined;
    const equals = found.filter(
      ({ match, plausibility }) =>
        (plausibility === 'whole' && isAsGood(match, best.match)) || (isPart && hasAll(match)),
    );
    if (equals.some(({ value }) => !isSame(value, best.value, kind))) {
      return { kind: 'ambiguous', candidates: equals.map(({ value }) => value) };
    }
    const rest = others(
      found.map(({ value }) => value),
      best.value,
      kind,
    );
    const sure = kind.contextDecides && isWholeInContext(best.match);
    const alternatives = rest.slice(0, NEAREST);
    return { kind: sure ? 'exact' : 'guess', value: best.value, alternatives };
  }
  const beginnings = valuesOf('beginning');
  const letters = foldWords(input).join('').length;
  if (beginnings.length > 0 && letters >= SHORTEST_BEGINNING) {
    return { kind: 'ambiguous', candidates: beginnings.map(({ value }) => value) };
  }
  return { kind: 'none', nearest: found.slice(0, NEAREST).map(({ value }) => value) };
}

/** The whole name and words of the context, all as typed. */
const isWholeInContext = ({ missed, typos, completed, left, inContext }: SearchMatch): boolean =>
  missed === 0 && typos === 0 && !completed && left === 0 && inContext > 0;

/** It has every word as typed: as good a bearer of a part of a name as any. */
const hasAll = ({ missed, typos, completed, inContext }: SearchMatch): boolean =>
  missed === 0 && typos === 0 && !completed && inContext === 0;

const isAsGood = (a: SearchMatch, b: SearchMatch): boolean =>
  a.exact === b.exact && a.typos === b.typos && a.inContext === b.inContext;
