/**
 * The index's words, sorted by UTF-16 code unit and numbered in that order, so that all words with
 * one beginning are one range of numbers. One blob of characters, no object a word.
 */
export interface Dictionary {
  readonly size: number;
  /** All words one after the other, as UTF-16 code units. */
  readonly chars: Uint16Array;
  /** Where each word starts in `chars`; one more entry than words. */
  readonly starts: Uint32Array;
}

/** @param words - sorted by code unit, without duplicates */
export function buildDictionary(words: readonly string[]): Dictionary {
  const starts = new Uint32Array(words.length + 1);
  let total = 0;
  for (const [index, word] of words.entries()) {
    total += word.length;
    starts[index + 1] = total;
  }
  const chars = new Uint16Array(total);
  let at = 0;
  for (const word of words) {
    for (let i = 0; i < word.length; i += 1) chars[at + i] = word.charCodeAt(i);
    at += word.length;
  }
  return { size: words.length, chars, starts };
}

/** Below zero when word `id` sorts before `text`; zero when it begins with it or, if `whole`, is it. */
function compare(dictionary: Dictionary, id: number, text: string, whole: boolean): number {
  const start = dictionary.starts[id] ?? 0;
  const length = (dictionary.starts[id + 1] ?? 0) - start;
  const shared = Math.min(length, text.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = (dictionary.chars[start + i] ?? 0) - text.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  if (length < text.length) return -1;
  return whole ? length - text.length : 0;
}

/** The first word for which `compare` is at least `bound`. */
function lowerBound(
  dictionary: Dictionary,
  text: string,
  whole: boolean,
  from: number,
  bound: 0 | 1,
): number {
  let low = from;
  let high = dictionary.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(dictionary, middle, text, whole) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a word, or -1. */
export function findWord(dictionary: Dictionary, word: string): number {
  const id = lowerBound(dictionary, word, true, 0, 0);
  return id < dictionary.size && compare(dictionary, id, word, true) === 0 ? id : -1;
}

/** The words that begin with a text: from the first number up to but without the second. */
export function findPrefix(dictionary: Dictionary, prefix: string): readonly [number, number] {
  const low = lowerBound(dictionary, prefix, false, 0, 0);
  return [low, lowerBound(dictionary, prefix, false, low, 1)];
}
