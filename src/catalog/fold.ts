/**
 * Folding makes two spellings of one name equal: it is done once, at load, and to every query.
 * Display keeps the original.
 */

/** Letters that Unicode's compatibility decomposition leaves whole. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Sequel numerals; one-letter ones are words as often, so they count only at a name's end. */
const NUMERALS: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  xi: '11',
  xii: '12',
  xiii: '13',
};
const FINAL_NUMERALS: Readonly<Record<string, string>> = { v: '5', x: '10' };

/** Leading articles of the catalog's languages, those left out that begin English titles as other words. */
const ARTICLES = new Set([
  'the',
  'a',
  'an',
  'le',
  'la',
  'les',
  'el',
  'los',
  'las',
  'il',
  'der',
  'das',
]);

/** The words of a text, folded: no case, marks, punctuation; `&` is "and"; II is 2. */
export function foldWords(text: string): string[] {
  const bare = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/['’ʼ`´‘]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (bare === '') return [];
  const words = bare.split(' ');
  return words.map((word, index) => {
    if (index === 0) return word;
    const numeral =
      NUMERALS[word] ?? (index === words.length - 1 ? FINAL_NUMERALS[word] : undefined);
    return numeral ?? word;
  });
}

/** The folded text, its words joined by single spaces. */
export const fold = (text: string): string => foldWords(text).join(' ');

/** The folded text without a leading article, unless that is all there is. */
export function foldKey(text: string): string {
  const words = foldWords(text);
  const [first, second] = words;
  const article =
    first !== undefined && ARTICLES.has(first) && second !== undefined && second !== first;
  return (article ? words.slice(1) : words).join(' ');
}

/** Folded words joined by hyphens, for ids; empty when the text has no Latin letter or digit. */
export const slugOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
