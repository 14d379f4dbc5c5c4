import { randomBytes } from 'node:crypto';
import type { Identity } from './identify.ts';
import { Session } from './session.ts';

/** How long a session without a socket can be resumed, milliseconds. */
const RESUMABLE_FOR = 5 * 60 * 1000;

/** The sessions that are connected or can still be resumed. */
export class Sessions {
  readonly #byId = new Map<string, Session>();

  all(): Iterable<Session> {
    return this.#byId.values();
  }

  get(id: string): Session | undefined {
    this.#forgetStale();
    return this.#byId.get(id);
  }

  /** A bot that identifies afresh has given up what it had lost of the same shard. */
  create({ intents, shard }: Identity): Session {
    for (const other of this.#byId.values()) {
      const same = other.shard[0] === shard[0] && other.shard[1] === shard[1];
      if (same && !other.connected) this.#byId.delete(other.id);
    }
    const session = new Session(randomBytes(16).toString('hex'), intents, shard);
    this.#byId.set(session.id, session);
    return session;
  }

  end({ id }: Session): void {
    this.#byId.delete(id);
  }

  endAll(): void {
    this.#byId.clear();
  }

  #forgetStale(): void {
    for (const session of this.#byId.values()) {
      if (session.lostFor() > RESUMABLE_FOR) this.#byId.delete(session.id);
    }
  }
}
