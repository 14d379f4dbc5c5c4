import type { Trie } from './trie.ts';

/** Nodes looked at for one word at most: bounds the time of a query whatever the dictionary. */
const NODE_LIMIT = 20_000;
/** Longer words are not forgiven: nobody types them by hand. */
const LENGTH_LIMIT = 40;

/** Takes the words from `low` up to but without `high`, `edits` away; `whole` when not as beginnings. */
export type FuzzyVisitor = (low: number, high: number, edits: number, whole: boolean) => void;

/** The shortest word in which an edit is forgiven, and in which two are. */
export const FORGIVEN_LENGTH = 4;
const TWICE_FORGIVEN_LENGTH = 8;

export const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word);

/** Edits forgiven in a word: one from 4 letters, two from 8; none in numbers, where each digit counts. */
export function allowedEdits(word: string): 0 | 1 | 2 {
  if (word.length < FORGIVEN_LENGTH || word.length > LENGTH_LIMIT || isNumber(word)) return 0;
  return word.length < TWICE_FORGIVEN_LENGTH ? 1 : 2;
}

/**
 * Finds the words within a few edits (insertion, deletion, substitution, transposition of
 * neighbours: the restricted Damerau-Levenshtein distance) by walking the trie with one row of the
 * distance matrix a letter, leaving a branch when its row has no hope left. Only the band of the
 * row around the diagonal is computed.
 */
export class FuzzyWalk {
  readonly #trie: Trie;
  readonly #width = LENGTH_LIMIT + 1;
  readonly #rows: Uint8Array;
  readonly #query = new Uint16Array(LENGTH_LIMIT);
  readonly #letters: Uint16Array;

  constructor(trie: Trie) {
    this.#trie = trie;
    const rows = LENGTH_LIMIT + 4;
    this.#rows = new Uint8Array(rows * this.#width);
    this.#letters = new Uint16Array(rows);
  }

  /**
   * @param word - at most 40 letters
   * @param asPrefix - also find words of which only the beginning is near
   */
  walk(word: string, edits: number, asPrefix: boolean, visit: FuzzyVisitor): void {
    const { end, letter, word: words } = this.#trie;
    const length = word.length;
    const depthLimit = Math.min(length + edits, this.#trie.depth);
    for (let i = 0; i < length; i += 1) this.#query[i] = word.charCodeAt(i);
    for (let i = 0; i <= length; i += 1) this.#rows[i] = Math.min(i, edits + 1);

    const ends = new Uint32Array(depthLimit + 1);
    ends[0] = end[0] ?? 0;
    let depth = 1;
    let node = 1;
    let looked = 0;
    while (looked < NODE_LIMIT) {
      while (depth > 0 && node >= (ends[depth - 1] ?? 0)) depth -= 1;
      if (depth === 0) return;
      looked += 1;
      const after = end[node] ?? node + 1;
      const least = this.#row(depth, letter[node] ?? 0, length, edits);
      const distance = this.#rows[depth * this.#width + length] ?? 255;
      const first = words[node] ?? 0;
      const beyond = words[after] ?? 0;
      if (distance <= edits) {
        if (asPrefix) {
          visit(first, beyond, distance, false);
        }
        // In preorder a node that ends a word is that word's own.
        const ownsWord = after === node + 1 || (words[node + 1] ?? 0) > first;
        if (ownsWord) visit(first, first + 1, distance, true);
      }
      if (least <= edits && depth < depthLimit && after > node + 1) {
        ends[depth] = after;
        depth += 1;
        node += 1;
      } else {
        node = after;
      }
    }
  }

  /** Computes the row of a node and returns its least entry. */
  #row(depth: number, letter: number, length: number, edits: number): number {
    const rows = this.#rows;
    const here = depth * this.#width;
    const above = here - this.#width;
    const above2 = above - this.#width;
    const tooFar = edits + 1;
    this.#letters[depth] = letter;
    const from = Math.max(1, depth - edits);
    const to = Math.min(length, depth + edits);
    rows[here + from - 1] = from === 1 ? Math.min(depth, tooFar) : tooFar;
    let least = rows[here + from - 1] ?? tooFar;
    for (let i = from; i <= to; i += 1) {
      const same = this.#query[i - 1] === letter;
      let cost = (rows[above + i - 1] ?? tooFar) + (same ? 0 : 1);
      // Outside the band the row above was not computed: it is too far.
      const up = i <= depth - 1 + edits ? (rows[above + i] ?? tooFar) + 1 : tooFar;
      if (up < cost) cost = up;
      const left = (rows[here + i - 1] ?? tooFar) + 1;
      if (left < cost) cost = left;
      if (
        depth > 1 &&
        i > 1 &&
        this.#query[i - 2] === letter &&
        this.#query[i - 1] === this.#letters[depth - 1]
      ) {
        const swapped = (rows[above2 + i - 2] ?? tooFar) + 1;
        if (swapped < cost) cost = swapped;
      }
      if (cost > tooFar) cost = tooFar;
      rows[here + i] = cost;
      if (cost < least) least = cost;
    }
    if (to < length) rows[here + length] = tooFar;
    return least;
  }
}
