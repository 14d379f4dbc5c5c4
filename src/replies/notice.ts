import type { APIComponentInContainer } from 'discord-api-types/v10';
import { container, text } from './components.ts';
import type { MessageReply } from './reply.ts';

/** A short private message. @param markdown - already escaped */
export function notice(
  markdown: string,
  ...more: readonly APIComponentInContainer[]
): MessageReply {
  return {
    kind: 'message',
    components: [container(undefined, text(markdown), ...more)],
    private: true,
  };
}
