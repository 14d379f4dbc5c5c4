import { readdirSync, readFileSync } from 'node:fs';
import { Locale } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { loadTranslations } from '../../src/i18n/load.ts';
import { BASE_LOCALE, createTranslations, type Messages } from '../../src/i18n/translate.ts';

const FOLDER = new URL('../../data/locales/', import.meta.url);

const read = (locale: string): Messages =>
  JSON.parse(readFileSync(new URL(`${locale}.json`, FOLDER), 'utf8'));

const locales = readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ''));

/** Dotted paths and texts. */
const leaves = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );

const PLURAL = /_(zero|one|two|few|many|other)$/;
const base = (key: string) => key.replace(PLURAL, '');
const params = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();

const english = leaves(read(BASE_LOCALE));
const plurals = new Set(
  english
    .map(([key]) => key)
    .filter((key) => PLURAL.test(key))
    .map(base),
);

describe.each(locales)('the messages of %s', (locale) => {
  const messages = leaves(read(locale));

  it('are for a language of Discord', () => {
    expect(Object.values<string>(Locale)).toContain(locale);
  });

  it('are those of English, each with every plural form of its language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const wanted = [...new Set(english.map(([key]) => base(key)))].flatMap((key) =>
      plurals.has(key) ? forms.map((form) => `${key}_${form}`) : [key],
    );
    expect(messages.map(([key]) => key).sort()).toEqual(wanted.sort());
  });

  it('say something, with the parameters that English has', () => {
    const known = new Map(english.map(([key, text]) => [base(key), params(text)]));
    for (const [key, text] of messages) {
      expect(text.trim(), key).not.toBe('');
      // A language may leave the number out of a form that stands for one number alone.
      const own = params(text);
      const due = known.get(base(key)) ?? [];
      if (PLURAL.test(key) && !key.endsWith('_other'))
        expect(due, key).toEqual(expect.arrayContaining(own));
      else expect(own, key).toEqual(due);
      expect(text.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/[{}]/);
    }
  });
});

describe('translations', () => {
  const translations = loadTranslations(FOLDER);

  it('speak English first', () => {
    expect(translations.locales[0]).toBe(BASE_LOCALE);
    expect(translations.locales.toSorted()).toEqual(locales.toSorted());
  });

  it('choose the plural form by the count', () => {
    const t = translations.in(BASE_LOCALE);
    expect(t('card.tracks', { count: 1 })).toBe('1 track');
    expect(t('card.tracks', { count: 0 })).toBe('0 tracks');
    expect(t('card.tracks', { count: 19 })).toBe('19 tracks');
  });

  it('insert parameters as they are, and never look into them', () => {
    const t = translations.in(BASE_LOCALE);
    for (const typed of ['<b>&"', '{{track}}', '$t(deleted)', '{{- title}}', '$&'])
      expect(t('because.cue', { moment: typed })).toBe(`heard in it: ${typed}`);
  });

  const three = createTranslations(
    new Map<string, Messages>([
      ['en-US', { deleted: 'Deleted.', watch: { varies: 'Varies.' } }],
      ['pt-BR', { deleted: 'Apagado.' }],
      ['de', { deleted: 'Gelöscht.' }],
    ]),
  );

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['en-GB', 'en-US'],
    ['fr', 'en-US'],
    ['', 'en-US'],
    [null, 'en-US'],
    [undefined, 'en-US'],
    ['toString', 'en-US'],
  ])('answer %j in %s', (wanted, locale) => expect(three.resolve(wanted)).toBe(locale));

  it('fall back to English for what is not translated, and for a language there is not', () => {
    expect(three.in('de')('deleted')).toBe('Gelöscht.');
    expect(three.in('de')('watch.varies')).toBe('Varies.');
    expect(three.in('ja')('deleted')).toBe('Deleted.');
  });
});
