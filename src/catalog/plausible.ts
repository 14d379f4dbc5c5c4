import { foldKey } from './fold.ts';
import { PLACES, type SearchMatch } from './search/search-index.ts';

/** Shorter single words have too many neighbours for a changed letter to tell what was meant. */
const SHORTEST_CHANGED = 5;
/** A single word of at least so many letters may lack its last ones. */
const SHORTEST_UNFINISHED = 6;
const MOST_UNTYPED = 2;
/** Endings that make another word, and so another title: *Alien* is not *Aliens*. */
const INFLECTIONS: ReadonlySet<string> = new Set(['s', 'es', 'r', 'er', 'd', 'ed', 'n', 'y']);

/** Letters alike in number and kind: only their order differs. */
const sameLetters = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');

/**
 * Whether the typos of a match may be taken for slips of the finger. In a name of several words they
 * may; a name of one word must still look like itself: another word altogether ("Driver" for
 * *Drive*) is another title that the catalog does not have.
 */
function areSlips(input: string, name: string, { typos, covered }: SearchMatch): boolean {
  if (typos === 0 || covered > 1) return true;
  const typed = foldKey(input);
  const meant = foldKey(name);
  if (sameLetters(typed, meant)) return true;
  const tooShort = meant.length < SHORTEST_CHANGED || typed.length < SHORTEST_CHANGED - 1;
  if (typed[0] !== meant[0] || tooShort) return false;
  const ending = typed.startsWith(meant) ? typed.slice(meant.length) : '';
  return ending === '' || ending === meant.at(-1);
}

/** Whether a single word was typed but for its last letters. */
function isNearlyWhole(input: string, name: string): boolean {
  const typed = foldKey(input);
  const meant = foldKey(name);
  const rest = meant.slice(typed.length);
  const long = typed.length >= SHORTEST_UNFINISHED && rest.length <= MOST_UNTYPED;
  return long && meant.startsWith(typed) && !INFLECTIONS.has(rest);
}

/** What a match allows, from best to worst. */
export type Plausibility = 'whole' | 'beginning' | 'far';

/**
 * `whole`: all that was typed is in the name and all of the name was typed, slips and common words
 * apart. `beginning`: all that was typed is in the name, but much of the name was not typed.
 *
 * @param name - the name that was matched
 */
export function plausibilityOf(input: string, name: string, match: SearchMatch): Plausibility {
  const { missed, inContext, left, covered, completed, place, exact, typos } = match;
  if (exact) return 'whole';
  if (missed > 0 || covered === 0 || !areSlips(input, name, match)) return 'far';
  if (left === 0) {
    if (!completed) return 'whole';
    // An unfinished word in the context could be anybody, an unfinished number any year.
    if (inContext > 0) return 'far';
    if (covered > 1 || isNearlyWhole(input, name)) return 'whole';
    return typos === 0 ? 'beginning' : 'far';
  }
  if (inContext > 0 || typos >= covered) return 'far';
  const fromStart = place <= PLACES.startInOrder;
  return fromStart || (covered > 1 && covered >= left) ? 'beginning' : 'far';
}
