import {
  type APIMessage,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { invalidFormBody, refuse } from '../../discord-error.ts';
import { asObject, asString, type Json } from '../../validate/json.ts';
import { problem } from '../../validate/problem.ts';
import type { Place } from '../../world/world.ts';
import type { RestOptions } from '../api.ts';

/**
 * What a message that replies to another says of it.
 *
 * @throws DiscordError 160002, or 50035 when the other is gone and `fail_if_not_exists` isn't off
 */
export function replyOf(
  { world, messages }: RestOptions,
  place: Place,
  body: Json,
): Partial<APIMessage> {
  const reference = asObject(body.message_reference);
  const id = asString(reference.message_id);
  if (id === undefined) return {};
  if (!world.may(world.botId, place, PermissionFlagsBits.ReadMessageHistory)) {
    throw refuse('cannotReplyWithoutHistory');
  }
  const target = messages.get(place.channelId, id);
  if (!target || target.onlyFor !== undefined) {
    if (reference.fail_if_not_exists === false) return {};
    const unknown = problem('MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
    throw invalidFormBody({ message_reference: unknown });
  }
  const pings =
    body.allowed_mentions === undefined || asObject(body.allowed_mentions).replied_user === true;
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: place.channelId,
      message_id: id,
      ...(place.guild && { guild_id: place.guild.id }),
    },
    referenced_message: target.message,
    ...(pings && { mentions: [target.message.author] }),
  };
}
