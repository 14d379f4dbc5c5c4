import { withDeadline } from './deadline.ts';
import type { AddOutcome, Favourite, Favourites, RemoveOutcome } from './favourites.ts';
import { ownPart, swap, withoutSaver } from './favourites-list.ts';
import { favouritesKind } from './favourites-record.ts';
import type { KeyQueue } from './key-queue.ts';
import { directScope } from './keys.ts';
import type { MemberIndex } from './member-index.ts';
import type { Quarantine } from './quarantine.ts';
import type { Recent } from './recent.ts';
import type { Records } from './records.ts';
import { StoreError } from './store-error.ts';

interface Parts {
  readonly records: Records;
  readonly index: MemberIndex;
  readonly quarantine: Quarantine;
  readonly queue: KeyQueue;
  readonly cache: Recent<readonly Favourite[]>;
  /** Milliseconds for what concerns a member in all scopes together. */
  readonly timeoutMs: number;
  readonly clock: () => Date;
  /** Removes a scope's settings: a member's direct messages have some, and they go with the member. */
  readonly purgeSettings: (scope: string) => Promise<void>;
}

/**
 * Favourites, one record a scope. Lists come from memory after the first read; changes always start
 * from what is stored.
 */
export class KeyvFavourites implements Favourites {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async list(scope: string): Promise<readonly Favourite[]> {
    return this.#parts.cache.get(scope) ?? this.#alone(scope, () => this.#read(scope));
  }

  add(
    scope: string,
    entry: { ref: string; label: string; userId: string; limit: number },
  ): Promise<AddOutcome> {
    return this.#alone(scope, async (signal) => {
      const { ref, label, userId, limit } = entry;
      const list = await this.#read(scope);
      const existing = list.find((favourite) => favourite.ref === ref);
      if (existing?.savedBy.some((saver) => saver.userId === userId)) {
        return { kind: 'already', favourite: existing, count: list.length };
      }
      if (existing === undefined && list.length >= limit) return { kind: 'full', limit };

      const saver = { userId, at: this.#parts.clock().toISOString() };
      const favourite =
        existing === undefined
          ? { ref, label, savedBy: [saver] }
          : { ...existing, savedBy: [...existing.savedBy, saver] };
      const changed =
        existing === undefined ? [...list, favourite] : swap(list, existing, favourite);
      signal.throwIfAborted();
      await this.#parts.index.add(userId, scope);
      await this.#write(scope, changed, signal);
      return { kind: existing ? 'seconded' : 'added', favourite, count: changed.length };
    });
  }

  remove(
    scope: string,
    entry: { ref: string; userId: string; manage: boolean },
  ): Promise<RemoveOutcome> {
    return this.#alone(scope, async (signal) => {
      const { ref, userId, manage } = entry;
      const list = await this.#read(scope);
      const favourite = list.find((one) => one.ref === ref);
      if (favourite === undefined) return { kind: 'absent' };
      const others = favourite.savedBy.filter((saver) => saver.userId !== userId);
      if (!manage && others.length === favourite.savedBy.length) {
        return { kind: 'not-yours', favourite };
      }
      const left = manage || others.length === 0 ? undefined : { ...favourite, savedBy: others };
      const changed = swap(list, favourite, left);
      await this.#write(scope, changed, signal);
      const gone = left === undefined ? favourite.savedBy.map((saver) => saver.userId) : [userId];
      await this.#forget(scope, gone, changed);
      return left === undefined
        ? { kind: 'removed', favourite, count: changed.length }
        : { kind: 'withdrawn', favourite: left, count: changed.length };
    });
  }

  /** Fails when one of the scopes can't be read: half an export would look like a whole one. */
  async exportMember(
    userId: string,
  ): Promise<readonly { scope: string; favourites: readonly Favourite[] }[]> {
    const exported = await this.#everywhere(userId, async (scope) => {
      const list = await this.#read(scope);
      const favourites = list.flatMap((favourite) => ownPart(favourite, userId));
      if (favourites.length === 0) await this.#parts.index.remove(userId, scope);
      return { scope, favourites };
    });
    return exported.filter(({ favourites }) => favourites.length > 0);
  }

  /** Goes on in the other scopes when one fails, and fails then: asked again, it does the rest. */
  async deleteMember(userId: string): Promise<number> {
    const removed = await this.#everywhere(userId, (scope) => this.#withdrawAll(scope, userId));
    const own = directScope(userId);
    await this.purge(own);
    await this.#parts.purgeSettings(own);
    await this.#parts.quarantine.anonymise(userId);
    return removed.reduce((sum, count) => sum + count, 0);
  }

  purge(scope: string): Promise<void> {
    return this.#alone(scope, async () => {
      try {
        await this.#parts.records.purge('favourites', scope);
        await this.#parts.index.purge(scope);
      } finally {
        this.#parts.cache.delete(scope);
      }
    });
  }

  #alone<T>(scope: string, operation: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.#parts.queue.run(`favourites:${scope}`, operation);
  }

  /** Works side by side on each scope that the member saved something in; all end before it does. */
  async #everywhere<T>(userId: string, operation: (scope: string) => Promise<T>): Promise<T[]> {
    const work = async () => {
      const scopes = await this.#parts.index.scopesOf(userId);
      const outcomes = await Promise.allSettled(
        scopes.map((scope) => this.#alone(scope, () => operation(scope))),
      );
      return outcomes.map((outcome) => {
        if (outcome.status === 'rejected') throw outcome.reason;
        return outcome.value;
      });
    };
    return withDeadline(work(), this.#parts.timeoutMs);
  }

  async #read(scope: string): Promise<readonly Favourite[]> {
    const record = await this.#parts.records.read(favouritesKind, scope);
    const favourites = record?.favourites ?? [];
    this.#parts.cache.set(scope, favourites);
    return favourites;
  }

  async #write(
    scope: string,
    favourites: readonly Favourite[],
    signal?: AbortSignal,
  ): Promise<void> {
    // Its caller has already been told that it failed.
    signal?.throwIfAborted();
    const { records, cache } = this.#parts;
    try {
      if (favourites.length > 0) await records.write(favouritesKind, scope, { favourites });
      else await records.remove('favourites', scope);
      cache.set(scope, favourites);
    } catch (error) {
      // Whether it was written isn't known: the next reader must look.
      cache.delete(scope);
      throw error;
    }
  }

  async #withdrawAll(scope: string, userId: string): Promise<number> {
    const { records, index } = this.#parts;
    try {
      const list = await this.#read(scope);
      const changed = list.flatMap((favourite) => withoutSaver(favourite, userId));
      const removed = list.reduce((sum, one) => sum + ownPart(one, userId).length, 0);
      if (removed > 0) await this.#write(scope, changed);
      await index.remove(userId, scope);
      return removed;
    } catch (error) {
      if (!(error instanceof StoreError) || error.reason === 'down') throw error;
      await records.anonymise('favourites', scope, userId);
      await index.remove(userId, scope);
      return 0;
    }
  }

  /** Takes members who have nothing left in a scope out of the index. */
  async #forget(scope: string, userIds: string[], list: readonly Favourite[]): Promise<void> {
    try {
      for (const userId of userIds) {
        const stays = list.some((one) => one.savedBy.some((saver) => saver.userId === userId));
        if (!stays) await this.#parts.index.remove(userId, scope);
      }
    } catch {
      // What was asked is done; an entry too many is put right by the next export or deletion.
    }
  }
}
