import { STOP_WORDS } from '../fold-tables.ts';
import type { Columns } from './columns.ts';
import { findPrefix, findWord } from './dictionary.ts';
import { allowedEdits, FORGIVEN_LENGTH, type FuzzyWalk, isNumber } from './fuzzy.ts';

/** The most dictionary words that one typed word may stand for. */
export const EXPANSION_LIMIT = 4096;

/** The weight of a word that the index has nothing like. */
const UNKNOWN_WEIGHT = 3;

/**
 * How far a dictionary word is from a typed one, as one small number: twice the edits, and one more
 * when the typed word is only its beginning. Stored plus one, so that zero means "not at all".
 */
const UNRELATED = 0;
const stored = (edits: number, completed: boolean) => edits * 2 + (completed ? 1 : 0) + 1;
export const editsOf = (cost: number) => (cost - 1) >> 1;
export const isCompleted = (cost: number) => ((cost - 1) & 1) === 1;

/** A word of the query. */
export interface QueryWord {
  readonly text: string;
  /** What else it may be read as when it is still being typed: the letters before folding. */
  readonly beginning?: string;
}

/**
 * The dictionary words that one typed word may stand for. Reused from query to query: a column with
 * a cost for each dictionary word, cleared by going over what was set.
 */
export class Expansion {
  /** Cost for each dictionary word, zero when it does not stand for the typed one. */
  readonly cost: Uint8Array;
  /** The words that have a cost, nearest first once expanded. */
  words: number[] = [];
  /** How much it tells that a line has the word: 1 (anywhere) to 8 (nearly nowhere). */
  weight = 1;
  stop = false;
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.cost = new Uint8Array(columns.dictionary.size);
  }

  expand(word: QueryWord, walk: FuzzyWalk, forgiving: boolean): void {
    for (const id of this.words) this.cost[id] = UNRELATED;
    this.words = [];
    const { dictionary } = this.#columns;
    const exact = findWord(dictionary, word.text);
    if (exact >= 0) this.#add(exact, stored(0, false));
    if (word.beginning !== undefined) {
      const [low, high] = findPrefix(dictionary, word.beginning);
      this.#addRange(low, high, 0, false);
    }
    if (forgiving) this.#forgive(word, walk);
    this.words.sort((a, b) => (this.cost[a] ?? 0) - (this.cost[b] ?? 0) || a - b);
    this.stop = STOP_WORDS.has(word.text);
    this.weight = this.stop ? 1 : this.#weigh();
  }

  #forgive({ text, beginning }: QueryWord, walk: FuzzyWalk): void {
    const most = allowedEdits(text);
    // Two edits cost many times what one does, and mean little where one or none is enough.
    for (let edits = 1; edits <= most && (edits === 1 || this.words.length === 0); edits += 1) {
      walk.walk(text, edits, beginning !== undefined, (low, high, distance, whole) => {
        this.#addRange(low, high, distance, whole);
      });
    }
    if (text.length === FORGIVEN_LENGTH - 1 && !isNumber(text)) {
      // Three letters may be four of which one was not hit.
      const { starts } = this.#columns.dictionary;
      walk.walk(text, 1, false, (id, _, distance) => {
        const length = (starts[id + 1] ?? 0) - (starts[id] ?? 0);
        if (length === FORGIVEN_LENGTH) this.#addRange(id, id + 1, distance, true);
      });
    }
  }

  #addRange(low: number, high: number, edits: number, whole: boolean): void {
    const cost = stored(edits, !whole);
    for (let id = low; id < high; id += 1) this.#add(id, cost);
  }

  #add(id: number, cost: number): void {
    const known = this.cost[id] ?? UNRELATED;
    if (known === UNRELATED) {
      if (this.words.length >= EXPANSION_LIMIT) return;
      this.words.push(id);
    } else if (known <= cost) {
      return;
    }
    this.cost[id] = cost;
  }

  /** Lines that have one of the words, those counted twice that have two. */
  get lines(): number {
    let lines = 0;
    for (const id of this.words) lines += this.#linesOf(id);
    return lines;
  }

  #linesOf(id: number): number {
    const { postingStart } = this.#columns;
    return (postingStart[id + 1] ?? 0) - (postingStart[id] ?? 0);
  }

  /** Rareness of the nearest words, in steps of a factor of two and a half. */
  #weigh(): number {
    const nearest = this.cost[this.words[0] ?? -1];
    if (nearest === undefined) return UNKNOWN_WEIGHT;
    let lists = 0;
    for (const id of this.words) {
      if (this.cost[id] !== nearest) break;
      lists += this.#linesOf(id);
    }
    const rareness = Math.log(this.#columns.lines / Math.max(1, lists)) / Math.log(2.5);
    return Math.max(2, Math.min(8, Math.round(rareness)));
  }
}
