import { MESSAGE } from './limits.ts';
import { type ErrorTree, problem, type Rule } from './problem.ts';
import {
  boolean,
  distinct,
  inTurn,
  isDictionary,
  list,
  oneOf,
  optional,
  shape,
  snowflake,
  text,
} from './rules.ts';

/** A kind is either parsed from the text, or listed by id. */
function exclusive(value: unknown): ErrorTree | undefined {
  if (!isDictionary(value) || !Array.isArray(value.parse)) return undefined;
  for (const kind of ['users', 'roles']) {
    const ids = value[kind];
    if (value.parse.includes(kind) && Array.isArray(ids) && ids.length > 0) {
      return problem(
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
  }
  return undefined;
}

export const allowedMentions: Rule = inTurn(
  shape({
    parse: optional(distinct(optional(oneOf(['users', 'roles', 'everyone'])), 0, 4)),
    users: optional(distinct(optional(snowflake), 0, MESSAGE.allowedMentionIds)),
    roles: optional(distinct(optional(snowflake), 0, MESSAGE.allowedMentionIds)),
    replied_user: optional(boolean),
  }),
  exclusive,
);

export const attachmentList: Rule = list(
  shape({
    id: snowflake,
    filename: optional(text(1, 1024)),
    description: optional(text(0, 1024)),
  }),
  0,
  MESSAGE.attachments,
);

export const messageReference: Rule = shape({
  message_id: snowflake,
  channel_id: optional(snowflake),
  guild_id: optional(snowflake),
  fail_if_not_exists: optional(boolean),
});
