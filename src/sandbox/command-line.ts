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

/** The line is not one that can be sent; the message is one sentence that says what to type. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

/**
 * Reads `/name [group] [subcommand] text option:value option:"a value"`. Text before the first
 * `option:` is the value of the first option. A value reaches to the next `option:`, or is in
 * double quotes, where `\"` stands for a quote and `\\` for a backslash.
 *
 * @throws CommandLineError
 */
export function parseLine(line: string, commands: readonly APIApplicationCommand[]): ParsedLine {
  const [, name = '', rest = ''] = /^\s*\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  if (name === '') {
    throw new CommandLineError('A command begins with "/", such as /soundtrack Drive.');
  }
  const chat = commands.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  const command = chat.find((one) => one.name === name.toLowerCase());
  if (!command) {
    const known = chat.map((one) => `/${one.name}`).join(', ') || 'none';
    throw new CommandLineError(`There is no command /${name} here; there are: ${known}.`);
  }
  let options = command.options ?? [];
  let left = rest;
  const where: { group?: string; subcommand?: string } = {};
  while (options.some(isNested)) {
    const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(left) ?? [];
    const next = options.filter(isNested).find((option) => option.name === word.toLowerCase());
    if (!next) {
      const path = [command.name, where.group].filter((part) => part !== undefined).join(' ');
      const known = options.map((option) => option.name).join(', ');
      throw new CommandLineError(`/${path} needs one of these words after it: ${known}.`);
    }
    where[next.type === OptionType.SubcommandGroup ? 'group' : 'subcommand'] = next.name;
    options = next.options ?? [];
    left = after;
  }
  return { command, where, options: new ValueReader(left, options, command.name).read() };
}

type NestedOption = Extract<APIApplicationCommandOption, { options?: unknown }>;

const isNested = (option: APIApplicationCommandOption): option is NestedOption =>
  option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup;

/** A value in quotes, as {@link parseLine} reads it. */
export const quoteValue = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const MARK = /(?<=^|\s)([^\s:"]+):/gu;
/** What looks like a mistyped option: a lower-case word, a colon, and no space (nor a URL). */
const LIKE_OPTION = /^[a-z][-_a-z0-9]*$/;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"(?=\s|$)/y;

class ValueReader {
  readonly #text: string;
  readonly #options: readonly APIApplicationCommandOption[];
  readonly #command: string;
  readonly #values: Record<string, OptionValue> = {};
  #at = 0;

  constructor(text: string, options: readonly APIApplicationCommandOption[], command: string) {
    this.#text = text.trim();
    this.#options = options;
    this.#command = command;
  }

  read(): OptionValues {
    const [first] = this.#options;
    if (this.#text !== '' && !this.#markHere()) {
      const free = this.#value();
      if (!first)
        throw new CommandLineError(`/${this.#command} takes no options: leave out "${free}".`);
      this.#values[first.name] = typedValue(free, first);
    }
    for (;;) {
      this.#skipSpace();
      if (this.#at >= this.#text.length) return this.#values;
      this.#readOption();
    }
  }

  #readOption(): void {
    const mark = this.#markHere();
    if (!mark) {
      const stray = this.#text.slice(this.#at);
      throw new CommandLineError(`"${stray}" belongs to no option: ${this.#known()}.`);
    }
    const { option, length } = mark;
    if (Object.hasOwn(this.#values, option.name)) {
      throw new CommandLineError(`"${option.name}" is given twice: keep one.`);
    }
    this.#at += length;
    this.#skipSpace();
    const raw = this.#value();
    if (raw === '') {
      throw new CommandLineError(`"${option.name}" has no value: write ${option.name}:something.`);
    }
    this.#values[option.name] = typedValue(raw, option);
  }

  /** The `option:` at the present place. @throws CommandLineError for what looks like an unknown one */
  #markHere(): { option: APIApplicationCommandOption; length: number } | undefined {
    MARK.lastIndex = this.#at;
    const match = MARK.exec(this.#text);
    if (match?.index !== this.#at) return undefined;
    return this.#asMark(match);
  }

  #asMark(match: RegExpExecArray) {
    const name = match[1] ?? '';
    const option = this.#options.find((one) => one.name === name.toLowerCase());
    const end = match.index + match[0].length;
    const glued = /^[^\s/]/.test(this.#text.slice(end));
    if (!option && glued && LIKE_OPTION.test(name) && this.#options.length > 0) {
      const hint = 'put a value with a colon in quotes';
      throw new CommandLineError(`There is no option "${name}": ${this.#known()}; ${hint}.`);
    }
    return option && { option, length: match[0].length };
  }

  /** A value at the present place: in quotes, or up to the next option. */
  #value(): string {
    QUOTED.lastIndex = this.#at;
    const quoted = QUOTED.exec(this.#text);
    if (quoted) {
      this.#at = QUOTED.lastIndex;
      return (quoted[1] ?? '').replaceAll(/\\([\s\S])/g, '$1');
    }
    const start = this.#at;
    this.#at = this.#text.length;
    MARK.lastIndex = start;
    for (const match of this.#text.matchAll(MARK)) {
      if (!this.#asMark(match)) continue;
      this.#at = match.index;
      break;
    }
    return this.#text.slice(start, this.#at).trim();
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #known(): string {
    const names = this.#options.map(({ name }) => name).join(', ');
    return `the options of /${this.#command} are ${names}`;
  }
}

/** A typed value as the option's type wants it. @throws CommandLineError */
function typedValue(raw: string, option: APIApplicationCommandOption): OptionValue {
  if ('choices' in option && option.choices && option.choices.length > 0) {
    const wanted = raw.toLowerCase();
    const found = option.choices.find(
      ({ name, value }) => name.toLowerCase() === wanted || String(value).toLowerCase() === wanted,
    );
    if (found) return found.value;
    const known = option.choices.map(({ name }) => name).join(', ');
    throw new CommandLineError(`"${option.name}" must be one of: ${known}; "${raw}" is not.`);
  }
  switch (option.type) {
    case OptionType.Integer:
      if (/^-?\d{1,15}$/.test(raw)) return Number(raw);
      throw new CommandLineError(`"${option.name}" must be a whole number; "${raw}" is not.`);
    case OptionType.Number:
      if (raw.trim() !== '' && Number.isFinite(Number(raw))) return Number(raw);
      throw new CommandLineError(`"${option.name}" must be a number; "${raw}" is not.`);
    case OptionType.Boolean:
      if (/^(true|yes)$/i.test(raw)) return true;
      if (/^(false|no)$/i.test(raw)) return false;
      throw new CommandLineError(`"${option.name}" must be true or false; "${raw}" is not.`);
    case OptionType.Attachment:
      throw new CommandLineError(`"${option.name}" takes a file, which a line cannot hold.`);
    default:
      return raw;
  }
}
