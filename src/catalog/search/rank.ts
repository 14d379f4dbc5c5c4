import type { Columns } from './columns.ts';
import { type Expansion, editsOf, isCompleted } from './expansion.ts';

/** How well one line answers one query. */
export interface LineMatch {
  /** Weight of the query's words that the line has. */
  readonly matched: number;
  /** Query words, stop words apart, that the line does not have. */
  readonly missed: number;
  readonly typos: number;
  /** True when the last word is only the beginning of the line's. */
  readonly completed: boolean;
  /** Query words found in the line's context only. */
  readonly inContext: number;
  /** Words of the name, stop words apart, that the query does not have. */
  readonly left: number;
  /** Words of the name, stop words apart, that the query has. */
  readonly covered: number;
  /** See `PLACES`. */
  readonly place: number;
}

/** Where and in which order a query's words stand in a name, best first. */
export const PLACES = {
  startTogether: 0,
  startInOrder: 1,
  together: 2,
  inOrder: 3,
  mixed: 4,
  nameAndContext: 5,
  contextOnly: 6,
} as const;

const NAME_LIMIT = 64;

/** Matches lines against the words of one query; keeps its scratch space from query to query. */
export class Ranker {
  readonly #columns: Columns;
  readonly #used = new Uint8Array(NAME_LIMIT);
  readonly #positions = new Int16Array(NAME_LIMIT);
  #contentWords = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  match(line: number, words: readonly Expansion[]): LineMatch {
    const { lineStart, nameLength, words: column } = this.#columns;
    const start = lineStart[line] ?? 0;
    const end = lineStart[line + 1] ?? start;
    const length = Math.min(nameLength[line] ?? 0, NAME_LIMIT);
    this.#used.fill(0, 0, length);

    let matched = 0;
    let missed = 0;
    let typos = 0;
    let completed = false;
    let inContext = 0;
    let placed = 0;
    let previous = -1;
    for (const expansion of words) {
      const at = this.#position(start, length, expansion, previous);
      let cost = 0;
      if (at >= 0) {
        cost = expansion.cost[column[start + at] ?? 0] ?? 0;
        this.#used[at] = 1;
        this.#positions[placed] = at;
        placed += 1;
        previous = at;
      } else {
        cost = this.#contextCost(start + length, end, expansion);
        if (cost === 0) {
          if (!expansion.stop) missed += 1;
          continue;
        }
        inContext += 1;
      }
      matched += expansion.weight;
      typos += editsOf(cost);
      completed ||= isCompleted(cost);
    }
    const left = this.#left(start, length);
    const covered = this.#contentWords - left;
    const place = this.#place(line, placed, inContext);
    return { matched, missed, typos, completed, inContext, left, covered, place };
  }

  /** The nearest unused word of the name; among equals the one after the last match, then the first. */
  #position(start: number, length: number, { cost }: Expansion, previous: number): number {
    const { words } = this.#columns;
    let best = -1;
    let bestCost = 255;
    for (let at = 0; at < length; at += 1) {
      const here = cost[words[start + at] ?? 0] ?? 0;
      if (here === 0 || this.#used[at] === 1 || here > bestCost) continue;
      if (here < bestCost || (best <= previous && at === previous + 1)) {
        best = at;
        bestCost = here;
      }
    }
    return best;
  }

  #contextCost(from: number, to: number, { cost }: Expansion): number {
    const { words } = this.#columns;
    let best = 0;
    for (let at = from; at < to; at += 1) {
      const here = cost[words[at] ?? 0] ?? 0;
      if (here !== 0 && (best === 0 || here < best)) best = here;
    }
    return best;
  }

  /** Words of the name that no query word took, stop words apart; counts all such words besides. */
  #left(start: number, length: number): number {
    const { words, stopWord } = this.#columns;
    let left = 0;
    this.#contentWords = 0;
    for (let at = 0; at < length; at += 1) {
      if (stopWord[words[start + at] ?? 0] === 1) continue;
      this.#contentWords += 1;
      if (this.#used[at] === 0) left += 1;
    }
    return left;
  }

  #place(line: number, placed: number, inContext: number): number {
    if (placed === 0) return PLACES.contextOnly;
    if (inContext > 0) return PLACES.nameAndContext;
    const first = this.#positions[0] ?? 0;
    let together = true;
    let inOrder = true;
    for (let i = 1; i < placed; i += 1) {
      const step = (this.#positions[i] ?? 0) - (this.#positions[i - 1] ?? 0);
      together &&= step === 1;
      inOrder &&= step > 0;
    }
    if (!inOrder) return PLACES.mixed;
    const atStart = first <= (this.#columns.article[line] ?? 0);
    if (atStart) return together ? PLACES.startTogether : PLACES.startInOrder;
    return together ? PLACES.together : PLACES.inOrder;
  }
}

const POPULARITY_STEPS = 2 ** 24;

/**
 * One number in which every earlier criterion outweighs all later ones together: exact, words
 * matched, typos, place, length, completed, popularity. At most 2^50.
 *
 * @param extraTypos - edits that were made to the query's spaces
 */
export function scoreOf(
  match: LineMatch,
  line: number,
  exact: boolean,
  extraTypos: number,
): number {
  // Lengths that a reader would call alike count as equal, so that the better known comes first.
  const length = Math.min(7, Math.ceil(Math.log2(match.left + 1)));
  let score = exact ? 1 : 0;
  score = score * 256 + Math.min(255, match.matched);
  score = score * 64 + (63 - Math.min(63, match.typos + extraTypos));
  score = score * 8 + (7 - match.place);
  score = score * 8 + (7 - length);
  score = score * 2 + (match.completed ? 0 : 1);
  return score * POPULARITY_STEPS + (POPULARITY_STEPS - 1 - line);
}
