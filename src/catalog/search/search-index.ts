import { foldKeys } from '../fold.ts';
import { Candidates } from './candidates.ts';
import { buildColumns, type Columns, hashKey, type SearchRecord } from './columns.ts';
import { Expansion } from './expansion.ts';
import { FuzzyWalk } from './fuzzy.ts';
import { type Reading, readQuery, respacedReadings } from './query.ts';
import { type LineMatch, PLACES, Ranker, scoreOf } from './rank.ts';

export type { SearchRecord } from './columns.ts';
export { PLACES } from './rank.ts';

/** A record that answers a query, with what the answer rests on. */
export interface SearchMatch extends LineMatch {
  /** The record's number: its place among the records that the index was built from. */
  readonly record: number;
  /** Higher is better; compares within one query only. */
  readonly score: number;
  /** Which of the record's names it was found under. */
  readonly name: number;
  /** The query, folded, is the whole of that name. */
  readonly exact: boolean;
}

/** Finds records by what people type. Same index and query, same answer; no query throws. */
export interface SearchIndex {
  /** The best records, best first, at most `limit` (1 to 100). */
  search(query: string, limit: number): SearchMatch[];
}

export function buildIndex(records: readonly SearchRecord[]): SearchIndex {
  return new ColumnarIndex(buildColumns(records));
}

/** The share of the query's weight that a match must have: half-remembered words may be wrong. */
const LEAST_SHARE = 1 / 3;
/** What an exact match is, however its spaces were typed. */
const WHOLE = {
  missed: 0,
  typos: 0,
  completed: false,
  inContext: 0,
  left: 0,
  place: PLACES.startTogether,
} as const;
/** Lines ranked whole for each reading, besides those of the very name. */
const RANKED_LINES = 64;

/** A record's best line so far. */
interface Found {
  readonly line: number;
  readonly score: number;
  readonly match: LineMatch;
  readonly edits: number;
  readonly isExact: boolean;
}

/** Records that have every word of the query. */
function countWhole(best: ReadonlyMap<number, Found>): number {
  let count = 0;
  for (const { match, isExact } of best.values()) if (isExact || match.missed === 0) count += 1;
  return count;
}

class ColumnarIndex implements SearchIndex {
  readonly #columns: Columns;
  readonly #walk: FuzzyWalk;
  readonly #candidates: Candidates;
  readonly #ranker: Ranker;
  readonly #expansions: Expansion[] = [];

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#walk = new FuzzyWalk(columns.trie);
    this.#candidates = new Candidates(columns);
    this.#ranker = new Ranker(columns);
  }

  search(query: string, limit: number): SearchMatch[] {
    const most = Math.max(1, Math.min(100, Math.trunc(limit) || 1));
    const reading = readQuery(query);
    if (reading.words.length === 0) return [];
    const exact = this.#linesNamed(query);
    const best = new Map<number, Found>();

    const typed = this.#expand(reading, false);
    // Where a word has fewer lines than are wanted, its near misses are wanted too.
    if (typed.every(({ lines }) => lines >= most)) this.#answer(typed, 0, exact, most, best);
    if (countWhole(best) < most) {
      this.#answer(this.#expand(reading, true), 0, exact, most, best);
      if (countWhole(best) === 0) {
        for (const other of respacedReadings(reading, this.#columns)) {
          this.#answer(this.#expand(other, false), other.edits, exact, most, best);
        }
      }
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map((found) => this.#tell(found));
  }

  #answer(
    words: readonly Expansion[],
    edits: number,
    exact: ReadonlySet<number>,
    limit: number,
    best: Map<number, Found>,
  ): void {
    const least = words.reduce((sum, { weight }) => sum + weight, 0) * LEAST_SHARE;
    const lines = this.#candidates.choose(words, Math.max(RANKED_LINES, limit * 2));
    for (const line of exact.size > 0
      ? new Set([...[...exact].slice(0, limit), ...lines])
      : lines) {
      const match = this.#ranker.match(line, words);
      const isExact = exact.has(line);
      if (!isExact && match.matched < least) continue;
      const score = scoreOf(match, line, isExact, edits);
      const record = this.#columns.record[line] ?? 0;
      const known = best.get(record);
      if (known === undefined || known.score < score) {
        best.set(record, { line, score, match, edits, isExact });
      }
    }
  }

  #tell({ line, score, match, edits, isExact }: Found): SearchMatch {
    const record = this.#columns.record[line] ?? 0;
    const name = this.#columns.nameNumber[line] ?? 0;
    const forgiven = isExact ? WHOLE : { typos: match.typos + edits };
    return { ...match, ...forgiven, record, name, score, exact: isExact };
  }

  /** What each word of a reading may stand for; valid until the next call. */
  #expand({ words }: Reading, forgiving: boolean): readonly Expansion[] {
    while (this.#expansions.length < words.length) {
      this.#expansions.push(new Expansion(this.#columns));
    }
    for (const [index, word] of words.entries()) {
      this.#expansions[index]?.expand(word, this.#walk, forgiving);
    }
    return this.#expansions.slice(0, words.length);
  }

  /** The lines whose name is the query but for spaces and article. */
  #linesNamed(query: string): Set<number> {
    const { keyHash, keyLine } = this.#columns;
    const lines = new Set<number>();
    for (const key of foldKeys(query)) {
      const hash = hashKey(key);
      for (let at = lowerBound(keyHash, hash); keyHash[at] === hash; at += 1) {
        const line = keyLine[at] ?? 0;
        if (this.#isNamed(line, key, 0) || this.#isNamed(line, key, 1)) lines.add(line);
      }
    }
    return lines;
  }

  /** Guards against two names with one hash. */
  #isNamed(line: number, key: string, without: 0 | 1): boolean {
    const { lineStart, nameLength, article, words, dictionary } = this.#columns;
    const start = lineStart[line] ?? 0;
    const end = start + (nameLength[line] ?? 0);
    let length = 0;
    for (let at = start + without * (article[line] ?? 0); at < end; at += 1) {
      const word = words[at] ?? 0;
      const from = dictionary.starts[word] ?? 0;
      const to = dictionary.starts[word + 1] ?? 0;
      for (let i = from; i < to; i += 1) {
        if (dictionary.chars[i] !== key.charCodeAt(length)) return false;
        length += 1;
      }
    }
    return length === key.length;
  }
}

/** The first place of a sorted column at which `value` could stand. */
function lowerBound(column: Uint32Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
