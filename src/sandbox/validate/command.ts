import { ApplicationCommandType as Type } from 'discord-api-types/v10';
import { DiscordError, invalidFormBody, refuse } from '../discord-error.ts';
import { chatName, description, localizations, menuName } from './command-name.ts';
import { commandOptions } from './command-options.ts';
import { commandSize } from './command-size.ts';
import { COMMAND } from './limits.ts';
import { type ErrorTree, merge, problem, type Rule } from './problem.ts';
import {
  boolean,
  type Dictionary,
  distinct,
  inTurn,
  integer,
  isDictionary,
  oneOf,
  optional,
  present,
  shape,
} from './rules.ts';

/** Discord keeps permission bits below 2^54. */
const permissionBits = inTurn(
  integer(0, Number.MAX_VALUE),
  present((value) =>
    BigInt(String(value)) < 1n << 54n
      ? undefined
      : problem('NUMBER_TYPE_MAX', 'int value should be less than or equal to 18014398509481983.'),
  ),
);

const common = {
  default_member_permissions: optional(permissionBits),
  dm_permission: optional(boolean),
  nsfw: optional(boolean),
  contexts: optional(distinct(oneOf([0, 1, 2]), 1, 3)),
  integration_types: optional(distinct(oneOf([0, 1]), 1, 2)),
};

const empty: Rule = optional((value) =>
  value === '' || (Array.isArray(value) && value.length === 0)
    ? undefined
    : problem(
        'APPLICATION_COMMAND_CONTEXT_MENU_FIELD_INVALID',
        'Context menu commands cannot have a description or options',
      ),
);

const chat = shape({
  name: chatName,
  name_localizations: localizations(chatName),
  description,
  description_localizations: localizations(description),
  options: commandOptions,
  ...common,
});

const menu = shape({
  name: menuName,
  name_localizations: localizations(menuName),
  description: empty,
  options: empty,
  ...common,
});

const KINDS: Record<number, Rule> = {
  [Type.ChatInput]: chat,
  [Type.User]: menu,
  [Type.Message]: menu,
};

/** The faults of one command's body (POST's; PUT takes a list of them). */
export const command: Rule = present((value) => {
  if (!isDictionary(value)) {
    return problem('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
  }
  const type = value.type ?? Type.ChatInput;
  const rule = typeof type === 'number' ? KINDS[type] : undefined;
  if (rule === undefined) {
    return { type: problem('BASE_TYPE_CHOICES', 'Value must be one of {1, 2, 3}.') };
  }
  const errors = rule(value);
  if (errors !== undefined) return errors;
  return commandSize(value) <= COMMAND.total
    ? undefined
    : problem('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${COMMAND.total})`);
});

/** @throws DiscordError when Discord would refuse this command */
export function checkCommand(body: unknown): void {
  const errors = command(body);
  if (errors !== undefined) throw invalidFormBody(errors);
}

/** @throws DiscordError when Discord would refuse this bulk overwrite */
export function checkCommandList(body: unknown): void {
  if (!Array.isArray(body)) {
    throw invalidFormBody(problem('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'));
  }
  let errors: ErrorTree | undefined;
  const names = new Set<string>();
  const counts: Record<number, number> = {};
  body.forEach((each: unknown, index) => {
    const inner = command(each);
    if (inner !== undefined) errors = merge(errors, { [index]: inner });
    if (!isDictionary(each)) return;
    const type = commandType(each);
    counts[type] = (counts[type] ?? 0) + 1;
    const key = `${type} ${String(each.name)}`;
    if (names.has(key)) {
      errors = merge(errors, {
        [index]: {
          name: problem(
            'APPLICATION_COMMANDS_DUPLICATE_NAME',
            'Application command names must be unique',
          ),
        },
      });
    }
    names.add(key);
  });
  if (errors !== undefined) throw invalidFormBody(errors);
  checkCommandCounts(counts);
}

/** @throws DiscordError 30032 when there are too many of a type */
export function checkCommandCounts(counts: Readonly<Record<number, number>>): void {
  for (const [type, max] of Object.entries(COMMAND.perType)) {
    if ((counts[Number(type)] ?? 0) <= max) continue;
    const { status, code } = refuse('maxCommands');
    throw new DiscordError(
      status,
      code,
      `Maximum number of application commands reached (${max}).`,
    );
  }
}

function commandType(body: Dictionary): number {
  return typeof body.type === 'number' ? body.type : Type.ChatInput;
}
