import type { APIApplicationCommand } from 'discord-api-types/v10';
import { asObject, asString, type Json } from './validate/json.ts';

/**
 * A command in a member's language, as Discord's client shows it: `name_localized` and
 * `description_localized` beside the command's own, and below it the descriptions of options and
 * the names of choices replaced. Names by which something is sent stay.
 */
export function localizedCommand(
  command: APIApplicationCommand,
  locale: string,
): APIApplicationCommand {
  const name = translation(command.name_localizations, locale);
  const description = translation(command.description_localizations, locale);
  return {
    ...command,
    ...(name !== undefined && { name_localized: name }),
    ...(description !== undefined && { description_localized: description }),
    ...(command.options && { options: command.options.map((option) => localized(option, locale)) }),
  };
}

function localized<T extends object>(part: T, locale: string): T {
  const { description_localizations: translations, options, choices } = asObject(part);
  const description = translation(translations, locale);
  return {
    ...part,
    ...(description !== undefined && { description }),
    ...(Array.isArray(options) && { options: options.map((one) => localized(one, locale)) }),
    ...(Array.isArray(choices) && { choices: choices.map((one) => localizedChoice(one, locale)) }),
  };
}

function localizedChoice(choice: Json, locale: string): Json {
  return { ...choice, name: translation(choice.name_localizations, locale) ?? choice.name };
}

const translation = (translations: unknown, locale: string): string | undefined =>
  asString(asObject(translations)[locale]);
