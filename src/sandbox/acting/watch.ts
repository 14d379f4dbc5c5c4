import type { ActorEvent } from '../actor.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Stage } from './stage.ts';

/**
 * Tells what happens in a channel, as far as somebody sees it.
 *
 * @returns a function that ends it
 */
export function watch(
  { messages, world, onState, onTyping }: Stage,
  channelId: string,
  sees: (stored: StoredMessage) => boolean,
  listener: (event: ActorEvent) => void,
): () => void {
  const stops = [
    messages.listen(({ type, stored }) => {
      const { message } = stored;
      if (message.channel_id !== channelId || !sees(stored)) return;
      listener(type === 'messageDelete' ? { type, messageId: message.id } : { type, message });
    }),
    onState(() => listener({ type: 'state' })),
    onTyping((where) => {
      if (where === channelId) listener({ type: 'typing', userId: world.botId });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
