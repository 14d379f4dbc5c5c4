import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { OptionValue, OptionValues, Subcommand } from './actor.ts';

/** A typed line, taken apart. */
export interface ParsedLine {
  readonly command: APIApplicationCommand;
  readonly where: Subcommand;
  readonly options: OptionValues;
}

/** The line is not one that can be sent; the message says what is wrong and what to type. */
export class CommandLineError extends Error {}

/**
 * Reads `/name [group] [subcommand] text option:value option:"a value"`. Text before the first
 * `option:` is the value of the first option.
 *
 * @throws CommandLineError in one sentence
 */
export function parseLine(line: string, commands: readonly APIApplicationCommand[]): ParsedLine {
  const [, name = '', rest = ''] = /^\s*\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  if (name === '')
    throw new CommandLineError('A command begins with "/", such as /soundtrack Drive.');
  const chat = commands.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  const command = chat.find((one) => one.name === name.toLowerCase());
  if (!command) {
    const known = chat.map((one) => `/${one.name}`).join(', ');
    throw new CommandLineError(`There is no command /${name} here. There are: ${known || 'none'}.`);
  }
  let options = command.options ?? [];
  let left = rest;
  const where: { group?: string; subcommand?: string } = {};
  while (options.some(isNested)) {
    const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(left) ?? [];
    const next = options.filter(isNested).find((option) => option.name === word.toLowerCase());
    if (!next) {
      const known = options.map((option) => option.name).join(', ');
      throw new CommandLineError(`/${name} needs one of: ${known}.`);
    }
    where[next.type === OptionType.SubcommandGroup ? 'group' : 'subcommand'] = next.name;
    options = ('options' in next && next.options) || [];
    left = after;
  }
  return { command, where, options: readValues(left, options, name) };
}

const isNested = (option: APIApplicationCommandOption): boolean =>
  option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup;

function readValues(
  text: string,
  options: readonly APIApplicationCommandOption[],
  command: string,
): OptionValues {
  const values: Record<string, OptionValue> = {};
  const set = (option: APIApplicationCommandOption, raw: string) => {
    values[option.name] = typedValue(raw, option);
  };
  const names = options.map(({ name }) => name);
  const marks = [...text.matchAll(/(?:^|\s)([^\s:"]+):/gu)].filter(([, name = '']) =>
    names.includes(name.toLowerCase()),
  );
  const free = text.slice(0, marks[0]?.index ?? text.length).trim();
  const [first] = options;
  if (free !== '') {
    if (!first) throw new CommandLineError(`/${command} takes no options, so leave out "${free}".`);
    set(first, unquoted(free));
  }
  for (const [index, mark] of marks.entries()) {
    const option = options.find(({ name }) => name === mark[1]?.toLowerCase());
    const value = text
      .slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length)
      .trim();
    if (option && value === '')
      throw new CommandLineError(`Give "${option.name}" a value: ${option.name}:…`);
    if (option) set(option, unquoted(value));
  }
  return values;
}

const unquoted = (value: string): string => /^"([\s\S]*)"$/.exec(value)?.[1] ?? value;

/** A typed value as the option's type wants it. @throws CommandLineError */
export function typedValue(raw: string, option: APIApplicationCommandOption): OptionValue {
  if ('choices' in option && option.choices && option.choices.length > 0) {
    const wanted = raw.toLowerCase();
    const found = option.choices.find(
      ({ name, value }) => name.toLowerCase() === wanted || String(value).toLowerCase() === wanted,
    );
    if (!found) {
      const known = option.choices.map(({ name }) => name).join(', ');
      throw new CommandLineError(`"${raw}" is no choice of ${option.name}. Use one of: ${known}.`);
    }
    return found.value;
  }
  switch (option.type) {
    case OptionType.Integer:
    case OptionType.Number: {
      const number = Number(raw);
      const whole =
        option.type === OptionType.Integer ? Number.isSafeInteger(number) : Number.isFinite(number);
      if (raw.trim() === '' || !whole)
        throw new CommandLineError(
          `"${raw}" is not a ${option.type === OptionType.Integer ? 'whole ' : ''}number for ${option.name}.`,
        );
      return number;
    }
    case OptionType.Boolean: {
      if (/^(true|yes)$/i.test(raw)) return true;
      if (/^(false|no)$/i.test(raw)) return false;
      throw new CommandLineError(`"${raw}" is neither true nor false for ${option.name}.`);
    }
    case OptionType.User:
    case OptionType.Channel:
    case OptionType.Role:
    case OptionType.Mentionable:
      return /\d{17,20}/.exec(raw)?.[0] ?? raw;
    default:
      return raw;
  }
}
