import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldKey, splitWords } from '../../src/catalog/fold.ts';
import { buildIndex, type SearchRecord } from '../../src/catalog/search/search-index.ts';

const LIMIT = 25;

/** Invented names over a small vocabulary, so that many share words, and some are alike. */
const vocabulary =
  'the of night crimson harbour glass velvet engine zorvane lanterns under marrow spider man river écho ночь 月影 आकाश 2 drift orchard silence kettle'.split(
    ' ',
  );
const name = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
const catalog = fc
  .array(fc.record({ name, popularity: fc.integer({ min: 1, max: 100 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((list) => list.map(({ name: one, popularity }) => ({ names: [one], popularity })));

const nameOf = (records: readonly SearchRecord[], record: number) =>
  records[record]?.names[0] ?? '';

const found = (records: readonly SearchRecord[], query: string, limit = LIMIT) =>
  buildIndex(records)
    .search(query, limit)
    .map((match) => ({ ...match, text: nameOf(records, match.record) }));

describe('the search index', () => {
  it('finds every record by its name: first, or after its namesakes', () => {
    fc.assert(
      fc.property(catalog, (records) => {
        const index = buildIndex(records);
        for (const record of records) {
          const [best] = index.search(record.names[0] ?? '', LIMIT);
          expect(best?.exact).toBe(true);
          expect(foldKey(nameOf(records, best?.record ?? -1))).toBe(foldKey(record.names[0] ?? ''));
        }
      }),
    );
  });

  it('finds every name while it is being typed, from the first letter', () => {
    fc.assert(
      fc.property(name, (one) => {
        const index = buildIndex([{ names: [one], popularity: 1 }]);
        for (let end = 1; end <= one.length; end += 1) {
          const typed = one.slice(0, end);
          // "the" is only a beginning if a name has more to it; half a letter is none.
          if (splitWords(typed).length > 0 && typed.isWellFormed()) {
            expect([typed, index.search(typed, 1).length]).toEqual([typed, 1]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts no stranger before the names that begin with what was typed', () => {
    fc.assert(
      fc.property(catalog, fc.nat(), fc.nat(), (records, which, cut) => {
        const one = nameOf(records, which % records.length);
        const typed = one.slice(0, Math.min(one.length, 5 + (cut % 20)));
        const beginners = new Set(
          records.filter(({ names }) => foldKey(names[0] ?? '').startsWith(foldKey(typed))),
        );
        const hits = found(records, typed, 100);
        const own = hits.find(({ text }) => fold(text) === fold(one));
        if (beginners.size < 100) expect(own).toBeDefined();
      }),
    );
  });

  it('forgives any single typo in a word of four letters or more', () => {
    fc.assert(
      fc.property(
        catalog,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('insert', 'delete', 'substitute', 'swap'),
        (records, which, whichWord, where, kind) => {
          const one = nameOf(records, which % records.length);
          const words = fold(one).split(' ');
          const long = words.flatMap((word, index) => (/^[a-z]{4,}$/.test(word) ? [index] : []));
          const at = long[whichWord % Math.max(1, long.length)];
          const word = at === undefined ? undefined : words[at];
          if (at === undefined || word === undefined) return;
          const query = words.with(at, mistype(word, where, kind)).join(' ');
          const hits = found(records, query, 100);
          expect([query, hits.map(({ text }) => fold(text))]).toEqual([
            query,
            expect.arrayContaining([fold(one)]),
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('answers any text without throwing, and the same way every time', () => {
    const records = vocabulary.map((word, index) => ({ names: [word], popularity: index }));
    const index = buildIndex(records);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.array(fc.constantFrom(...vocabulary), { maxLength: 40 }).map((all) => all.join(' ')),
        ),
        fc.oneof(fc.integer(), fc.double()),
        (query, limit) => {
          const once = index.search(query, limit);
          expect(index.search(query, limit)).toEqual(once);
          expect(once.length).toBeLessThanOrEqual(100);
          expect(new Set(once.map(({ record }) => record)).size).toBe(once.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('answers as before whatever was asked in between', () => {
    fc.assert(
      fc.property(catalog, fc.array(name, { minLength: 2, maxLength: 6 }), (records, queries) => {
        const index = buildIndex(records);
        const alone = queries.map((query) => buildIndex(records).search(query, LIMIT));
        expect(queries.map((query) => index.search(query, LIMIT))).toEqual(alone);
      }),
    );
  });

  it('finds nothing for nothing, and in an index of nothing', () => {
    expect(found([{ names: ['Zorvane'], popularity: 1 }], ' \n ')).toEqual([]);
    expect(found([], 'zorvane')).toEqual([]);
    expect(found([{ names: [' '], popularity: 1 }], 'zorvane')).toEqual([]);
  });
});

function mistype(word: string, where: number, kind: string): string {
  const at = where % word.length;
  if (kind === 'insert') return `${word.slice(0, at)}q${word.slice(at)}`;
  if (kind === 'delete') return word.slice(0, at) + word.slice(at + 1);
  if (kind === 'substitute') return `${word.slice(0, at)}q${word.slice(at + 1)}`;
  const left = Math.min(at, word.length - 2);
  return word.slice(0, left) + word.charAt(left + 1) + word.charAt(left) + word.slice(left + 2);
}

describe('the order of results', () => {
  const records: SearchRecord[] = [
    { names: ['Crimson Harbour'], context: ['2021', 'Ilse Quandt'], popularity: 90 },
    { names: ['Crimson Harbour'], context: ['1984', 'Bo Ferrant'], popularity: 40 },
    { names: ['The Glass Kettle'], popularity: 10 },
    { names: ['Under the Glass Kettle Sky'], popularity: 99 },
    { names: ['Spider-Vane'], popularity: 20 },
    { names: ['Moonwharf'], popularity: 20 },
    { names: ['Zorvane IV'], popularity: 30 },
    { names: ['Zorvane'], popularity: 20 },
    { names: ['La La Lantern', 'Lantern Song'], popularity: 50 },
  ];
  const order = (query: string) => found(records, query).map(({ record }) => record);

  it.each([
    ['exact before the popular', 'glass kettle', 2],
    ['the popular among namesakes', 'crimson harbour', 0],
    ['the context, when it is given', 'crimson harbour 1984', 1],
    ['the context in any place', 'ferrant crimson', 1],
    ['words in another order', 'kettle glass', 2],
    ['joined words', 'spidervane', 4],
    ['split words', 'moon wharf', 5],
    ['numerals either way', 'zorvane 4', 6],
    ['the whole before the longer', 'zorvane', 7],
    ['a name that begins like an article', 'lalalantern', 8],
    ['another of its names', 'lantern song', 8],
    ['a word that is none of its own left out', 'zorvane soundtrack', 7],
    ['a typo in the word being typed', 'crismon harb', 0],
  ])('puts first %s: %j', (_, query, first) => {
    expect(order(query)[0]).toBe(first);
  });

  it('says what a match rests on', () => {
    const [match] = found(records, 'glas kettel');
    expect(match).toMatchObject({ record: 2, exact: false, typos: 2, missed: 0, left: 0 });
    const [partial] = found(records, 'moonwharf elephants');
    expect(partial).toMatchObject({ record: 5, missed: 1 });
  });

  it('gives no more than it is asked for', () => {
    expect(found(records, 'z', 1)).toHaveLength(1);
  });
});
