import { ComponentType as Type } from 'discord-api-types/v10';
import type { ModalValues } from '../actor.ts';
import { asArray, asNumber, asObject, asString, type Json } from '../validate/json.ts';
import { MODAL } from '../validate/limits.ts';
import { impossible } from './impossible.ts';
import { chosenValues } from './message-parts.ts';
import type { Resolver } from './resolve.ts';

/**
 * A modal's components with what was filled in, as Discord submits them; what is left out keeps
 * the value that the bot proposed.
 *
 * @throws ExchangeError `not_possible` for what the form wouldn't let through
 */
export function modalAnswers(
  components: unknown,
  values: ModalValues,
  resolver: Resolver,
): object[] {
  return asArray(components).map((raw) => {
    const part = asObject(raw);
    const { type, id } = part;
    const base = { type, ...(id !== undefined && { id }) };
    if (part.components !== undefined) {
      return { ...base, components: modalAnswers(part.components, values, resolver) };
    }
    if (part.component !== undefined) {
      const [component] = modalAnswers([part.component], values, resolver);
      return { ...base, component };
    }
    const customId = asString(part.custom_id);
    if (customId === undefined) return base;
    return { ...base, custom_id: customId, ...answer(part, customId, values[customId], resolver) };
  });
}

function answer(
  part: Json,
  customId: string,
  given: string | readonly string[] | undefined,
  resolver: Resolver,
): object {
  const single = typeof given === 'string' ? given : given?.[0];
  switch (part.type) {
    case Type.TextInput:
      return { value: typed(part, customId, single ?? asString(part.value) ?? '') };
    case Type.Checkbox:
      return { value: single === undefined ? part.default === true : single === 'true' };
    case Type.RadioGroup: {
      const [value = null] = picked(part, customId, single === undefined ? [] : [single], resolver);
      return { value };
    }
    case Type.FileUpload:
      throw impossible('Files cannot be uploaded to a form in the sandbox.');
    default:
      return {
        values: picked(part, customId, given === undefined ? [] : [given].flat(), resolver),
      };
  }
}

function typed(part: Json, customId: string, value: string): string {
  const min = asNumber(part.min_length) ?? 0;
  const max = asNumber(part.max_length) ?? MODAL.textInput;
  if (value === '' && part.required === false) return value;
  if (value === '') throw impossible(`Fill in "${customId}".`);
  if (value.length < min) throw impossible(`"${customId}" takes at least ${min} characters.`);
  if (value.length > max) throw impossible(`"${customId}" takes at most ${max} characters.`);
  return value;
}

function picked(
  part: Json,
  customId: string,
  values: readonly string[],
  resolver: Resolver,
): readonly string[] {
  const proposed = [...asArray(part.options), ...asArray(part.default_values)]
    .map(asObject)
    .filter((option) => option.default === true || option.id !== undefined)
    .map((option) => String(option.value ?? option.id));
  const chosen = values.length > 0 ? values : proposed;
  if (chosen.length > 0) return chosenValues(part, chosen, resolver);
  if (part.required !== false) throw impossible(`Choose something for "${customId}".`);
  return chosen;
}
