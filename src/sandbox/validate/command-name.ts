import { Locale } from 'discord-api-types/v10';
import { COMMAND } from './limits.ts';
import { problem, type Rule } from './problem.ts';
import { dictionary, inTurn, optional, text } from './rules.ts';

const CHARACTERS = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** The name of a chat command or of an option: letters, digits, - _ ', no upper case. */
export const chatName: Rule = inTurn(text(1, COMMAND.name), (value) => {
  const name = String(value);
  return CHARACTERS.test(name) && name === name.toLowerCase()
    ? undefined
    : problem('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
});

/** The name of a user or message command: anything short, spaces and upper case included. */
export const menuName: Rule = text(1, COMMAND.name);

export const description: Rule = text(1, COMMAND.description);

/** Translations by locale. */
export function localizations(rule: Rule): Rule {
  return optional(dictionary(LOCALES, rule));
}
