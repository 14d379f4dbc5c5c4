/**
 * Component state lives in custom ids, so that buttons work after a restart:
 * `<command>.<action>.<argument>…`, at most 100 characters, arguments of `[A-Za-z0-9/_-]`.
 */
export const CUSTOM_ID_LIMIT = 100;

const ARGUMENT = /^[A-Za-z0-9/_-]*$/;

/** @throws RangeError if an argument or the whole cannot be a custom id: a defect of ours. */
export function customId(
  command: string,
  action: string,
  ...args: readonly (string | number)[]
): string {
  const parts = [command, action, ...args.map(String)];
  const id = parts.join('.');
  if (id.length > CUSTOM_ID_LIMIT || !parts.every((part) => ARGUMENT.test(part))) {
    throw new RangeError(`not a custom id: ${id}`);
  }
  return id;
}

export interface ParsedCustomId {
  readonly command: string;
  /** The action first. Anybody can forge these: check each against the catalog before use. */
  readonly args: readonly string[];
}

/** Undefined for an id that is not of our making. */
export function parseCustomId(id: string): ParsedCustomId | undefined {
  const [command, ...args] = id.split('.');
  if (!command || args.length === 0 || ![command, ...args].every((part) => ARGUMENT.test(part))) {
    return undefined;
  }
  return { command, args };
}
