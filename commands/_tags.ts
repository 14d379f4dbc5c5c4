import type { Catalog } from '../src/catalog/catalog.ts';
import { UserError } from '../src/replies/user-error.ts';

export type TagKind = 'moods' | 'genres';

/** Whether any title has the mood or genre: the vocabulary is wider than the catalog. */
export const carried = ({ titles }: Catalog, of: TagKind, word: string): boolean =>
  titles.some((title) => title[of].includes(word));

/** The mood or genre that a text names, itself or by a synonym, if a title has it. */
export function tagNamed(catalog: Catalog, of: TagKind, typed: string): string | undefined {
  const wanted = typed.trim().toLowerCase();
  for (const [word, synonyms] of catalog.vocabulary[of]) {
    if ((word === wanted || synonyms.includes(wanted)) && carried(catalog, of, word)) return word;
  }
  return undefined;
}

export function unknownMood(typed: string, catalog: Catalog): UserError {
  const examples = [...catalog.vocabulary.moods.keys()]
    .filter((word) => carried(catalog, 'moods', word))
    .slice(0, 4);
  return new UserError('unknown-mood', { typed, examples: examples.join(', ') });
}
