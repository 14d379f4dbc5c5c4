import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { PageOptionValue } from '../../page-types.ts';
import type { CommandPath } from './command-path.ts';

/** One option being filled in. */
export interface Field {
  readonly option: APIApplicationCommandBasicOption;
  readonly text: string;
  /** What was picked from a list, or the chosen file; undefined while only typed. */
  readonly picked: PageOptionValue | undefined;
}

/** A command being filled in, before it is sent. */
export interface Draft {
  readonly path: CommandPath;
  readonly fields: readonly Field[];
}

/** The type of an option that is a file. */
export const ATTACHMENT = 11;

/**
 * @param rest - what was typed after the command's name: `Drive view:tracks`. Words before the
 * first named option belong to the first option that isn't named.
 */
export function startDraft(path: CommandPath, rest = ''): Draft {
  const typed = readOptions(path, rest);
  const fields = path.options
    .filter(({ name, required }) => required === true || typed.has(name))
    .map((option) => ({ option, text: typed.get(option.name) ?? '', picked: undefined }));
  return { path, fields };
}

/** The options not asked for yet. */
export function remaining(draft: Draft): readonly APIApplicationCommandBasicOption[] {
  return draft.path.options.filter(
    ({ name }) => !draft.fields.some(({ option }) => option.name === name),
  );
}

export function withField(draft: Draft, option: APIApplicationCommandBasicOption): Draft {
  return { ...draft, fields: [...draft.fields, { option, text: '', picked: undefined }] };
}

export function withoutField(draft: Draft, name: string): Draft {
  return { ...draft, fields: draft.fields.filter(({ option }) => option.name !== name) };
}

export function withAnswer(
  draft: Draft,
  name: string,
  text: string,
  picked?: PageOptionValue,
): Draft {
  const fields = draft.fields.map((field) =>
    field.option.name === name ? { ...field, text, picked } : field,
  );
  return { ...draft, fields };
}

/**
 * The option whose name and colon end a typed text, as in `Drive view:`.
 *
 * @returns the option and the text before it; undefined if there is none to add
 */
export function namedAtEnd(
  draft: Draft,
  text: string,
): { readonly option: APIApplicationCommandBasicOption; readonly before: string } | undefined {
  const match = /(?:^|\s)([^\s:]+):$/u.exec(text);
  const option = remaining(draft).find(({ name }) => name === match?.[1]?.toLowerCase());
  return match === null || option === undefined
    ? undefined
    : { option, before: text.slice(0, match.index) };
}

function readOptions(path: CommandPath, rest: string): Map<string, string> {
  const named = [...rest.matchAll(/(?:^|\s)([^\s:]+):/gu)].filter(([, name]) =>
    path.options.some((option) => option.name === name?.toLowerCase()),
  );
  const values = new Map<string, string>();
  for (const [at, match] of named.entries()) {
    const start = match.index + match[0].length;
    const name = match[1]?.toLowerCase() ?? '';
    values.set(name, rest.slice(start, named[at + 1]?.index).trim());
  }
  const bare = rest.slice(0, named[0]?.index).trimStart();
  const free = path.options.find(({ name }) => !values.has(name));
  if (bare !== '' && free !== undefined) values.set(free.name, bare);
  return values;
}
