import type { Columns } from './columns.ts';
import { type Expansion, editsOf } from './expansion.ts';

/** Entries of posting lists read for one reading of a query at most. */
const POSTING_LIMIT = 200_000;

/**
 * Chooses the lines worth ranking: goes over the posting lists of the query's words, rarest word
 * first, and keeps the lines with the greatest weight of words, then the fewest typos, then a first
 * word that is the query's, then the popular. Its work is bounded; since lists are in order of
 * popularity, what is cut is what is asked for least.
 */
export class Candidates {
  readonly #columns: Columns;
  readonly #mask: Uint16Array;
  readonly #sum: Int32Array;
  readonly #touched: Uint32Array;
  #count = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#mask = new Uint16Array(columns.lines);
    this.#sum = new Int32Array(columns.lines);
    this.#touched = new Uint32Array(columns.lines);
  }

  /** The best lines, best first, at most `limit`. */
  choose(words: readonly Expansion[], limit: number): number[] {
    this.#collect(words);
    const best = new TopLines(limit);
    for (let i = 0; i < this.#count; i += 1) {
      const line = this.#touched[i] ?? 0;
      best.offer(line, this.#sum[line] ?? 0);
      this.#mask[line] = 0;
      this.#sum[line] = 0;
    }
    this.#count = 0;
    return best.lines();
  }

  #collect(words: readonly Expansion[]): void {
    const onlyStopWords = words.every((word) => word.stop || word.words.length === 0);
    const order = words
      .map((_, index) => index)
      .sort((a, b) => weightAt(words, b) - weightAt(words, a) || a - b);
    let budget = POSTING_LIMIT;
    for (const index of order) {
      const word = words[index];
      if (word === undefined) continue;
      budget = this.#add(word, index, word.stop && !onlyStopWords, budget);
    }
  }

  /** @param known - count only for lines that another word has found */
  #add(word: Expansion, index: number, known: boolean, budget: number): number {
    const { postingStart, postings, words, lineStart, article } = this.#columns;
    const bit = 1 << index;
    let left = budget;
    for (const id of word.words) {
      const worth = (word.weight << 12) - (editsOf(word.cost[id] ?? 0) << 6);
      const end = postingStart[id + 1] ?? 0;
      for (let at = postingStart[id] ?? 0; at < end; at += 1) {
        left -= 1;
        if (left < 0) return left;
        const line = postings[at] ?? 0;
        const mask = this.#mask[line] ?? 0;
        if ((mask & bit) !== 0 || (known && mask === 0)) continue;
        if (mask === 0) {
          this.#touched[this.#count] = line;
          this.#count += 1;
        }
        this.#mask[line] = mask | bit;
        const first = words[(lineStart[line] ?? 0) + (article[line] ?? 0)];
        this.#sum[line] = (this.#sum[line] ?? 0) + worth + (index === 0 && first === id ? 1 : 0);
      }
    }
    return left;
  }
}

const weightAt = (words: readonly Expansion[], index: number) => words[index]?.weight ?? 0;

/** The `limit` lines with the greatest worth, lower lines first among equals: a binary heap, worst on top. */
class TopLines {
  readonly #line: Uint32Array;
  readonly #worth: Int32Array;
  #size = 0;

  constructor(limit: number) {
    this.#line = new Uint32Array(limit);
    this.#worth = new Int32Array(limit);
  }

  offer(line: number, worth: number): void {
    if (this.#size < this.#line.length) {
      this.#size += 1;
      this.#rise(this.#size - 1, line, worth);
    } else if (this.#isWorse(0, line, worth)) {
      this.#sink(line, worth);
    }
  }

  lines(): number[] {
    return Array.from({ length: this.#size }, (_, at) => at)
      .sort((a, b) => this.#worthAt(b) - this.#worthAt(a) || this.#lineAt(a) - this.#lineAt(b))
      .map((at) => this.#lineAt(at));
  }

  #rise(from: number, line: number, worth: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#isWorse(parent, line, worth)) break;
      this.#set(at, this.#lineAt(parent), this.#worthAt(parent));
      at = parent;
    }
    this.#set(at, line, worth);
  }

  /** Puts an entry in the place of the worst. */
  #sink(line: number, worth: number): void {
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= this.#size) break;
      const other = child + 1;
      if (other < this.#size && this.#isWorse(other, this.#lineAt(child), this.#worthAt(child))) {
        child = other;
      }
      if (!this.#isWorse(child, line, worth)) break;
      this.#set(at, this.#lineAt(child), this.#worthAt(child));
      at = child;
    }
    this.#set(at, line, worth);
  }

  #isWorse(at: number, line: number, worth: number): boolean {
    const here = this.#worthAt(at);
    return here < worth || (here === worth && this.#lineAt(at) > line);
  }

  #set(at: number, line: number, worth: number): void {
    this.#line[at] = line;
    this.#worth[at] = worth;
  }

  #lineAt(at: number): number {
    return this.#line[at] ?? 0;
  }

  #worthAt(at: number): number {
    return this.#worth[at] ?? 0;
  }
}
