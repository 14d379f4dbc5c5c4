import { foldWords, splitWords } from '../fold.ts';
import type { Columns } from './columns.ts';
import { findPrefix, findWord } from './dictionary.ts';
import type { QueryWord } from './expansion.ts';

/** Characters of a query that are looked at, and words of it. */
const LENGTH_LIMIT = 300;
export const WORD_LIMIT = 16;
/** A shorter word is not taken apart into a word and a single letter. */
const SHORTEST_WITH_LETTER = 5;
/** Other readings of one query that are tried. */
const READING_LIMIT = 3;

/** One way to read a query. */
export interface Reading {
  readonly words: readonly QueryWord[];
  /** Spaces that this reading adds or takes away: each is an edit. */
  readonly edits: number;
}

/** The query as typed. The last word may still be being typed. */
export function readQuery(text: string): Reading {
  const cut = text.slice(0, LENGTH_LIMIT);
  const folded = foldWords(cut).slice(0, WORD_LIMIT);
  const beginning = splitWords(cut).slice(0, WORD_LIMIT).at(-1);
  const words = folded.map(
    (word, index): QueryWord =>
      index === folded.length - 1 && beginning !== undefined
        ? { text: word, beginning }
        : { text: word },
  );
  return { words, edits: 0 };
}

/** "spider man" where the catalog has "spiderman", and the other way round. */
export function respacedReadings(reading: Reading, columns: Columns): Reading[] {
  return [...joined(reading, columns), ...split(reading, columns)].slice(0, READING_LIMIT);
}

function* joined({ words, edits }: Reading, columns: Columns): Generator<Reading> {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (next === undefined) return;
    const text = word.text + next.text;
    const known = next.beginning === undefined ? isWord(columns, text) : isPrefix(columns, text);
    if (!known) continue;
    const one: QueryWord = next.beginning === undefined ? { text } : { text, beginning: text };
    yield { words: [...words.slice(0, index), one, ...words.slice(index + 2)], edits: edits + 1 };
  }
}

function* split({ words, edits }: Reading, columns: Columns): Generator<Reading> {
  for (const [index, word] of words.entries()) {
    for (let cut = word.text.length - 1; cut >= 1; cut -= 1) {
      const head = word.text.slice(0, cut);
      const tail = word.text.slice(cut);
      if (Math.min(head.length, tail.length) < 2 && word.text.length < SHORTEST_WITH_LETTER)
        continue;
      if (!isWord(columns, head)) continue;
      const open = word.beginning !== undefined;
      if (!(open && tail.length > 1 ? isPrefix(columns, tail) : isWord(columns, tail))) continue;
      const last: QueryWord = open ? { text: tail, beginning: tail } : { text: tail };
      const two = [{ text: head }, last];
      yield {
        words: [...words.slice(0, index), ...two, ...words.slice(index + 1)].slice(0, WORD_LIMIT),
        edits: edits + 1,
      };
    }
  }
}

const isWord = ({ dictionary }: Columns, text: string) => findWord(dictionary, text) >= 0;

function isPrefix({ dictionary }: Columns, text: string): boolean {
  const [low, high] = findPrefix(dictionary, text);
  return high > low;
}
