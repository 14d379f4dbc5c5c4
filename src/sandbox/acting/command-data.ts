import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { OptionValues, Subcommand } from '../actor.ts';
import { impossible } from './impossible.ts';
import { optionFault } from './option-fault.ts';
import type { Resolver } from './resolve.ts';

/** The option that is being typed, in an autocomplete. */
export interface Focus {
  readonly name: string;
  readonly value: string;
}

/**
 * The `data` of a command's interaction, checked as Discord's client checks what it sends.
 *
 * @throws ExchangeError `not_possible`
 */
export function commandData(
  command: APIApplicationCommand,
  values: OptionValues,
  where: Subcommand,
  resolver: Resolver,
  focus?: Focus,
): object {
  const { path, options } = descend(command, where);
  const leaves = focus
    ? typedSoFar(options, values, focus, resolver)
    : checked(command.name, options, values, resolver);
  const inner = path.reduceRight<readonly object[]>(
    (below, { type, name }) => [{ type, name, options: below }],
    leaves,
  );
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    options: inner,
    ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
    ...resolver.result(),
  };
}

/** The way down to the subcommand, and the options there. */
function descend(command: APIApplicationCommand, { group, subcommand }: Subcommand) {
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  const path: { readonly type: OptionType; readonly name: string }[] = [];
  for (const name of [group, subcommand]) {
    if (name === undefined) continue;
    const next = options.find((option) => option.name === name);
    const nested =
      next?.type === OptionType.Subcommand || next?.type === OptionType.SubcommandGroup;
    if (!nested) throw impossible(`/${command.name} has no "${name}".`);
    path.push({ type: next.type, name });
    options = next.options ?? [];
  }
  const unfinished = options.filter(
    ({ type }) => type === OptionType.Subcommand || type === OptionType.SubcommandGroup,
  );
  if (unfinished.length > 0) {
    const known = unfinished.map(({ name }) => name).join(', ');
    throw impossible(`/${command.name} needs one of: ${known}.`);
  }
  return { path, options };
}

/** All options in the order they were given, required ones there, each within its bounds. */
function checked(
  command: string,
  options: readonly APIApplicationCommandOption[],
  values: OptionValues,
  resolver: Resolver,
): object[] {
  for (const option of options) {
    const missing = 'required' in option && option.required && !(option.name in values);
    if (missing) {
      throw impossible(`/${command} needs "${option.name}"; its options are ${listed(options)}.`);
    }
  }
  return Object.entries(values).map(([name, value]) => {
    const option = options.find((one) => one.name === name);
    if (!option) {
      const known = options.length > 0 ? `its options are ${listed(options)}` : 'it takes none';
      throw impossible(`/${command} has no option "${name}"; ${known}.`);
    }
    const fault = optionFault(option, value);
    if (fault) throw impossible(`"${name}" ${fault}.`);
    return { type: option.type, name, value: resolver.option(option, value) };
  });
}

/** What is there of a command that is still being typed; what doesn't fit yet is left out. */
function typedSoFar(
  options: readonly APIApplicationCommandOption[],
  values: OptionValues,
  focus: Focus,
  resolver: Resolver,
): object[] {
  const focused = options.find(({ name }) => name === focus.name);
  if (!focused || !('autocomplete' in focused) || focused.autocomplete !== true) {
    throw impossible(`"${focus.name}" is not an option with autocomplete.`);
  }
  return options.flatMap((option) => {
    const { type, name } = option;
    if (option === focused) return [{ type, name, value: focus.value, focused: true }];
    const value = values[name];
    if (value === undefined || optionFault(option, value)) return [];
    return [{ type, name, value: resolver.option(option, value) }];
  });
}

const listed = (options: readonly APIApplicationCommandOption[]): string =>
  options
    .map((option) =>
      'required' in option && option.required ? `${option.name} (required)` : option.name,
    )
    .join(', ');
