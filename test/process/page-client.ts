import { once } from 'node:events';
import { WebSocket } from 'ws';
import type {
  PageReply,
  PageRequests,
  PageRequestType,
  PageResults,
} from '../../src/sandbox/page-types.ts';

/** What the page says to its sandbox, without the page. */
export interface PageClient {
  ask<T extends PageRequestType>(type: T, request: PageRequests[T]): Promise<PageResults[T]>;
  close(): void;
}

/** @param pageUrl - as the bot prints it */
export async function openPageClient(pageUrl: string): Promise<PageClient> {
  const socket = new WebSocket(new URL('sandbox/socket', pageUrl.replace(/^http/, 'ws')));
  await once(socket, 'open');
  const waiting = new Map<number, (reply: PageReply) => void>();
  socket.on('message', (raw) => {
    const reply: PageReply | { readonly id?: undefined } = JSON.parse(raw.toString());
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let id = 0;
  return {
    async ask<T extends PageRequestType>(type: T, request: PageRequests[T]) {
      id += 1;
      const asked = id;
      const answer = new Promise<PageReply>((resolve) => waiting.set(asked, resolve));
      socket.send(JSON.stringify({ id: asked, type, ...request }));
      const reply = (await answer) as PageReply<T>;
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.result;
    },
    close: () => socket.terminate(),
  };
}
