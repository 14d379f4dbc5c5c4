import { foldKey, foldWords } from '../fold.ts';
import { Dictionary } from './dictionary.ts';

/** What is indexed of a record. */
export interface SearchRecord {
  /** Its name, then its other names. */
  readonly names: readonly string[];
  /** Words that help to find it but are no name: a track's artists. */
  readonly extra?: string;
  /** 0 to 100; breaks ties. */
  readonly popularity: number;
}

/** A found record, by its place in the list that was indexed. */
export interface Match {
  readonly record: number;
  readonly score: number;
  /** The query is the whole of one of its names. */
  readonly exact: boolean;
  readonly typos: number;
  /** Share of the query's weight that the record accounts for, 0 to 1. */
  readonly queryCovered: number;
  /** Share of the matched name's weight that the query accounts for, 0 to 1. */
  readonly nameCovered: number;
  /** Letters that were still to be typed of the last word. */
  readonly missing: number;
}

/** Words looked at of one query, and letters of one word: more would not find better. */
const MAX_WORDS = 12;
const MAX_LETTERS = 40;

/** Words that say little of which name is meant. */
const LIGHT_WORDS = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'in',
  'to',
  'for',
  'on',
  'from',
  'de',
  'la',
  'le',
]);

const weightOf = (word: string): number => (LIGHT_WORDS.has(word) ? 0.2 : 1);

interface Name {
  readonly record: number;
  /** Words of the name itself; extra words follow them in the postings only. */
  readonly weight: number;
  readonly first: string;
  readonly key: string;
}

interface Tally {
  weight: number;
  nameWeight: number;
  typos: number;
  missing: number;
  inOrder: boolean;
}

/**
 * Finds records by name: as one types, with typos, missing or reordered words, joined or split ones.
 * Order: exact, then words matched, typos, position, length, popularity; then the order of indexing.
 */
export class SearchIndex {
  readonly #records: readonly SearchRecord[];
  readonly #names: Name[] = [];
  readonly #dictionary: Dictionary;
  /** By word of the dictionary: names that hold it; a negative entry (`~name`) holds it as an extra. */
  readonly #postings: readonly Int32Array[];

  constructor(records: readonly SearchRecord[]) {
    this.#records = records;
    const postings = new Map<string, number[]>();
    const post = (word: string, entry: number) => {
      const list = postings.get(word);
      if (!list) postings.set(word, [entry]);
      else if (!list.includes(entry)) list.push(entry);
    };
    for (const [record, { names, extra }] of records.entries()) {
      for (const text of names) {
        const words = foldWords(text);
        if (words.length === 0) continue;
        const name = this.#names.length;
        const weight = words.reduce((sum, word) => sum + weightOf(word), 0);
        this.#names.push({ record, weight, first: words[0] ?? '', key: foldKey(text) });
        for (const word of words) post(word, name);
        for (const [index, word] of words.entries()) {
          const next = words[index + 1];
          if (next !== undefined && words.length <= 6) post(word + next, name);
        }
        for (const word of extra === undefined ? [] : foldWords(extra)) {
          if (!words.includes(word)) post(word, ~name);
        }
      }
    }
    this.#dictionary = new Dictionary(postings.keys());
    this.#postings = Array.from({ length: this.#dictionary.size }, (_, index) =>
      Int32Array.from(postings.get(this.#dictionary.word(index)) ?? []),
    );
  }

  /** The best records, best first. Never throws; an empty query finds nothing. */
  search(query: string, limit: number): Match[] {
    const words = foldWords(query)
      .slice(0, MAX_WORDS)
      .map((word) => word.slice(0, MAX_LETTERS));
    if (words.length === 0 || limit <= 0) return [];
    const unfinished = !/\s$/u.test(query);
    const tallies = this.#tally(words, unfinished);
    const total = words.reduce((sum, word) => sum + weightOf(word), 0);
    const key = foldKey(query);
    const best = new Map<number, Match>();
    for (const [name, tally] of tallies) {
      const match = this.#score(name, tally, total, key);
      if (!match) continue;
      const known = best.get(match.record);
      if (!known || match.score > known.score) best.set(match.record, match);
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score || a.record - b.record)
      .slice(0, limit);
  }

  #tally(words: readonly string[], unfinished: boolean): Map<number, Tally> {
    const tallies = new Map<number, Tally>();
    for (const [index, word] of words.entries()) {
      const isLast = index === words.length - 1;
      const seen = new Map<number, Tally>();
      this.#collect(word, weightOf(word), isLast && unfinished, index === 0, seen);
      const next = words[index + 1];
      if (next !== undefined) {
        const finished = !(index + 2 === words.length && unfinished);
        this.#collect(
          word + next,
          weightOf(word) + weightOf(next),
          !finished,
          index === 0,
          seen,
          true,
        );
      }
      for (const [name, found] of seen) {
        const tally = tallies.get(name);
        if (!tally) tallies.set(name, found);
        else {
          tally.weight += found.weight;
          tally.nameWeight += found.nameWeight;
          tally.typos += found.typos;
          tally.missing += found.missing;
          tally.inOrder ||= found.inOrder;
        }
      }
    }
    return tallies;
  }

  /** Adds to `seen` the names that a typed word finds, each with its best match. */
  #collect(
    typed: string,
    weight: number,
    prefix: boolean,
    first: boolean,
    seen: Map<number, Tally>,
    exactly = false,
  ): void {
    const matches = exactly ? this.#joined(typed) : this.#dictionary.match(typed, prefix);
    for (const { word, typos, missing } of matches) {
      const text = this.#dictionary.word(word);
      for (const entry of this.#postings[word] ?? []) {
        const name = entry < 0 ? ~entry : entry;
        const known = seen.get(name);
        if (known && (known.typos < typos || (known.typos === typos && known.missing <= missing)))
          continue;
        const inOrder = first && entry >= 0 && this.#names[name]?.first === text;
        seen.set(name, { weight, nameWeight: entry < 0 ? 0 : weight, typos, missing, inOrder });
      }
    }
  }

  /** Two typed words that the index has as one: "spider man" for "Spiderman". */
  #joined(typed: string) {
    const word = this.#dictionary.find(typed);
    return word < 0 ? [] : [{ word, typos: 0, missing: 0 }];
  }

  #score(index: number, tally: Tally, total: number, key: string): Match | undefined {
    const name = this.#names[index];
    if (!name) return undefined;
    const queryCovered = Math.min(1, tally.weight / total);
    const nameCovered = Math.min(1, tally.nameWeight / name.weight);
    if (queryCovered < 0.5) return undefined;
    const exact = name.key === key;
    const popularity = this.#records[name.record]?.popularity ?? 0;
    const score =
      (exact ? 1000 : 0) +
      400 * queryCovered -
      40 * tally.typos +
      30 * nameCovered +
      (tally.inOrder ? 15 : 0) -
      Math.min(10, tally.missing) +
      popularity / 10;
    return {
      record: name.record,
      score,
      exact,
      typos: tally.typos,
      queryCovered,
      nameCovered,
      missing: tally.missing,
    };
  }
}
