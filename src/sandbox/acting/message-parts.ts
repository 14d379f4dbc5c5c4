import { type APIMessage, ComponentType as Type } from 'discord-api-types/v10';
import { asArray, asNumber, asObject, asString, type Json } from '../validate/json.ts';
import { walkComponents } from '../validate/walk.ts';
import { impossible } from './impossible.ts';
import type { Resolver } from './resolve.ts';

/** The button or select with this custom id. @throws ExchangeError when it isn't there or is off */
export function usablePart(message: APIMessage, customId: string): Json {
  for (const { component } of walkComponents(message.components)) {
    if (component.custom_id !== customId) continue;
    if (component.disabled === true) throw impossible('That button or menu is switched off.');
    return component;
  }
  throw impossible('There is no such button or menu on the message.');
}

/**
 * The ids or values to send for a choice in a select, as many as it wants, each one it offers.
 *
 * @throws ExchangeError `not_possible`
 */
export function chosenValues(
  select: Json,
  values: readonly string[],
  resolver: Resolver,
): readonly string[] {
  const min = asNumber(select.min_values) ?? 1;
  const max = asNumber(select.max_values) ?? 1;
  if (values.length < min || values.length > max) {
    throw impossible(`Choose ${min === max ? min : `${min} to ${max}`} of the options.`);
  }
  return values.map((value) => {
    const found = lookUp(select, value, resolver);
    if (found === undefined) throw impossible(`"${value}" is not among the options.`);
    return found;
  });
}

function lookUp(select: Json, value: string, resolver: Resolver): string | undefined {
  switch (select.type) {
    case Type.UserSelect:
      return resolver.user(value);
    case Type.RoleSelect:
      return resolver.role(value);
    case Type.MentionableSelect:
      return resolver.user(value) ?? resolver.role(value);
    case Type.ChannelSelect:
      return resolver.channel(value);
    default: {
      const offered = asArray(select.options).map((option) => asString(asObject(option).value));
      return offered.includes(value) ? value : undefined;
    }
  }
}
