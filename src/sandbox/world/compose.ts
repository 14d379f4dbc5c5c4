import {
  type APIAttachment,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { asArray, asNumber, asObject, asString, type Json } from '../validate/json.ts';

/** A file that came with a request. */
export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly data: Buffer;
  readonly contentType: string;
}

const KEPT_FLAGS =
  MessageFlags.Ephemeral |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** What of a body becomes a message's own fields; absent fields stay as they are in an edit. */
export function fieldsOf(body: Json, attachments: readonly APIAttachment[]): Partial<APIMessage> {
  return {
    ...(body.content !== undefined && { content: asString(body.content) ?? '' }),
    ...(body.embeds !== undefined && { embeds: asArray(body.embeds) as APIMessage['embeds'] }),
    ...(body.components !== undefined && {
      components: numbered(asArray(body.components), attachments),
    }),
  };
}

export const flagsOf = (body: Json): number => (asNumber(body.flags) ?? 0) & KEPT_FLAGS;

/** A message of the bot's with nothing in it yet. */
export function blank(
  base: Pick<APIMessage, 'id' | 'channel_id' | 'author'>,
  at: number,
): APIMessage {
  return {
    ...base,
    type: MessageType.Default,
    content: '',
    timestamp: new Date(at).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
  } as unknown as APIMessage;
}

/** Gives every component its number within the message, as Discord does, and attachments their addresses. */
function numbered(
  components: readonly unknown[],
  attachments: readonly APIAttachment[],
): APIMessageTopLevelComponent[] {
  let next = 1;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    const object = asObject(value);
    const copy: Record<string, unknown> = {};
    if (typeof object.type === 'number' && object.type in ComponentType && !('value' in object)) {
      copy.id = typeof object.id === 'number' && object.id > 0 ? object.id : next;
      next += 1;
    }
    for (const [key, child] of Object.entries(object)) {
      if (key === 'id' && 'id' in copy) continue;
      copy[key] =
        key === 'url'
          ? addressOf(child, attachments)
          : typeof child === 'object' && child !== null
            ? walk(child)
            : child;
    }
    return copy;
  };
  return components.map(walk) as APIMessageTopLevelComponent[];
}

function addressOf(url: unknown, attachments: readonly APIAttachment[]): unknown {
  if (typeof url !== 'string' || !url.startsWith('attachment://')) return url;
  return (
    attachments.find(({ filename }) => filename === url.slice('attachment://'.length))?.url ?? url
  );
}
