import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { localizations } from './command-name.ts';
import { AUTOCOMPLETE } from './limits.ts';
import type { Rule } from './problem.ts';
import { integer, list, number, optional, shape, text } from './rules.ts';

const name = text(1, AUTOCOMPLETE.name);

function choices(value: Rule): Rule {
  const choice = shape({ name, name_localizations: localizations(name), value });
  return shape({ choices: optional(list(optional(choice), 0, AUTOCOMPLETE.choices)) });
}

const strings = choices(text(1, AUTOCOMPLETE.value));
const integers = choices(integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER));
const numbers = choices(number(-Number.MAX_VALUE, Number.MAX_VALUE));

/** The `data` of an autocomplete result, for an option of this type. */
export function autocompleteData(optionType: number): Rule {
  if (optionType === Type.Integer) return integers;
  return optionType === Type.Number ? numbers : strings;
}
