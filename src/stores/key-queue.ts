import { withDeadline } from './deadline.ts';

/**
 * Runs the operations on one key one after the other, and those on different keys side by side.
 *
 * Each has its time from the moment it gets in line, since a member waits for it. One that takes
 * too long fails for its caller, but keeps its place until it has really ended, so that a late write
 * never lands on a newer one; its signal tells it not to begin a write any more. One whose time ran
 * out in line never starts.
 */
export class KeyQueue {
  readonly #timeoutMs: number;
  readonly #tails = new Map<string, Promise<void>>();

  /** @param timeoutMs - milliseconds for the wait in line and the operation together */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** @throws StoreError `down` when time runs out */
  run<T>(key: string, operation: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const late = new AbortController();
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(() => {
      late.signal.throwIfAborted();
      return operation(late.signal);
    });
    const tail = result.then(ignore, ignore).then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    this.#tails.set(key, tail);
    return withDeadline(result, this.#timeoutMs, (error) => late.abort(error));
  }

  /** Resolves when every operation in line at this moment has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}

function ignore(): void {}
