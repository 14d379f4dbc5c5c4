import i18next, { type i18n } from 'i18next';
import type english from '../../data/locales/en-US.json';

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Dotted path of a message in `data/locales/en-US.json`, without its plural ending. */
export type MessageKey = WithoutPlural<Leaves<typeof english>>;

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * Translates a message. Parameters are inserted as they are: escape member text before. `count`
 * chooses the plural form.
 */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** The language that every message exists in. */
export const BASE_LOCALE = 'en-US';

/** A locale file's nested messages. */
export type Messages = { readonly [key: string]: string | Messages };

export interface Translations {
  /** Discord locales there is a file for, the base first. */
  readonly locales: readonly string[];
  /** The best locale we have for the one wanted: itself, another of its language, else the base. */
  resolve(wanted: string | null | undefined): string;
  in(locale: string): Translate;
}

/** @param files - messages by Discord locale; the base locale must be among them */
export function createTranslations(files: ReadonlyMap<string, Messages>): Translations {
  const locales = [BASE_LOCALE, ...[...files.keys()].filter((name) => name !== BASE_LOCALE).sort()];
  const engine: i18n = i18next.createInstance();
  void engine.init({
    lng: BASE_LOCALE,
    fallbackLng: BASE_LOCALE,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      [...files].map(([locale, translation]) => [locale, { translation }]),
    ),
  });
  const speakers = new Map<string, Translate>(
    locales.map((locale) => {
      const fixed = engine.getFixedT(locale);
      return [locale, (key, params) => fixed(key, { ...params })];
    }),
  );
  const resolve = (wanted: string | null | undefined): string => {
    if (!wanted) return BASE_LOCALE;
    if (speakers.has(wanted)) return wanted;
    const language = wanted.split('-')[0];
    return locales.find((locale) => locale.split('-')[0] === language) ?? BASE_LOCALE;
  };
  return {
    locales,
    resolve,
    in(locale) {
      const speaker = speakers.get(resolve(locale));
      if (!speaker) throw new Error(`no messages for the base locale ${BASE_LOCALE}`);
      return speaker;
    },
  };
}
