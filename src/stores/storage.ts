import type { Backend } from './backends/backend.ts';
import { withDeadline } from './deadline.ts';
import { StoreError, unavailable } from './store-error.ts';

/** A scan of many keys may take longer than an operation on one, by this factor. */
const SCAN_PATIENCE = 5;

/** The backend as the rooms above see it: texts by key, and every failure a StoreError. */
export class Storage {
  readonly #backend: Backend;
  readonly #timeoutMs: number;
  readonly #onFailure: (error: unknown) => void;
  #closed = false;

  /** @param onFailure - told what the driver said; not every driver says it as an event too */
  constructor(backend: Backend, timeoutMs: number, onFailure: (error: unknown) => void) {
    this.#backend = backend;
    this.#timeoutMs = timeoutMs;
    this.#onFailure = onFailure;
  }

  read(key: string): Promise<string | undefined> {
    return this.#guarded(() => this.#backend.keyv.get(key));
  }

  async write(key: string, text: string): Promise<void> {
    await this.#guarded(async () => {
      if (!(await this.#backend.keyv.set(key, text))) throw new Error('the write was refused');
    });
  }

  async remove(key: string): Promise<void> {
    await this.#guarded(() => this.#backend.keyv.delete(key));
  }

  /** The keys that begin with `prefix`. */
  keys(prefix: string): Promise<string[]> {
    return this.#guarded(() =>
      withDeadline(this.#backend.keys(prefix), this.#timeoutMs * SCAN_PATIENCE),
    );
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#backend.close();
  }

  async #guarded<T>(operation: () => Promise<T>): Promise<T> {
    if (this.#closed)
      throw new StoreError('down', 'The bot is shutting down: try again in a minute.');
    try {
      return await operation();
    } catch (error) {
      this.#onFailure(error);
      throw unavailable(error);
    }
  }
}
