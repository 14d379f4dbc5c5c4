import type { Resolution } from './catalog.ts';
import { type Resolvable, resolve } from './resolve.ts';
import type { Title } from './schema.ts';
import { splitYear } from './year.ts';

/** Words that people put behind a title and that are in no title's name. */
const TRAILING =
  /[\s:,-]*\b(original\s+(motion\s+picture\s+)?)?(soundtrack|sound\s?track|ost|score|bgm|movie|film)s?\s*$/iu;

/**
 * As {@link resolve}, and a year decides between namesakes: "Dune (1984)", "dune '84". A year that
 * no title of that name has is an answer of "none", never a guess at another year.
 */
export function resolveTitle(input: string, kind: Resolvable<Title>): Resolution<Title> {
  const whole = resolve(input, kind);
  if (whole.kind === 'exact' || whole.kind === 'ambiguous') return whole;
  const dated = splitYear(input);
  if (dated) return inYear(dated.rest, dated.years, kind);
  const bare = input.replace(TRAILING, '');
  if (bare !== input && bare.trim() !== '') return resolveTitle(bare, kind);
  return whole;
}

function inYear(
  rest: string,
  years: readonly number[],
  kind: Resolvable<Title>,
): Resolution<Title> {
  const found = resolve(rest, kind);
  const all =
    found.kind === 'none'
      ? []
      : found.kind === 'ambiguous'
        ? [...found.candidates]
        : [found.value, ...found.alternatives];
  const meant = all.filter(({ year }) => years.includes(year));
  const [first] = meant;
  const named = found.kind === 'exact' || found.kind === 'ambiguous';
  if (first && meant.length === 1) {
    return {
      kind: named ? 'exact' : 'guess',
      value: first,
      alternatives: all.filter((title) => title !== first),
    };
  }
  if (meant.length > 1) return { kind: 'ambiguous', candidates: meant };
  return { kind: 'none', nearest: found.kind === 'none' ? found.nearest : all };
}
