import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { OptionValue } from '../actor.ts';

/** What is wrong with a value, as the end of a sentence about its option; undefined when nothing. */
export function optionFault(
  option: APIApplicationCommandOption,
  value: OptionValue,
): string | undefined {
  const fault = typeFault(option, value) ?? rangeFault(option, value);
  if (fault) return fault;
  if (!('choices' in option) || !option.choices || option.choices.length === 0) return undefined;
  return option.choices.some((choice) => choice.value === value)
    ? undefined
    : `must be one of: ${option.choices.map(({ name }) => name).join(', ')}`;
}

function typeFault({ type }: APIApplicationCommandOption, value: OptionValue): string | undefined {
  switch (type) {
    case OptionType.Integer:
      return Number.isSafeInteger(value) ? undefined : 'must be a whole number';
    case OptionType.Number:
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'must be a number';
    case OptionType.Boolean:
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case OptionType.Attachment:
      return typeof value === 'object' ? undefined : 'must be a file';
    case OptionType.String:
      return typeof value === 'string' ? undefined : 'must be text';
    default:
      return typeof value === 'string' ? undefined : 'must be an id or a name';
  }
}

function rangeFault(option: APIApplicationCommandOption, value: OptionValue): string | undefined {
  if (option.type === OptionType.String && typeof value === 'string') {
    const min = Math.max(1, option.min_length ?? 1);
    const max = option.max_length ?? 6000;
    if (value.length < min) return `must have at least ${min} characters`;
    if (value.length > max) return `must have at most ${max} characters`;
  }
  const numeric = option.type === OptionType.Integer || option.type === OptionType.Number;
  if (numeric && typeof value === 'number') {
    if (value < (option.min_value ?? value)) return `must be at least ${option.min_value}`;
    if (value > (option.max_value ?? value)) return `must be at most ${option.max_value}`;
  }
  return undefined;
}
