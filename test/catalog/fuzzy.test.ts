import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDictionary, findPrefix, findWord } from '../../src/catalog/search/dictionary.ts';
import { allowedEdits, FuzzyWalk } from '../../src/catalog/search/fuzzy.ts';
import { buildTrie } from '../../src/catalog/search/trie.ts';

/** Words of few letters, so that many are near one another. */
const word = fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1, maxLength: 9 });
const dictionaryOf = (words: readonly string[]) => [...new Set(words)].sort();

/** The restricted Damerau-Levenshtein distance by its definition, whole matrix. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => d[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      }
      const row = d[i];
      if (row) row[j] = cost;
    }
  }
  return at(a.length, b.length);
}

const prefixDistance = (a: string, b: string) =>
  Math.min(...Array.from({ length: b.length + 1 }, (_, end) => distance(a, b.slice(0, end))));

/** What a walk finds: each word with its least edits. */
function walked(words: readonly string[], query: string, edits: number, asPrefix: boolean) {
  const walk = new FuzzyWalk(buildTrie(buildDictionary(words)));
  const found = new Map<string, number>();
  walk.walk(query, edits, asPrefix, (low, high, cost) => {
    for (const one of words.slice(low, high)) {
      found.set(one, Math.min(cost, found.get(one) ?? cost));
    }
  });
  return new Map([...found].sort());
}

describe('the fuzzy walk', () => {
  it.each([false, true])(
    'finds what the definition of the distance says (as prefix: %s)',
    (asPrefix) => {
      const measure = asPrefix ? prefixDistance : distance;
      fc.assert(
        fc.property(
          fc.array(word, { maxLength: 30 }),
          word,
          fc.constantFrom(0, 1, 2),
          (list, query, edits) => {
            const words = dictionaryOf(list);
            const wanted = words
              .map((one) => [one, measure(query, one)] as const)
              .filter(([, cost]) => cost <= edits);
            expect(walked(words, query, edits, asPrefix)).toEqual(new Map(wanted));
          },
        ),
        { numRuns: 1500 },
      );
    },
  );

  it('leaves no trace of one query in the next', () => {
    const words = dictionaryOf(['drive', 'driver', 'nightcall', 'interstellar']);
    const walk = new FuzzyWalk(buildTrie(buildDictionary(words)));
    const ask = (query: string) => {
      const found: string[] = [];
      walk.walk(query, 2, true, (low, high) => found.push(...words.slice(low, high)));
      return found;
    };
    const first = ask('drvie');
    ask('intrestellr');
    expect(ask('drvie')).toEqual(first);
  });

  it('forgives one edit from four letters, two from eight, none in numbers', () => {
    expect(['her', 'heat', 'nightca', 'nightcal', '1984', '20490000'].map(allowedEdits)).toEqual([
      0, 1, 1, 2, 0, 0,
    ]);
  });
});

describe('the dictionary', () => {
  it('finds each word and exactly the words that begin with a text', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), word, (list, prefix) => {
        const words = dictionaryOf(list);
        const dictionary = buildDictionary(words);
        for (const [index, one] of words.entries()) expect(findWord(dictionary, one)).toBe(index);
        const [low, high] = findPrefix(dictionary, prefix);
        expect(words.slice(low, high)).toEqual(words.filter((one) => one.startsWith(prefix)));
        if (!words.includes(prefix)) expect(findWord(dictionary, prefix)).toBe(-1);
      }),
    );
  });
});
