import {
  ABBREVIATIONS,
  ARTICLES,
  COUNTED,
  ELISIONS,
  LETTERS,
  NUMBER_WORDS,
  ROMAN_NUMERALS,
} from './fold-tables.ts';

/**
 * Folding: what two spellings of one name have in common. Display keeps the original; everything
 * that is compared or searched is folded first, the catalog's side once at load.
 */

/** What no rule below but the last is about: most names, and much faster without them. */
const PLAIN = /^[^\x80-\uffff&+$.']*$/;
const NOT_PLAIN_WORD = /[^a-z0-9]+/g;
const NON_ASCII = /[^\0-\x7f]/;
const APOSTROPHES = /[‘’ʼʹ´`′＇]/g;
/** Superscripts and fractions are words of their own: *Alien³*, *8½*. */
const SMALL_NUMBER =
  /(?<=[\p{L}\p{Nd}])(?=[\u00b2\u00b3\u00b9\u00bc-\u00be\u2150-\u215f\u2074-\u2079])/gu;
/**
 * Accents and other marks shared by scripts. Vowel signs of Indian scripts belong to their script
 * and stay, as do the kana's voicing marks, which NFC joins to their letter again.
 */
const SHARED_MARKS = /(?![\u3099\u309a])\p{Script=Inherited}/gu;
const SPECIAL_LETTERS = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');
const ACRONYM_DOT = /(?<=(?:^|[^\p{L}\p{M}\p{N}])\p{L})\.(?=\p{L}(?:[^\p{L}\p{M}\p{N}]|$))/gu;
const ELISION = new RegExp(`(?<=^|[\\s(])(${ELISIONS})'(?=\\p{L})`, 'gu');
const AND_SIGN = /&|(?<=\s)\+(?=\s)/g;
const DOLLAR_LETTER = /(?<=\p{L})\$(?!\p{N})|\$(?=\p{L})/gu;
const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/gu;

/** Case, marks and look-alike characters taken away; punctuation is still there. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower.replaceAll('`', "'");
  return lower
    .replace(APOSTROPHES, "'")
    .replace(SMALL_NUMBER, ' ')
    .normalize('NFKD')
    .replace(SHARED_MARKS, '')
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(SPECIAL_LETTERS, (letter) => LETTERS.get(letter) ?? letter)
    .replace(SHARED_MARKS, '')
    .normalize('NFC');
}

/**
 * The words of a text, folded letter by letter but with numerals and abbreviations as typed: what
 * a word that is still being typed must be compared with.
 */
export function splitWords(text: string): string[] {
  const folded = plain(text);
  const spaced = PLAIN.test(folded)
    ? folded.replace(NOT_PLAIN_WORD, ' ')
    : folded
        .replace(ACRONYM_DOT, '')
        .replace(ELISION, '$1 ')
        .replaceAll("'", '')
        .replace(AND_SIGN, ' and ')
        .replace(DOLLAR_LETTER, 's')
        .replace(NOT_WORD, ' ');
  const words = spaced.split(' ').filter((word) => word !== '');
  if (words.length > 0) return words;
  // A name of signs alone ("!!!") is still a name.
  const signs = folded.replace(/\s+/g, '');
  return signs === '' ? [] : [signs];
}

/** No numeral, number word or abbreviation is longer. */
const LONGEST_FOLDED = 6;

function foldWord(word: string, index: number, words: readonly string[]): string {
  if (word.length > LONGEST_FOLDED) return word;
  const before = words[index - 1];
  const full = ABBREVIATIONS.get(word) ?? word;
  if (before === undefined) return full;
  const last = index === words.length - 1;
  if (word === 'n' && !last) return 'and';
  const numeral = ROMAN_NUMERALS.get(word);
  if (numeral !== undefined) {
    // "I" is a pronoun, "V" and "X" letters, unless they count something or close the name.
    const counts = word.length > 1 || (last && word !== 'i') || isCounted(before);
    return counts ? numeral : word;
  }
  const number = NUMBER_WORDS.get(word);
  return number !== undefined && isCounted(before) ? number : full;
}

const isCounted = (word: string): boolean => COUNTED.has(ABBREVIATIONS.get(word) ?? word);

/** The words of a text with sequel numbers as digits and common abbreviations written out. */
export function foldWords(text: string): string[] {
  return splitWords(text).map(foldWord);
}

/** The folded words joined by single spaces. Idempotent; never throws, whatever the text. */
export function fold(text: string): string {
  return foldWords(text).join(' ');
}

const LEADING_ARTICLE = new RegExp(
  `^\\s*(?:(?:${[...ARTICLES].join('|')})\\s+|l['’])(?=[\\p{L}\\p{N}])`,
  'iu',
);
const TRAILING_ARTICLE = /^(.*\S)\s*,\s*(the|an?|les?|la|el|los|las|il|der|das)\s*$/isu;

/** The text without its leading article, or one moved to the end as libraries do ("Thing, The"). */
export function dropArticle(text: string): string {
  const front = text.includes(',') ? TRAILING_ARTICLE.exec(text)?.[1] : undefined;
  const rest = (front ?? text).replace(LEADING_ARTICLE, '');
  return rest.trim() === '' ? text : rest;
}

/**
 * The key under which a name is the same name: folded, without leading article and without spaces,
 * so that "Spider-Man", "Spider Man" and "Spiderman" are one. Empty only for blank text.
 */
export function foldKey(text: string): string {
  return foldWords(dropArticle(text)).join('');
}

/**
 * {@link foldKey} that remembers its answers: for going over a whole catalog, in which the same
 * names return hundreds of times.
 */
export function rememberingFoldKey(): (text: string) => string {
  const keys = new Map<string, string>();
  return (text) => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = foldKey(text);
    keys.set(text, key);
    return key;
  };
}

/** All keys under which a name is looked up: "La La Land" is "laland" and also "lalaland". */
export function foldKeys(text: string): string[] {
  return [...new Set([foldKey(text), foldWords(text).join('')])];
}
