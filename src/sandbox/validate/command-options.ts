import { ChannelType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { chatName, description, localizations } from './command-name.ts';
import { COMMAND } from './limits.ts';
import { type ErrorTree, merge, problem, type Rule } from './problem.ts';
import {
  boolean,
  byType,
  type Dictionary,
  distinct,
  inTurn,
  integer,
  isDictionary,
  list,
  number,
  oneOf,
  optional,
  shape,
  text,
} from './rules.ts';

const named = {
  name: chatName,
  name_localizations: localizations(chatName),
  description,
  description_localizations: localizations(description),
};

const plain = { ...named, required: optional(boolean) };
const CHANNEL_TYPES = Object.values(ChannelType).filter((type) => typeof type === 'number');
const INT53 = Number.MAX_SAFE_INTEGER;

function choices(value: Rule): Rule {
  const choiceName = text(1, COMMAND.choiceName);
  const choice = shape({
    name: choiceName,
    name_localizations: localizations(choiceName),
    value,
  });
  return optional(inTurn(list(choice, 0, COMMAND.choices), uniqueChoiceNames));
}

function uniqueChoiceNames(value: unknown): ErrorTree | undefined {
  const names = Array.isArray(value) ? value.map((choice: Dictionary) => choice.name) : [];
  return new Set(names).size === names.length
    ? undefined
    : problem(
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice names must be unique',
      );
}

function complete(value: unknown): ErrorTree | undefined {
  return isDictionary(value) &&
    value.autocomplete === true &&
    Array.isArray(value.choices) &&
    value.choices.length > 0
    ? {
        choices: problem(
          'APPLICATION_COMMAND_AUTOCOMPLETE_OPTION_HAS_CHOICES',
          'Options with autocomplete cannot have choices',
        ),
      }
    : undefined;
}

function ordered(low: string, high: string): Rule {
  return (value) =>
    isDictionary(value) &&
    typeof value[low] === 'number' &&
    Number(value[high] ?? Infinity) < value[low]
      ? { [low]: problem('NUMBER_TYPE_MAX', `${low} must not be greater than ${high}.`) }
      : undefined;
}

function numeric(range: Rule): Rule {
  return inTurn(
    shape({
      ...plain,
      choices: choices(range),
      autocomplete: optional(boolean),
      min_value: optional(range),
      max_value: optional(range),
    }),
    complete,
    ordered('min_value', 'max_value'),
  );
}

const values: Record<number, Rule> = {
  [Type.String]: inTurn(
    shape({
      ...plain,
      choices: choices(text(1, COMMAND.choiceValue)),
      autocomplete: optional(boolean),
      min_length: optional(integer(0, COMMAND.textLength)),
      max_length: optional(integer(1, COMMAND.textLength)),
    }),
    complete,
    ordered('min_length', 'max_length'),
  ),
  [Type.Integer]: numeric(integer(-INT53, INT53)),
  [Type.Boolean]: shape(plain),
  [Type.User]: shape(plain),
  [Type.Channel]: shape({
    ...plain,
    channel_types: optional(distinct(oneOf(CHANNEL_TYPES), 0, CHANNEL_TYPES.length)),
  }),
  [Type.Role]: shape(plain),
  [Type.Mentionable]: shape(plain),
  [Type.Number]: numeric(number(-Number.MAX_VALUE, Number.MAX_VALUE)),
  [Type.Attachment]: shape(plain),
};

/** Names are unique, and required options come first. */
function arranged(value: unknown): ErrorTree | undefined {
  if (!Array.isArray(value)) return undefined;
  let errors: ErrorTree | undefined;
  const names = new Set<unknown>();
  let optionalSeen = false;
  value.forEach((option: Dictionary, index) => {
    if (names.has(option.name)) {
      errors = merge(errors, {
        [index]: {
          name: problem(
            'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
            'Option names must be unique',
          ),
        },
      });
    }
    names.add(option.name);
    if (option.type === Type.Subcommand || option.type === Type.SubcommandGroup) return;
    if (option.required !== true) optionalSeen = true;
    else if (optionalSeen) {
      errors = merge(errors, {
        [index]: problem(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        ),
      });
    }
  });
  return errors;
}

/** A command has either subcommands and groups, or values. */
function unmixed(value: unknown): ErrorTree | undefined {
  if (!Array.isArray(value)) return undefined;
  const subs = value.filter(
    (option: Dictionary) => option.type === Type.Subcommand || option.type === Type.SubcommandGroup,
  );
  return subs.length === 0 || subs.length === value.length
    ? undefined
    : problem(
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
}

function options(rules: Readonly<Record<number, Rule>>): Rule {
  return optional(inTurn(list(byType(rules), 0, COMMAND.options), arranged, unmixed));
}

const subcommand = shape({ ...named, options: options(values) });
const group = shape({ ...named, options: options({ [Type.Subcommand]: subcommand }) });

/** The options of a chat command, all levels. */
export const commandOptions: Rule = options({
  [Type.Subcommand]: subcommand,
  [Type.SubcommandGroup]: group,
  ...values,
});
