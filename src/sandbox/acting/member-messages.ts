import {
  type APIMessage,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Said } from '../actor.ts';
import { ExchangeError } from '../exchange.ts';
import { MESSAGE } from '../validate/limits.ts';
import { codePoints } from '../validate/rules.ts';
import { blank } from '../world/compose.ts';
import { mentionsOf } from '../world/mentions.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Place } from '../world/world.ts';
import { impossible } from './impossible.ts';
import type { Stage } from './stage.ts';

/** How long the bot may take to write a message of its own accord, milliseconds. */
const REPLY_PATIENCE = 3000;

/** Writes a member's message, answering `target` if given. @throws ExchangeError `not_possible` */
export function say(
  { world, messages, snowflake, clock }: Stage,
  userId: string,
  place: Place,
  text: string,
  target: StoredMessage | undefined,
): APIMessage {
  const author = world.user(userId);
  if (!author || !world.may(userId, place, PermissionFlagsBits.SendMessages)) {
    throw impossible('This member may not write here.');
  }
  if (text.trim() === '' || codePoints(text) > MESSAGE.content) {
    throw impossible(`A message has 1 to ${MESSAGE.content} characters.`);
  }
  const { id: botId, username } = world.bot;
  const content = text.trim().replaceAll(`@${username}`, `<@${botId}>`);
  const { mentions, ...mentioned } = mentionsOf(world, place, { content });
  const replied = target?.message.author;
  const all = replied && !mentions.some(({ id }) => id === replied.id) ? [replied] : [];
  const message: APIMessage = {
    ...blank({ id: snowflake(), channel_id: place.channelId, author }, clock.now()),
    ...mentioned,
    content,
    mentions: [...all, ...mentions],
    ...(target && {
      type: MessageType.Reply,
      message_reference: {
        type: MessageReferenceType.Default,
        channel_id: place.channelId,
        message_id: target.message.id,
      },
      referenced_message: target.message,
    }),
  };
  messages.add({ message });
  return message;
}

/** Waits for the bot's first message after another one, unless it is already there. */
export function replyAfter(
  { world, messages, clock }: Stage,
  place: Place,
  after: string,
): Said['reply'] {
  const isIt = ({ message, onlyFor }: StoredMessage) =>
    message.author.id === world.botId &&
    BigInt(message.id) > BigInt(after) &&
    message.channel_id === place.channelId &&
    onlyFor === undefined;
  return async (within = REPLY_PATIENCE) => {
    const there = messages.in(place.channelId).find(isIt);
    if (there) return there.message;
    const { promise, resolve, reject } = Promise.withResolvers<APIMessage>();
    const stop = messages.listen(({ type, stored }) => {
      if (type === 'message' && isIt(stored)) resolve(stored.message);
    });
    const cancel = clock.after(within, () =>
      reject(new ExchangeError('no_answer', `The bot wrote nothing within ${within} ms.`)),
    );
    return promise.finally(() => {
      stop();
      cancel();
    });
  };
}
