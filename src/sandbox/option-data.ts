import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { OptionValue, OptionValues, Subcommand } from './actor.ts';
import { ExchangeError } from './exchange.ts';
import type { Place, World } from './world/world.ts';

/** The option that is being typed, in an autocomplete. */
export interface Focus {
  readonly name: string;
  readonly value: string;
}

/** The `data` of a command's interaction, checked as Discord's client checks what it sends. */
export function commandData(
  world: World,
  place: Place,
  command: APIApplicationCommand,
  values: OptionValues,
  { group, subcommand }: Subcommand,
  focus?: Focus,
): object {
  let options = command.options ?? [];
  const nested: { readonly type: number; readonly name: string }[] = [];
  for (const name of [group, subcommand]) {
    if (name === undefined) continue;
    const next = options.find((option) => option.name === name);
    if (
      !next ||
      (next.type !== OptionType.Subcommand && next.type !== OptionType.SubcommandGroup)
    ) {
      throw impossible(`/${command.name} has no "${name}".`);
    }
    nested.push({ type: next.type, name });
    options = next.options ?? [];
  }
  if (options.some(({ type }) => type === OptionType.Subcommand)) {
    throw impossible(
      `/${command.name} needs one of: ${options.map(({ name }) => name).join(', ')}.`,
    );
  }
  const leaves = leafOptions(command.name, options, values, focus);
  const inner = nested.reduceRight<readonly object[]>(
    (below, { type, name }) => [{ type, name, options: below }],
    leaves,
  );
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    options: inner,
    ...resolved(world, place, options, values),
  };
}

function leafOptions(
  command: string,
  options: readonly APIApplicationCommandOption[],
  values: OptionValues,
  focus: Focus | undefined,
): object[] {
  const unknown = Object.keys(values).find(
    (name) => !options.some((option) => option.name === name),
  );
  if (unknown !== undefined) throw impossible(`/${command} has no option "${unknown}".`);
  return options.flatMap((option) => {
    if (focus?.name === option.name) {
      return [{ type: option.type, name: option.name, value: focus.value, focused: true }];
    }
    const value = values[option.name];
    if (value === undefined) {
      if ('required' in option && option.required && !focus)
        throw impossible(`/${command} needs "${option.name}".`);
      return [];
    }
    const wrong = fault(option, value);
    if (wrong) throw impossible(`/${command}: "${option.name}" ${wrong}.`);
    return [{ type: option.type, name: option.name, value }];
  });
}

function fault(option: APIApplicationCommandOption, value: OptionValue): string | undefined {
  const text = option.type === OptionType.String;
  const numeric = option.type === OptionType.Integer || option.type === OptionType.Number;
  if (text && typeof value !== 'string') return 'must be text';
  if (numeric && typeof value !== 'number') return 'must be a number';
  if (option.type === OptionType.Integer && !Number.isSafeInteger(value))
    return 'must be a whole number';
  if (option.type === OptionType.Boolean && typeof value !== 'boolean')
    return 'must be true or false';
  if (text && typeof value === 'string') {
    if (value.length < (option.min_length ?? 0))
      return `must have at least ${option.min_length} characters`;
    if (value.length > (option.max_length ?? 6000))
      return `must have at most ${option.max_length ?? 6000} characters`;
  }
  if (numeric && typeof value === 'number') {
    if (option.min_value !== undefined && value < option.min_value)
      return `must be at least ${option.min_value}`;
    if (option.max_value !== undefined && value > option.max_value)
      return `must be at most ${option.max_value}`;
  }
  if (
    'choices' in option &&
    option.choices &&
    option.choices.length > 0 &&
    !option.choices.some((choice) => choice.value === value)
  ) {
    return `must be one of: ${option.choices.map(({ name }) => name).join(', ')}`;
  }
  return undefined;
}

/** The users and channels that options name. @throws ExchangeError for one that isn't there */
function resolved(
  world: World,
  place: Place,
  options: readonly APIApplicationCommandOption[],
  values: OptionValues,
): { resolved?: object } {
  const channels: Record<string, object> = {};
  const users: Record<string, object> = {};
  for (const option of options) {
    const id = values[option.name];
    if (typeof id !== 'string') continue;
    if (option.type === OptionType.Channel) {
      const target = world.place(id);
      if (!target?.guild || target.guild !== place.guild)
        throw impossible(`There is no channel ${id} here.`);
      channels[id] = { ...world.channelObject(target), permissions: '0' };
    }
    if (option.type === OptionType.User) {
      const user = world.user(id);
      if (!user) throw impossible(`There is nobody with the id ${id} here.`);
      users[id] = user;
    }
  }
  const any = Object.keys(channels).length + Object.keys(users).length > 0;
  return any ? { resolved: { channels, users } } : {};
}

export const impossible = (message: string): ExchangeError =>
  new ExchangeError('not_possible', message);
