import { readdirSync, readFileSync } from 'node:fs';
import { createTranslations, type Messages, type Translations } from './translate.ts';

/** Reads every `<discord locale>.json` of a folder. */
export function loadTranslations(folder: URL): Translations {
  const files = new Map<string, Messages>();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.json')) continue;
    files.set(
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
    );
  }
  return createTranslations(files);
}
