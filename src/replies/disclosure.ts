import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Translate } from '../i18n/translate.ts';
import { type SelectOption, select, text } from './components.ts';
import { plain, subtext } from './markdown.ts';

export interface Disclosure {
  /** The name of what was answered. */
  readonly name: string;
  /** What the member typed, when the answer is our guess at it. */
  readonly guessedFrom?: string | undefined;
  /** Others it could be: a switch to them is offered. */
  readonly others: readonly SelectOption[];
  readonly menuId: string;
}

/** Says, above an answer, that it is a guess or has namesakes, and offers the others; else nothing. */
export function disclosure(
  { name, guessedFrom, others, menuId }: Disclosure,
  t: Translate,
): APIMessageTopLevelComponent[] {
  if (guessedFrom === undefined && others.length === 0) return [];
  const line =
    guessedFrom === undefined
      ? t('card.namesake')
      : t('card.guessed', { typed: plain(guessedFrom), title: plain(name) });
  const menu = others.length === 0 ? [] : [select(menuId, t('card.switch'), others)];
  return [text(subtext(line)), ...menu];
}
