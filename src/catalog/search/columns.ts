import { dropArticle, foldWords } from '../fold.ts';
import { STOP_WORDS } from '../fold-tables.ts';
import { buildDictionary, type Dictionary } from './dictionary.ts';
import { buildTrie, type Trie } from './trie.ts';

/** What is indexed: one thing that can be found, under any of its names. */
export interface SearchRecord {
  readonly names: readonly string[];
  /** Words that tell it from its namesakes (performer, year, film) but are no part of a name. */
  readonly context?: readonly string[];
  /** At least 0; the higher, the further up among equals. */
  readonly popularity: number;
}

/**
 * The index as columns: numbers in typed arrays and one blob of letters, no object a record. A
 * "line" is one name of one record with the record's context behind it; lines are numbered by
 * falling popularity, so that wherever a list is cut the most asked-for are in front.
 */
export interface Columns {
  readonly dictionary: Dictionary;
  readonly trie: Trie;
  /** 1 where a dictionary word is too common to tell names apart. */
  readonly stopWord: Uint8Array;
  readonly lines: number;
  /** The record of each line, as numbered by the caller. */
  readonly record: Uint32Array;
  /** Where each line's words start in `words`; one more entry than lines. */
  readonly lineStart: Uint32Array;
  readonly words: Uint32Array;
  /** How many of a line's words are its name; the rest is context. */
  readonly nameLength: Uint8Array;
  /** 1 where the name begins with an article that may be left out. */
  readonly article: Uint8Array;
  /** Which of its record's names a line is. */
  readonly nameNumber: Uint8Array;
  /** Where each dictionary word's list of lines starts in `postings`; one more entry than words. */
  readonly postingStart: Uint32Array;
  readonly postings: Uint32Array;
  /** Hashes of the lines' names without spaces, with and without article, sorted; the line of each. */
  readonly keyHash: Uint32Array;
  readonly keyLine: Uint32Array;
}

/** The most words kept of a name or of a context. */
const WORD_LIMIT = 60;

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Words met so far, numbered in the order of meeting until the dictionary is sorted. */
class Interner {
  readonly numbers = new Map<string, number>();

  intern(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.numbers.size);
    return this.numbers.size - 1;
  }
}

interface Name {
  readonly number: number;
  readonly words: readonly string[];
  readonly article: 0 | 1;
}

/** A name's words; an article that stands behind the name ("Thing, The") is left out. */
function nameOf(text: string, number: number): Name {
  const words = foldWords(text).slice(0, WORD_LIMIT);
  const rest = foldWords(dropArticle(text)).slice(0, WORD_LIMIT);
  if (rest.length >= words.length) return { words, article: 0, number };
  const leading = words.slice(words.length - rest.length).join(' ') === rest.join(' ');
  return leading && words.length === rest.length + 1
    ? { words, article: 1, number }
    : { words: rest, article: 0, number };
}

function namesOf(record: SearchRecord): Name[] {
  const names = new Map<string, Name>();
  for (const [number, text] of record.names.entries()) {
    const name = nameOf(text, number);
    const key = name.words.join(' ');
    if (key !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** Sorted permutation of the records: most popular first, then as given. */
function byPopularity(records: readonly SearchRecord[]): Uint32Array {
  const order = Uint32Array.from(records, (_, index) => index);
  return order.sort(
    (a, b) => (records[b]?.popularity ?? 0) - (records[a]?.popularity ?? 0) || a - b,
  );
}

/** Lists, for each dictionary word, the lines that have it, by counting sort. */
function invert(size: number, lineStart: Uint32Array, words: Uint32Array) {
  const lines = lineStart.length - 1;
  const lastLine = new Int32Array(size).fill(-1);
  const postingStart = new Uint32Array(size + 1);
  const eachOnce = (take: (word: number, line: number) => void) => {
    lastLine.fill(-1);
    for (let line = 0; line < lines; line += 1) {
      const end = lineStart[line + 1] ?? 0;
      for (let at = lineStart[line] ?? 0; at < end; at += 1) {
        const word = words[at] ?? 0;
        if (lastLine[word] === line) continue;
        lastLine[word] = line;
        take(word, line);
      }
    }
  };
  eachOnce((word) => {
    postingStart[word + 1] = (postingStart[word + 1] ?? 0) + 1;
  });
  for (let word = 0; word < size; word += 1) {
    postingStart[word + 1] = (postingStart[word + 1] ?? 0) + (postingStart[word] ?? 0);
  }
  const next = postingStart.slice(0, size);
  const postings = new Uint32Array(postingStart[size] ?? 0);
  eachOnce((word, line) => {
    const at = next[word] ?? 0;
    postings[at] = line;
    next[word] = at + 1;
  });
  return { postingStart, postings };
}

/** Builds the columns of an index. Records without a name are left out. */
export function buildColumns(records: readonly SearchRecord[]): Columns {
  const interner = new Interner();
  // The same films and people are the context of many records.
  const known = new Map<string, readonly number[]>();
  const contextWords = (text: string): readonly number[] => {
    const words = known.get(text) ?? foldWords(text).map((word) => interner.intern(word));
    known.set(text, words);
    return words;
  };
  const record: number[] = [];
  const lineStart: number[] = [0];
  const words: number[] = [];
  const nameLength: number[] = [];
  const article: number[] = [];
  const nameNumber: number[] = [];
  const hashes: number[] = [];
  const hashLines: number[] = [];

  for (const index of byPopularity(records)) {
    const source = records[index];
    if (source === undefined) continue;
    const context = [...new Set((source.context ?? []).flatMap(contextWords))].slice(0, WORD_LIMIT);
    for (const name of namesOf(source)) {
      for (const key of new Set([name.words.slice(name.article).join(''), name.words.join('')])) {
        hashes.push(hashKey(key));
        hashLines.push(record.length);
      }
      record.push(index);
      for (const word of name.words) words.push(interner.intern(word));
      words.push(...context);
      lineStart.push(words.length);
      nameLength.push(name.words.length);
      article.push(name.article);
      nameNumber.push(Math.min(name.number, 255));
    }
  }

  const sorted = [...interner.numbers.keys()].sort();
  const rank = new Uint32Array(sorted.length);
  for (const [place, word] of sorted.entries()) rank[interner.intern(word)] = place;
  const dictionary = buildDictionary(sorted);
  const wordColumn = Uint32Array.from(words, (word) => rank[word] ?? 0);
  const startColumn = Uint32Array.from(lineStart);
  const byHash = Uint32Array.from(hashes, (_, entry) => entry).sort(
    (a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b,
  );
  return {
    dictionary,
    trie: buildTrie(dictionary),
    stopWord: Uint8Array.from(sorted, (word) => (STOP_WORDS.has(word) ? 1 : 0)),
    lines: record.length,
    record: Uint32Array.from(record),
    lineStart: startColumn,
    words: wordColumn,
    nameLength: Uint8Array.from(nameLength),
    article: Uint8Array.from(article),
    nameNumber: Uint8Array.from(nameNumber),
    ...invert(sorted.length, startColumn, wordColumn),
    keyHash: Uint32Array.from(byHash, (entry) => hashes[entry] ?? 0),
    keyLine: Uint32Array.from(byHash, (entry) => hashLines[entry] ?? 0),
  };
}
