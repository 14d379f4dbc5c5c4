import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Translate } from '../i18n/translate.ts';
import { button } from './components.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** The page wanted, or the nearest there is. */
export function paginate<T>(items: readonly T[], size: number, wanted: number): Page<T> {
  const count = Math.max(1, Math.ceil(items.length / size));
  const index = Math.min(Math.max(0, Number.isSafeInteger(wanted) ? wanted : 0), count - 1);
  return { items: items.slice(index * size, (index + 1) * size), index, count };
}

/**
 * First, previous, next and last, or nothing when one page is all.
 *
 * @param id - makes the custom id that leads to a page; `via` keeps the four apart, as ids must
 * differ within a message
 */
export function pageButtons(
  { index, count }: Page<unknown>,
  t: Translate,
  id: (page: number, via: string) => string,
): APIButtonComponent[] {
  if (count < 2) return [];
  const atStart = index === 0;
  const atEnd = index === count - 1;
  return [
    button(t('button.first'), id(0, 'first'), { disabled: atStart }),
    button(t('button.previous'), id(Math.max(0, index - 1), 'previous'), { disabled: atStart }),
    button(t('button.next'), id(Math.min(count - 1, index + 1), 'next'), { disabled: atEnd }),
    button(t('button.last'), id(count - 1, 'last'), { disabled: atEnd }),
  ];
}

/** The page a custom id names; anything that isn't a page number is the first. */
export const pageArgument = (argument: string | undefined): number =>
  argument !== undefined && /^\d{1,4}$/.test(argument) ? Number(argument) : 0;
