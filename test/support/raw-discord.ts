import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  // Whatever came; a test says what it expects of it.
  readonly body: { readonly [key: string]: unknown };
}

/** One REST request as it is, without a library that retries or waits. */
export async function request(
  { apiUrl, token }: Pick<Sandbox, 'apiUrl' | 'token'>,
  method: string,
  path: string,
  body?: unknown,
  authorization: string | null = `Bot ${token}`,
): Promise<RawAnswer> {
  const form = body instanceof FormData;
  const answer = await fetch(`${apiUrl}/v10${path}`, {
    method,
    headers: {
      ...(authorization !== null && { authorization }),
      ...(body !== undefined && !form && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? {} : JSON.parse(text),
  };
}

export interface Payload {
  readonly op: number;
  readonly d: unknown;
  readonly s: number | null;
  readonly t: string | null;
}

/** A gateway connection without a library: what is sent is what the test sends. */
export class RawGateway {
  readonly #socket: WebSocket;
  readonly #payloads: Payload[] = [];
  #wake = () => {};
  /** Resolves with the close code. */
  readonly closed: Promise<number>;

  constructor({ apiUrl }: Pick<Sandbox, 'apiUrl'>, query = '?v=10&encoding=json') {
    const url = `${apiUrl.replace('http', 'ws').replace(/\/api$/, '')}/gateway/${query}`;
    this.#socket = new WebSocket(url);
    this.#socket.on('message', (raw) => {
      this.#payloads.push(JSON.parse(raw.toString()));
      this.#wake();
    });
    this.closed = once(this.#socket, 'close').then(([code]) => code);
  }

  /** The next payload that fits; those before it are passed over. */
  async next(fits: (payload: Payload) => boolean = () => true): Promise<Payload> {
    for (;;) {
      const at = this.#payloads.findIndex(fits);
      const [found] = at < 0 ? [] : this.#payloads.splice(0, at + 1).slice(-1);
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  event(name: string): Promise<Payload> {
    return this.next(({ t }) => t === name);
  }

  op(op: number): Promise<Payload> {
    return this.next((payload) => payload.op === op);
  }

  send(payload: unknown): void {
    this.#socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
  }

  async identify(token: string, more: object = {}): Promise<void> {
    await this.op(10);
    this.send({ op: 2, d: { token, intents: 1, properties: {}, ...more } });
  }

  /** Breaks the connection without a close frame. */
  drop(): void {
    this.#socket.terminate();
  }

  close(code: number): void {
    this.#socket.close(code);
  }
}
