import { once } from 'node:events';
import { WebSocket } from 'ws';
import type {
  PagePush,
  PageReply,
  PageRequests,
  PageRequestType,
} from '../../src/sandbox/page-types.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** The page's side of `/sandbox/socket`, without a browser. */
export class RawPage {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (reply: PageReply) => void>();
  #id = 0;
  /** Everything pushed so far. */
  readonly pushes: PagePush[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (raw) => {
      const data: PageReply | PagePush = JSON.parse(raw.toString());
      if (!('id' in data)) this.pushes.push(data);
      else {
        this.#waiting.get(data.id)?.(data);
        this.#waiting.delete(data.id);
      }
    });
  }

  static async open({ pageUrl }: Pick<Sandbox, 'pageUrl'>): Promise<RawPage> {
    const socket = new WebSocket(`${pageUrl.replace('http', 'ws')}sandbox/socket`);
    const page = new RawPage(socket);
    await once(socket, 'open');
    return page;
  }

  /** Sends a request and waits for its reply, good or bad. */
  ask<T extends PageRequestType>(type: T, request: PageRequests[T]): Promise<PageReply<T>> {
    this.#id += 1;
    return this.raw({ id: this.#id, type, ...request }, this.#id) as Promise<PageReply<T>>;
  }

  /** Sends anything and waits for the reply with this id. */
  raw(data: unknown, id = -1): Promise<PageReply> {
    const reply = new Promise<PageReply>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(typeof data === 'string' ? data : JSON.stringify(data));
    return reply;
  }

  close(): void {
    this.#socket.close();
  }
}

/** The result of a request that went well. @throws Error with the sentence of one that didn't */
export async function good<T extends PageRequestType>(reply: Promise<PageReply<T>>) {
  const answer = await reply;
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.result;
}
