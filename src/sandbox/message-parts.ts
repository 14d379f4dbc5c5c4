import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { asArray, asNumber, asObject, asString, type Json } from './validate/json.ts';

/** Every component of a message or a modal, nested ones included. */
export function* componentsOf(holder: { readonly components?: unknown }): Generator<Json> {
  for (const raw of asArray(holder.components)) yield* withInner(asObject(raw));
}

function* withInner(component: Json): Generator<Json> {
  yield component;
  yield* componentsOf({ components: component.components });
  if (component.accessory !== undefined) yield* withInner(asObject(component.accessory));
  if (component.component !== undefined) yield* withInner(asObject(component.component));
}

/** The button or select with this custom id, if it can be used. */
export function usable(message: APIMessage, customId: string): Json | undefined {
  for (const component of componentsOf(message)) {
    if (component.custom_id === customId && component.disabled !== true) return component;
  }
  return undefined;
}

/** Why these values can't be chosen in a select; undefined when they can. */
export function selectFault(select: Json, values: readonly string[]): string | undefined {
  const min = asNumber(select.min_values) ?? 1;
  const max = asNumber(select.max_values) ?? 1;
  if (values.length < min || values.length > max)
    return `Choose ${min === max ? min : `${min} to ${max}`} of the options.`;
  if (select.type !== ComponentType.StringSelect) return undefined;
  const offered = asArray(select.options).map((option) => asString(asObject(option).value));
  const unknown = values.find((value) => !offered.includes(value));
  return unknown === undefined ? undefined : `"${unknown}" is not among the options.`;
}
