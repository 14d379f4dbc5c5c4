import { createHash } from 'node:crypto';
import type { KeyQueue } from './key-queue.ts';
import { keys, type RecordName } from './keys.ts';
import type { Storage } from './storage.ts';

/**
 * Where damaged values are kept, as they were, for whoever runs the bot to look at and mend. Nothing
 * here is overwritten or runs out; a value goes when its scope is purged.
 */
export class Quarantine {
  readonly #storage: Storage;
  readonly #queue: KeyQueue;
  readonly #clock: () => Date;

  constructor(storage: Storage, queue: KeyQueue, clock: () => Date) {
    this.#storage = storage;
    this.#queue = queue;
    this.#clock = clock;
  }

  /** Keeps a copy and returns its key; the same text of the same record is kept once. */
  async keep(name: RecordName, scope: string, text: string, reason: string): Promise<string> {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const key = keys.quarantined(name, scope, hash);
    if ((await this.#storage.read(key)) === undefined) {
      const at = this.#clock().toISOString();
      await this.#storage.write(key, JSON.stringify({ v: 1, at, reason, text }));
    }
    return key;
  }

  /** Takes a member's id out of every copy; the rest stays as it was. */
  async anonymise(userId: string): Promise<void> {
    for (const key of await this.#storage.keys(keys.quarantine)) {
      await this.#alone(async () => {
        const text = await this.#storage.read(key);
        if (text === undefined) return;
        const changed = withoutMember(text, userId);
        if (changed !== text) await this.#storage.write(key, changed);
      });
    }
  }

  /** Removes the copies of a scope's record. */
  async purge(name: RecordName, scope: string): Promise<void> {
    for (const key of await this.#storage.keys(keys.quarantinedOf(name, scope))) {
      await this.#alone(() => this.#storage.remove(key));
    }
  }

  /** One change at a time, so that a copy being anonymised can't come back after its purge. */
  #alone(operation: () => Promise<void>): Promise<void> {
    return this.#queue.run('quarantine', operation);
  }
}

/** A stored text with every mention of a member's id replaced; what it says of others stays. */
export function withoutMember(text: string, userId: string): string {
  const literal = userId.replaceAll(/\W/g, '\\$&');
  return text.replaceAll(new RegExp(`(?<!\\w)${literal}(?!\\w)`, 'g'), 'deleted');
}
