import { COMPONENT, EMBED, MESSAGE } from './limits.ts';
import { type ErrorTree, problem, type Rule } from './problem.ts';
import {
  boolean,
  codePoints,
  inTurn,
  integer,
  isDictionary,
  list,
  optional,
  present,
  shape,
  text,
  url,
} from './rules.ts';

const link = optional(url(['http', 'https'], EMBED.url));
const picture = optional(shape({ url: optional(url(['http', 'https', 'attachment'], EMBED.url)) }));

const timestamp = optional(
  present((value) =>
    typeof value === 'string' && !Number.isNaN(Date.parse(value))
      ? undefined
      : problem('DATETIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`),
  ),
);

const embed = shape({
  title: optional(text(0, EMBED.title)),
  description: optional(text(0, EMBED.description)),
  url: link,
  timestamp,
  color: optional(integer(0, COMPONENT.colour)),
  footer: optional(shape({ text: text(0, EMBED.footer), icon_url: link })),
  author: optional(shape({ name: text(0, EMBED.author), url: link, icon_url: link })),
  image: picture,
  thumbnail: picture,
  fields: optional(
    list(
      shape({
        name: text(1, EMBED.fieldName),
        value: text(1, EMBED.fieldValue),
        inline: optional(boolean),
      }),
      0,
      EMBED.fields,
    ),
  ),
});

function size(value: unknown): number {
  if (!isDictionary(value)) return 0;
  const length = (part: unknown) => (typeof part === 'string' ? codePoints(part) : 0);
  const inner = (part: unknown, field: string) => (isDictionary(part) ? length(part[field]) : 0);
  let total = length(value.title) + length(value.description);
  total += inner(value.footer, 'text') + inner(value.author, 'name');
  for (const field of Array.isArray(value.fields) ? value.fields : []) {
    total += inner(field, 'name') + inner(field, 'value');
  }
  return total;
}

function total(value: unknown): ErrorTree | undefined {
  const sum = Array.isArray(value) ? value.reduce((all: number, each) => all + size(each), 0) : 0;
  return sum <= EMBED.total
    ? undefined
    : problem('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${EMBED.total}`);
}

/** A message's embeds. */
export const embeds: Rule = inTurn(list(embed, 0, MESSAGE.embeds), total);

/** An embed without anything to show; Discord drops it. */
export function isEmptyEmbed(value: unknown): boolean {
  if (!isDictionary(value)) return true;
  return size(value) === 0 && !isDictionary(value.image) && !isDictionary(value.thumbnail);
}
