import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTranslations } from '../../src/i18n/load.ts';
import { BASE_LOCALE, type MessageKey, type Messages } from '../../src/i18n/translate.ts';

const FOLDER = new URL('../../data/locales/', import.meta.url);
const COUNTS = [0, 1, 2, 5, 1_000_000];
const PLURAL_ENDING = /_(?:zero|one|two|few|many|other)$/;

/** Discord's limits for what stands on controls. */
const BUTTON_LABEL = 80;
const PLACEHOLDER = 150;

function flat(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const read = (locale: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(new URL(`${locale}.json`, FOLDER), 'utf8'))));

const params = (message: string): string[] =>
  [...new Set([...message.matchAll(/{{(.*?)}}/g)].map(([, name]) => name ?? ''))].toSorted();

const code = (message: string): string[] =>
  [...message.matchAll(/`[^`]*`/g)].map(([span]) => span).toSorted();

const withoutEnding = (key: string): string => key.replace(PLURAL_ENDING, '');

const english = read(BASE_LOCALE);
const plurals = [...english.keys()].filter((key) => key.endsWith('_other')).map(withoutEnding);
const translations = loadTranslations(FOLDER);
const locales = readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ''));

/** The English message that one of another locale translates. */
const original = (key: string): string =>
  english.get(key) ?? english.get(`${withoutEnding(key)}_other`) ?? '';

it('finds the four languages and their plurals', () => {
  expect(translations.locales).toEqual(['en-US', 'de', 'es-ES', 'fr']);
  expect(plurals).toContain('card.tracks');
});

describe.each(locales)('%s', (locale) => {
  const messages = read(locale);

  it('uses the parameters of English, and keeps its code', () => {
    for (const [key, message] of messages) {
      expect([key, params(message)]).toEqual([key, params(original(key))]);
      expect([key, code(message)]).toEqual([key, code(original(key))]);
    }
  });

  it('speaks every plural itself, whatever the count', () => {
    const speak = translations.in(locale);
    for (const key of plurals) {
      for (const count of COUNTS) {
        const ending = new Intl.PluralRules(locale).select(count);
        const own = messages.get(`${key}_${ending}`) ?? '';
        const spoken = speak(key as MessageKey, { count, limit: 7 });
        expect(spoken).toBe(own.replace('{{count}}', `${count}`).replace('{{limit}}', '7'));
        expect(spoken).toContain(String(count));
      }
    }
  });

  it('fits buttons and menus', () => {
    const tooLong = (keys: readonly string[], max: number) =>
      keys.filter((key) => (messages.get(key) ?? '').length > max);
    const buttons = [...messages.keys()].filter((key) => key.startsWith('button.'));
    const menus = [...messages].flatMap(([key, message]) => (message.endsWith('…') ? [key] : []));
    expect(tooLong(buttons, BUTTON_LABEL)).toEqual([]);
    expect(tooLong(menus, PLACEHOLDER)).toEqual([]);
  });
});
