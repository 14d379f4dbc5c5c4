import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldKey, foldKeys, foldWords, splitWords } from '../../src/catalog/fold.ts';
import { SlugRegister, slugOf } from '../../src/catalog/slug.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);

describe('fold', () => {
  it.each([
    ['Spider-Man: Into the Spider‑Verse', 'spider man into the spider verse'],
    ['Amélie', 'amelie'],
    ['AME\u0301LIE', 'amelie'],
    ['Łódź Straße Ærø Guðnadóttir', 'lodz strasse aero gudnadottir'],
    ['E.T. the Extra-Terrestrial', 'et the extra terrestrial'],
    ['S.W.A.T', 'swat'],
    ['Ocean’s Eleven', 'oceans eleven'],
    ["L'Avventura", 'l avventura'],
    ['Romeo + Juliet', 'romeo and juliet'],
    ['Trent Reznor & Atticus Ross', 'trent reznor and atticus ross'],
    ['Rock ’n’ Roll', 'rock and roll'],
    ['Alien³', 'alien 3'],
    ['8½', '8 1 2'],
    ['A$AP Rocky', 'asap rocky'],
    ['WALL·E', 'wall e'],
    ['ＡＫＩＲＡ', 'akira'],
    ['!!!', '!!!'],
    ['  ', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    ['Rocky IV', 'rocky 4'],
    ['Rocky V', 'rocky 5'],
    ['The Godfather Part II', 'the godfather part 2'],
    ['Dune: Part Two', 'dune part 2'],
    ['Guardians of the Galaxy Vol. 2', 'guardians of the galaxy volume 2'],
    ['Star Wars: Episode I – The Phantom Menace', 'star wars episode 1 the phantom menace'],
    ['V for Vendetta', 'v for vendetta'],
    ['The King and I', 'the king and i'],
    ['I Robot', 'i robot'],
    ['What I Want', 'what i want'],
    ['X-Men', 'x men'],
    ['Three Colours: Blue', 'three colours blue'],
  ])('reads the numerals of %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    ['もののけ姫', 'もののけ姫'],
    ['ガメラ', 'ガメラ'],
    ['ｶﾞﾒﾗ', 'ガメラ'],
    ['기생충', '기생충'],
    ['Броненосец «Потёмкин»', 'броненосец потемкин'],
    ['दिल से', 'दिल से'],
    ['花樣年華', '花樣年華'],
  ])('keeps the script of %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is idempotent and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves no capital, no accent and no space at an end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of foldWords(text)) expect(word).not.toMatch(/\s|[\u0300-\u036f]|[A-Z]/u);
      }),
    );
  });

  it('does not care for case or composition', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aéIßøÄçŁ ñ-.2') }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(text.toLowerCase())).toBe(fold(text));
      }),
    );
  });
});

describe('foldKey', () => {
  it.each([
    ['The Thing', 'Thing'],
    ['The Thing', 'Thing, The'],
    ['Spider-Man', 'spiderman'],
    ['Les Choristes', 'choristes'],
    ['L’Avventura', 'avventura'],
    ['WALL·E', 'walle'],
    ['Die Hard', 'die-hard'],
  ])('holds %j and %j for one name', (a, b) => {
    expect(foldKey(a)).toBe(foldKey(b));
  });

  it.each([
    ['Die Hard', 'Hard'],
    ['L.A. Confidential', 'Confidential'],
    ['A.I.', 'I'],
    ['Heat', 'Heart'],
    ['Rocky', 'Rocky II'],
    ['It', 'I'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(foldKey(a)).not.toBe(foldKey(b));
  });

  it('is never empty for a text that has something to read', () => {
    expect(foldKey('The')).toBe('the');
    expect(foldKey('A')).toBe('a');
    fc.assert(
      fc.property(anyText, (text) => {
        if (splitWords(text).length > 0) expect(foldKey(text)).not.toBe('');
      }),
    );
  });

  it('also looks a name up with the article that may be no article', () => {
    expect(foldKeys('La La Land')).toEqual(['laland', 'lalaland']);
    expect(foldKeys('Dune')).toEqual(['dune']);
  });
});

describe('slugOf', () => {
  it('spells names in lower-case Latin letters and digits', () => {
    expect(slugOf('Hildur Guðnadóttir')).toBe('hildur-gudnadottir');
    expect(slugOf('Guns N’ Roses')).toBe('guns-n-roses');
  });

  it('is a valid id within its limit for any text, the same every time', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 10, max: 60 }), (text, limit) => {
        const slug = slugOf(text, limit);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(limit);
        expect(slugOf(text, limit)).toBe(slug);
      }),
    );
  });

  it('tells names of other scripts apart', () => {
    expect(slugOf('久石譲')).not.toBe(slugOf('坂本龍一'));
  });

  it('gives one slug to one claimant, the longest still within the limit', () => {
    const register = new SlugRegister(['john-williams']);
    expect(register.claim('john-williams')).toBe('john-williams-2');
    expect(register.claim('john-williams')).toBe('john-williams-3');
    expect(register.claim('hans-zimmer')).toBe('hans-zimmer');
  });
});
