import { editDistance } from './edit-distance.ts';

/** A word of the dictionary that a typed word may stand for. */
export interface WordMatch {
  readonly word: number;
  readonly typos: number;
  /** Letters of the word that were not typed: it was matched as a beginning. */
  readonly missing: number;
}

/** Edits forgiven: none below 4 letters, one from 4, two from 8. */
export const forgiven = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * All words of an index, sorted. Typos are found by a scan that a 32-bit mask of each word's letters
 * keeps short: an edit changes at most two bits, so most words are out after one operation.
 */
export class Dictionary {
  readonly #words: readonly string[];
  readonly #masks: Int32Array;

  /** @param words - distinct */
  constructor(words: Iterable<string>) {
    this.#words = [...words].sort(byCodeUnit);
    this.#masks = Int32Array.from(this.#words, maskOf);
  }

  get size(): number {
    return this.#words.length;
  }

  word(index: number): string {
    return this.#words[index] ?? '';
  }

  /** The word's index, or -1. */
  find(word: string): number {
    const index = this.#lowerBound(word);
    return this.#words[index] === word ? index : -1;
  }

  /** Every word that the typed one may stand for, each once with its least cost. @param prefix - it may be unfinished */
  match(typed: string, prefix: boolean): WordMatch[] {
    const found = new Map<number, WordMatch>();
    const whole = this.find(typed);
    if (whole >= 0) found.set(whole, { word: whole, typos: 0, missing: 0 });
    if (prefix) {
      for (let index = this.#lowerBound(typed); this.word(index).startsWith(typed); index += 1) {
        if (index >= this.size) break;
        const missing = this.word(index).length - typed.length;
        if (!found.has(index)) found.set(index, { word: index, typos: 0, missing });
      }
    }
    const limit = forgiven(typed.length);
    // A word that is there as typed is meant, unless it is still being typed.
    if (limit > 0 && (whole < 0 || prefix) && found.size < 50)
      this.#matchTypos(typed, limit, prefix, found);
    return [...found.values()];
  }

  #matchTypos(typed: string, limit: number, prefix: boolean, found: Map<number, WordMatch>): void {
    const mask = maskOf(typed);
    for (let index = 0; index < this.size; index += 1) {
      const other = this.#masks[index] ?? 0;
      if (bits(mask & ~other) > limit) continue;
      const word = this.word(index);
      if (found.has(index)) continue;
      if (Math.abs(word.length - typed.length) <= limit) {
        const typos = editDistance(typed, word, limit);
        if (typos <= limit) {
          found.set(index, { word: index, typos, missing: 0 });
          continue;
        }
      }
      if (!prefix || word.length <= typed.length) continue;
      const typos = editDistance(typed, word, limit, true);
      if (typos <= limit)
        found.set(index, { word: index, typos, missing: word.length - typed.length });
    }
  }

  #lowerBound(word: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.word(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function maskOf(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) & 31);
  return mask;
}

/** Bits set in 32 (Hacker's Delight, 5-1). */
function bits(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
