/** Letters that Unicode does not decompose, as people without them on their keyboard type them. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ĸ', 'k'],
  ['ə', 'e'],
  ['ς', 'σ'],
]);

/**
 * Leading articles in the catalog's languages. Those that are also English words of another kind
 * are left out, "die" above all: *Die Hard* must not fold to "hard".
 */
export const ARTICLES: ReadonlySet<string> = new Set(
  'the a an le la les un une el los las una il gli der das het'.split(' '),
);

/** Elided words that stand before an apostrophe and are words of their own: *L'Avventura*. */
export const ELISIONS = 'l|d|qu|dell|all|nell|sull|dall';

/** Words so common that a title is recognised without them. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...ARTICLES,
  ...'and of in to for on at by with from de du des und et di da do den'.split(' '),
]);

/** One word for abbreviations that titles use as often as the word itself. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['vol', 'volume'],
  ['pt', 'part'],
  ['vs', 'versus'],
  ['dr', 'doctor'],
  ['mr', 'mister'],
]);

/** Words after which "I", "V", "X" and spelled-out numbers are numerals. */
export const COUNTED: ReadonlySet<string> = new Set(
  'part episode chapter volume book act number phase season'.split(' '),
);

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');
const SPELLED = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Roman numeral to digits, 1 to 20: no sequel counts further. */
export const ROMAN_NUMERALS: ReadonlyMap<string, string> = new Map(
  ROMAN.map((word, index) => [word, String(index + 1)]),
);

export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  SPELLED.map((word, index) => [word, String(index + 1)]),
);
