import type { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { asNumber, asObject, type Json } from '../validate/json.ts';
import { GATEWAY } from '../validate/limits.ts';
import { CLOSE, type CloseReason } from './close-codes.ts';
import type { Dispatch, Session } from './session.ts';

/** A payload that the bot sent. */
export interface Received {
  readonly op: number;
  readonly d: unknown;
  /** `d` where it is an object. */
  readonly data: Json;
}

/** One socket of the bot's, and the session it has come to speak for. */
export class Connection {
  readonly socket: WebSocket;
  readonly #received: number[] = [];
  session: Session | undefined;
  /** When the bot was last heard of, milliseconds of the process's clock. */
  lastBeat = performance.now();

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  /** Stable, so that a session knows whose it is. */
  readonly forward = (event: Dispatch): void => {
    this.socket.send(JSON.stringify(event));
  };

  send(op: Op, data: unknown): void {
    this.socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
  }

  refuse(why: CloseReason): void {
    const [code, reason] = CLOSE[why];
    this.socket.close(code, reason);
  }

  bind(session: Session): void {
    this.session = session;
    session.attach(this.forward);
  }

  unbind(): void {
    this.session?.detach(this.forward);
    this.session = undefined;
  }

  /** Reads a payload within the limits of size and rate; otherwise closes the socket. */
  read(raw: string): Received | undefined {
    const now = performance.now();
    this.#received.push(now);
    while ((this.#received[0] ?? now) < now - GATEWAY.window) this.#received.shift();
    if (this.#received.length > GATEWAY.sends) {
      this.refuse('rateLimited');
      return undefined;
    }
    if (Buffer.byteLength(raw) > GATEWAY.payload) {
      this.refuse('decodeError');
      return undefined;
    }
    try {
      const { op, d } = asObject(JSON.parse(raw));
      return { op: asNumber(op) ?? -1, d, data: asObject(d) };
    } catch {
      this.refuse('decodeError');
      return undefined;
    }
  }
}
