/**
 * Translates a key of `data/locales/en-US.json` (dotted path) with its parameters. Parameters are
 * inserted as they are: escape member text before.
 */
export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string;
