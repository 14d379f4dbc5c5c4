import type { Resolution } from './catalog.ts';
import { type Resolvable, resolve, resolveName } from './resolve.ts';
import type { Title } from './schema.ts';
import { type Dated, splitYear } from './year.ts';

/** Words that people put behind a title and that are in no title's name. */
const TRAILING =
  /[\s:,-]*\b(original\s+(motion\s+picture\s+)?)?(soundtrack|sound\s?track|ost|score|bgm|movie|film)s?\s*$/iu;

/**
 * As {@link resolve}, and a year decides between namesakes: "Dune (1984)", "dune 1984", "dune '84".
 * A year that no title of that name has is an answer of "none", never a guess at another title.
 */
export function resolveTitle(input: string, kind: Resolvable<Title>): Resolution<Title> {
  const known = kind.byId(input.trim());
  const named = known ? resolve(input, kind) : resolveName(input, kind);
  if (named) return named;
  const dated = splitYear(input);
  if (dated) {
    const found = inYear(dated, kind);
    // A bare "84" is as often a number: it is a year only if it leads to a title.
    if (found.kind === 'exact' || !dated.bare) return found;
  }
  const bare = input.replace(TRAILING, '');
  if (bare !== input && bare.trim() !== '') return resolveTitle(bare, kind);
  return resolve(input, kind);
}

function inYear({ rest, years }: Dated, kind: Resolvable<Title>): Resolution<Title> {
  const found = resolve(rest, kind);
  if (found.kind === 'none') return found;
  const all = found.kind === 'ambiguous' ? found.candidates : [found.value, ...found.alternatives];
  const meant = all.filter(({ year }) => years.includes(year));
  const [first] = meant;
  if (meant.length > 1) return { kind: 'ambiguous', candidates: meant };
  const rests = (one: Title) => all.filter((title) => title !== one);
  if (first) {
    const sure = resolveName(rest, kind) !== undefined;
    return { kind: sure ? 'exact' : 'guess', value: first, alternatives: rests(first) };
  }
  // Festivals and countries put a film into two years.
  const near = all.filter(({ year }) => years.some((one) => Math.abs(one - year) === 1));
  const [neighbour] = near;
  if (neighbour && near.length === 1 && all.length === 1) {
    return { kind: 'guess', value: neighbour, alternatives: [] };
  }
  return { kind: 'none', nearest: all };
}
