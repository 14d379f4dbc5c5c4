import type { Artist } from './catalog.ts';
import { foldWords } from './fold.ts';
import { STOP_WORDS } from './fold-tables.ts';
import type { Title } from './schema.ts';

const PART_BREAK = /:\s+|\s+[–—-]\s+/;

/**
 * What follows a colon or dash, as people say it alone: "The Empire Strikes Back". Single plain
 * words are left out; so is what stands in front, which names a whole series of titles.
 */
export function subtitlesOf({ title, originalTitle }: Title): string[] {
  return [title, ...(originalTitle ? [originalTitle] : [])].flatMap((name) =>
    name
      .split(PART_BREAK)
      .slice(1)
      .filter((part) => foldWords(part).filter((word) => !STOP_WORDS.has(word)).length > 1),
  );
}

/** The last name of those who are known to be one person. */
export function surnameOf({ name, kind, composed, directed }: Artist): string[] {
  const person = kind === 'person' || (kind === 'unknown' && composed.length + directed.length > 0);
  const words = name.split(/\s+/);
  const last = words.at(-1);
  return person && words.length > 1 && last !== undefined && last.length > 3 ? [last] : [];
}
