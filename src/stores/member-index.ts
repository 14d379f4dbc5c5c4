import { keys } from './keys.ts';
import type { Storage } from './storage.ts';

/**
 * Which scopes a member saved something in, so that all that is theirs can be found. It may name a
 * scope too many (after a crash), never one too few: an entry is written before what it points to
 * and removed after it.
 */
export class MemberIndex {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  async add(userId: string, scope: string): Promise<void> {
    const key = keys.membership(userId, scope);
    if ((await this.#storage.read(key)) === undefined) await this.#storage.write(key, '{"v":1}');
  }

  async remove(userId: string, scope: string): Promise<void> {
    await this.#storage.remove(keys.membership(userId, scope));
  }

  async scopesOf(userId: string): Promise<string[]> {
    const prefix = keys.membershipsOf(userId);
    const found = await this.#storage.keys(prefix);
    return found.map((key) => key.slice(prefix.length)).sort();
  }

  /** Removes everybody's entries for a scope. */
  async purge(scope: string): Promise<void> {
    for (const key of await this.#storage.keys(keys.memberships)) {
      if (key.endsWith(`:${scope}`)) await this.#storage.remove(key);
    }
  }
}
