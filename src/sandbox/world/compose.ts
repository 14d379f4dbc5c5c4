import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { asNumber, asString, type Json } from '../validate/json.ts';
import { composeComponents, composeEmbeds } from './compose-components.ts';

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
    ...(body.embeds !== undefined && { embeds: composeEmbeds(body.embeds, attachments) }),
    ...(body.components !== undefined && {
      components: composeComponents(body.components, attachments),
    }),
  };
}

export const flagsOf = (body: Json): number => (asNumber(body.flags) ?? 0) & KEPT_FLAGS;

/** A message with nothing in it yet. */
export function blank(
  base: { readonly id: string; readonly channel_id: string; readonly author: APIUser },
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
    flags: 0 as MessageFlags,
  };
}
