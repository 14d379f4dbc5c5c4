import { ChannelType, ComponentType as Type } from 'discord-api-types/v10';
import { componentId, customId, emoji } from './button.ts';
import { COMPONENT } from './limits.ts';
import { type ErrorTree, merge, problem, type Rule } from './problem.ts';
import {
  boolean,
  type Dictionary,
  distinct,
  inTurn,
  integer,
  isDictionary,
  list,
  oneOf,
  optional,
  shape,
  snowflake,
  text,
} from './rules.ts';

const CHANNEL_TYPES = Object.values(ChannelType).filter((type) => typeof type === 'number');

const common = {
  id: componentId,
  custom_id: customId,
  placeholder: optional(text(0, COMPONENT.placeholder)),
  min_values: optional(integer(0, COMPONENT.selectValues)),
  max_values: optional(integer(1, COMPONENT.selectValues)),
  disabled: optional(boolean),
  required: optional(boolean),
};

const option = shape({
  label: text(1, COMPONENT.optionText),
  value: text(1, COMPONENT.optionText),
  description: optional(text(0, COMPONENT.optionText)),
  emoji: optional(emoji),
  default: optional(boolean),
});

/** `min_values` ≤ `max_values` ≤ number of options, values unique, not too many defaults. */
function consistent(value: unknown): ErrorTree | undefined {
  if (!isDictionary(value)) return undefined;
  const max = Number(value.max_values ?? 1);
  if (Number(value.min_values ?? 1) > max) {
    return { min_values: problem('NUMBER_TYPE_MAX', 'min_values must not exceed max_values.') };
  }
  if (!Array.isArray(value.options)) return undefined;
  const options: readonly Dictionary[] = value.options;
  if (max > options.length) {
    return {
      max_values: problem('NUMBER_TYPE_MAX', 'max_values must not exceed the number of options.'),
    };
  }
  let errors: ErrorTree | undefined;
  const seen = new Set<unknown>();
  options.forEach((each, index) => {
    if (seen.has(each.value)) {
      const duplicate = problem(
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
      errors = merge(errors, { options: { [index]: { value: duplicate } } });
    }
    seen.add(each.value);
  });
  if (options.filter((each) => each.default === true).length > max) {
    const tooMany = problem('SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'Too many default values');
    errors = merge(errors, { options: tooMany });
  }
  return errors;
}

const stringSelect = inTurn(
  shape({ ...common, options: list(option, 1, COMPONENT.selectOptions) }),
  consistent,
);

function autoSelect(kinds: readonly string[], more: Readonly<Record<string, Rule>> = {}): Rule {
  const chosen = shape({ id: snowflake, type: oneOf(kinds) });
  return inTurn(
    shape({
      ...common,
      default_values: optional(list(chosen, 0, COMPONENT.selectValues)),
      ...more,
    }),
    consistent,
  );
}

/** Every kind of select menu, by component type. */
export const selects: Readonly<Record<number, Rule>> = {
  [Type.StringSelect]: stringSelect,
  [Type.UserSelect]: autoSelect(['user']),
  [Type.RoleSelect]: autoSelect(['role']),
  [Type.MentionableSelect]: autoSelect(['user', 'role']),
  [Type.ChannelSelect]: autoSelect(['channel'], {
    channel_types: optional(distinct(oneOf(CHANNEL_TYPES), 0, CHANNEL_TYPES.length)),
  }),
};
