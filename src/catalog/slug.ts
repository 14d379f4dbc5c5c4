import { splitWords } from './fold.ts';

const NOT_SLUG = /[^a-z0-9]+/g;

/** FNV-1a, 32 bits, as 7 characters of base 36: names that no Latin letter can spell. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/**
 * A slug of a text, cut at a word's end where possible.
 *
 * @param limit - the most characters it may have
 * @returns lower-case words joined by hyphens; `x-<hash>` when no Latin letter or digit is in it
 */
export function slugOf(text: string, limit = 44): string {
  const slug = splitWords(text)
    .join('-')
    .replace(NOT_SLUG, '-')
    .replace(/^-+|-+$/g, '');
  if (slug === '') return `x-${shortHash(text)}`;
  if (slug.length <= limit) return slug;
  const cut = slug.slice(0, limit + 1);
  const end = cut.lastIndexOf('-');
  return (end > limit / 2 ? cut.slice(0, end) : cut.slice(0, limit)).replace(/-+$/, '');
}

/** Gives every slug it is asked for once; a second claimant gets "-2", a third "-3". */
export class SlugRegister {
  readonly #taken: Set<string>;

  /** @param taken - slugs that are somebody's already */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  claim(slug: string): string {
    let free = slug;
    for (let n = 2; this.#taken.has(free); n += 1) free = `${slug}-${n}`;
    this.#taken.add(free);
    return free;
  }
}
