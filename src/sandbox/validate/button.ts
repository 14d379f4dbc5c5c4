import { ButtonStyle } from 'discord-api-types/v10';
import { COMPONENT } from './limits.ts';
import { type ErrorTree, problem, type Rule } from './problem.ts';
import {
  boolean,
  inTurn,
  integer,
  isDictionary,
  oneOf,
  optional,
  present,
  shape,
  snowflake,
  text,
  url,
} from './rules.ts';

const EMOJI = /^\p{RGI_Emoji}$/v;

/** A custom emoji by its id, or a Unicode emoji by its name. */
export const emoji: Rule = inTurn(
  shape({ id: optional(snowflake), name: optional(text(0, COMPONENT.emojiName)) }),
  present((value) => {
    if (!isDictionary(value) || (value.id !== undefined && value.id !== null)) return undefined;
    const name = String(value.name ?? '');
    return EMOJI.test(name) || EMOJI.test(`${name}\uFE0F`)
      ? undefined
      : { name: problem('COMPONENT_INVALID_EMOJI', 'Invalid emoji') };
  }),
);

/** The optional numeric id of any component. */
export const componentId: Rule = optional(integer(0, 2 ** 31 - 1));

export const customId: Rule = text(1, COMPONENT.customId);

const fields = shape({
  id: componentId,
  style: oneOf([1, 2, 3, 4, 5, 6]),
  label: optional(text(0, COMPONENT.buttonLabel)),
  emoji: optional(emoji),
  custom_id: optional(customId),
  url: optional(url(['http', 'https', 'discord'], COMPONENT.buttonUrl)),
  sku_id: optional(snowflake),
  disabled: optional(boolean),
});

/** A link has a URL, a premium button an SKU, any other a custom id; each only its own. */
function addressed(value: unknown): ErrorTree | undefined {
  if (!isDictionary(value)) return undefined;
  const has = (field: string) => value[field] !== undefined && value[field] !== null;
  if (value.style === ButtonStyle.Premium) {
    if (!has('sku_id')) return { sku_id: problem('BASE_TYPE_REQUIRED', 'This field is required') };
    if (has('custom_id') || has('url') || has('label') || has('emoji')) {
      return problem(
        'BUTTON_COMPONENT_PREMIUM_FIELDS',
        'A premium button cannot have a custom id, url, label or emoji',
      );
    }
    return undefined;
  }
  if (has('custom_id') && has('url')) {
    return problem(
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
  }
  if (value.style === ButtonStyle.Link) {
    return has('url')
      ? labelled(value)
      : problem('BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
  }
  return has('custom_id')
    ? labelled(value)
    : problem('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
}

function labelled(value: Readonly<Record<string, unknown>>): ErrorTree | undefined {
  const bare = (value.label ?? '') === '' && (value.emoji ?? undefined) === undefined;
  return bare
    ? problem('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required')
    : undefined;
}

export const button: Rule = inTurn(fields, addressed);
