import type { PageOptionValue, PageState } from '../../page-types.ts';
import { guildOf } from '../shell/place.ts';
import { ATTACHMENT, type Draft, type Field } from './draft.ts';

/** Something that can be picked for an option. */
export interface Answer {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly about?: string;
}

export type Checked =
  | { readonly value: PageOptionValue }
  /** One sentence on what is wrong. */
  | { readonly problem: string };

/** All answers that an option allows; undefined where anything may be typed. */
export function answersOf(
  option: Field['option'],
  state: PageState,
): readonly Answer[] | undefined {
  const people = state.users.map(({ id, displayName }) => ({ name: displayName, value: id }));
  const roles = (guildOf(state)?.roles ?? []).map(({ id, name }) => ({ name, value: id }));
  switch (option.type) {
    case 5:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case 6:
      return people;
    case 7:
      return (guildOf(state)?.channels ?? []).map(({ id, name }) => ({ name, value: id }));
    case 8:
      return roles;
    case 9:
      return [...people, ...roles];
    case ATTACHMENT:
      return undefined;
    default:
      return option.choices?.length ? option.choices : undefined;
  }
}

/** What would be sent for a field, or what is wrong with it. */
export function check(field: Field, state: PageState): Checked {
  const { option, text, picked } = field;
  if (picked !== undefined) return { value: picked };
  const trimmed = text.trim();
  if (trimmed === '') return { problem: `“${option.name}” needs a value.` };
  const answers = answersOf(option, state);
  if (answers !== undefined) {
    const same = answers.find(
      ({ name, value }) => sameWords(name, trimmed) || sameWords(String(value), trimmed),
    );
    return same ?? { problem: `“${trimmed}” isn’t one of the choices for “${option.name}”.` };
  }
  if (option.type === 4 || option.type === 10) {
    const value = Number(trimmed);
    const whole = option.type === 10 || Number.isInteger(value);
    const { min_value: min = -Infinity, max_value: max = Infinity } = option;
    if (Number.isNaN(value) || !whole || value < min || value > max) {
      return { problem: `“${option.name}” must be ${rangeOf(option.type === 4, min, max)}.` };
    }
    return { value };
  }
  return { value: trimmed };
}

/** The whole command's values; or the first field that isn't right, and why. */
export function checkAll(
  draft: Draft,
  state: PageState,
):
  | { readonly values: Readonly<Record<string, PageOptionValue>> }
  | { readonly field: string; readonly problem: string } {
  const values: Record<string, PageOptionValue> = {};
  for (const field of draft.fields) {
    const { name, required } = field.option;
    const isEmpty = field.picked === undefined && field.text.trim() === '';
    if (isEmpty && required !== true) continue;
    const checked = check(field, state);
    if ('problem' in checked) return { field: name, problem: checked.problem };
    values[name] = checked.value;
  }
  return { values };
}

function sameWords(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;
}

function rangeOf(whole: boolean, min: number, max: number): string {
  const kind = whole ? 'a whole number' : 'a number';
  if (min > -Infinity && max < Infinity) return `${kind} from ${min} to ${max}`;
  if (min > -Infinity) return `${kind} of at least ${min}`;
  return max < Infinity ? `${kind} of at most ${max}` : kind;
}
