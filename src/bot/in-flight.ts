import { setTimeout as sleep } from 'node:timers/promises';

/** Work that has begun and must end before the process may. */
export class InFlight {
  readonly #work = new Set<Promise<void>>();
  #closed = false;

  /** Begins a piece of work, unless closed; the work itself must not reject. */
  begin(work: () => Promise<void>): void {
    if (this.#closed) return;
    const running = work().finally(() => this.#work.delete(running));
    this.#work.add(running);
  }

  /** Takes no more and waits for what has begun. @param patience - milliseconds at most */
  async close(patience: number): Promise<{ readonly unfinished: number }> {
    this.#closed = true;
    const timeout = new AbortController();
    await Promise.race([
      Promise.all(this.#work),
      sleep(patience, undefined, { signal: timeout.signal }).catch(() => undefined),
    ]);
    timeout.abort();
    return { unfinished: this.#work.size };
  }
}
