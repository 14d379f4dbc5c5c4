import { codePoints, type Dictionary, isDictionary } from './rules.ts';

/**
 * The characters that count towards a command's limit of 8000: its name and description and
 * those of its options and choices, with the values; the longest of each text's localisations.
 *
 * @see Discord's "Application Commands", the limits of slash commands
 */
export function commandSize(command: Dictionary): number {
  let size = longest(command.name, command.name_localizations);
  size += longest(command.description, command.description_localizations);
  if (typeof command.value === 'string') size += codePoints(command.value);
  for (const inner of [command.options, command.choices]) {
    if (!Array.isArray(inner)) continue;
    for (const item of inner) if (isDictionary(item)) size += commandSize(item);
  }
  return size;
}

function longest(text: unknown, translations: unknown): number {
  const all = isDictionary(translations) ? Object.values(translations) : [];
  return [text, ...all].reduce<number>(
    (max, each) => (typeof each === 'string' ? Math.max(max, codePoints(each)) : max),
    0,
  );
}
