import { Keyv } from 'keyv';

/**
 * A store that has been opened and has answered.
 *
 * Keyv 5.6 with @keyv/redis 5 and @keyv/postgres 2 is the newest family of stable releases that fit
 * one another: Keyv 6 is out, but its Redis and PostgreSQL adapters are betas, and a bot's memory is
 * no place for those. Everything here that knows Keyv is in this folder and `sqlite-adapter.ts`.
 */
export interface Backend {
  readonly keyv: Keyv<string>;
  /** True when other processes of the bot may work on the same store. */
  readonly shared: boolean;
  /** The keys that begin with `prefix`, in any order, each once. */
  keys(prefix: string): Promise<string[]>;
  close(): Promise<void>;
  /** Why what was acknowledged may be lost in a crash, if it may; for the log. */
  readonly warning?: string;
}

/**
 * Keyv over a store, as all backends here use it: texts go in and out as they are (so that a damaged
 * one can be kept as it is), keys are written whole, and an error is thrown. Left to its defaults,
 * Keyv answers "nothing there" when a read fails, and the next write would overwrite everything.
 */
export function keyvOver(store: object): Keyv<string> {
  const keyv = new Keyv<string>({
    store,
    useKeyPrefix: false,
    throwOnErrors: true,
    serialize: ({ value }) => String(value),
    deserialize: <Value>(text: string) => ({ value: text as unknown as Value }),
  });
  keyv.namespace = undefined;
  return keyv;
}
