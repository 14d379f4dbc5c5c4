import { EventEmitter } from 'node:events';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { KeyvStoreAdapter, StoredData } from 'keyv';

/** How long a write waits for another process's, in milliseconds; the event loop waits with it. */
const BUSY_TIMEOUT_MS = 500;
const PAGE_SIZE = 100;

interface Row {
  readonly key: string;
  readonly value: string;
}

/**
 * A Keyv store over Node's own SQLite, so that a bare machine needs no native build.
 *
 * Write-ahead log with `synchronous=FULL`: a write is on the disk when its promise resolves, and
 * survives the process's and the machine's sudden end (https://sqlite.org/pragma.html#pragma_synchronous).
 * Calls are synchronous inside; a read takes microseconds, a write as long as the disk's flush.
 */
export class SqliteAdapter extends EventEmitter implements KeyvStoreAdapter {
  /** Keyv asks for `dialect` to know that the store can be iterated. */
  readonly opts: Record<string, unknown>;
  namespace: string | undefined;
  readonly #database: DatabaseSync;
  readonly #statements: {
    readonly get: StatementSync;
    readonly set: StatementSync;
    readonly delete: StatementSync;
    readonly clear: StatementSync;
    readonly clearRange: StatementSync;
    readonly page: StatementSync;
    readonly sweep: StatementSync;
  };

  /**
   * Opens the file, and makes it when there is none; its folder must exist.
   *
   * @throws Error of `node:sqlite` (with `errcode`) when the file can't be opened or is no database
   */
  constructor(file: string) {
    super();
    this.opts = { dialect: 'sqlite', url: `sqlite://${file}` };
    this.#database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      this.#database.exec(
        'CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, expires INTEGER)',
      );
      const prepare = (sql: string) => this.#database.prepare(sql);
      this.#statements = {
        get: prepare('SELECT value FROM keyv WHERE key = ? AND (expires IS NULL OR expires > ?)'),
        set: prepare(
          'INSERT INTO keyv (key, value, expires) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires',
        ),
        delete: prepare('DELETE FROM keyv WHERE key = ?'),
        clear: prepare('DELETE FROM keyv'),
        clearRange: prepare('DELETE FROM keyv WHERE key >= ? AND key < ?'),
        page: prepare(
          'SELECT key, value FROM keyv WHERE key > ? AND key < ? AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?',
        ),
        sweep: prepare('DELETE FROM keyv WHERE expires <= ?'),
      };
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const row = this.#statements.get.get(key, Date.now()) as Row | undefined;
    return row?.value as StoredData<Value> | undefined;
  }

  async getMany<Value>(keys: string[]): Promise<StoredData<Value | undefined>[]> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  /** @param ttl - milliseconds until the entry is gone; none keeps it */
  async set(key: string, value: string, ttl?: number): Promise<void> {
    this.#statements.set.run(key, value, expiry(ttl));
  }

  async setMany(entries: { key: string; value: string; ttl?: number }[]): Promise<void> {
    this.#inTransaction(() => {
      for (const { key, value, ttl } of entries) this.#statements.set.run(key, value, expiry(ttl));
    });
  }

  async delete(key: string): Promise<boolean> {
    return this.#statements.delete.run(key).changes > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean> {
    return this.#inTransaction(() => {
      let deleted = 0;
      for (const key of keys) deleted += Number(this.#statements.delete.run(key).changes);
      return deleted > 0;
    });
  }

  /** Empties the namespace, or everything when there is none. */
  async clear(): Promise<void> {
    if (this.namespace === undefined) this.#statements.clear.run();
    else this.#statements.clearRange.run(...range(`${this.namespace}:`));
  }

  async has(key: string): Promise<boolean> {
    return this.#statements.get.get(key, Date.now()) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.has(key)));
  }

  /** The entries of a namespace by key, or all; what changes on the way may or may not be seen. */
  async *iterator<Value>(
    namespace?: string,
  ): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
    this.#statements.sweep.run(Date.now());
    for (const { key, value } of this.#rows(namespace === undefined ? '' : `${namespace}:`)) {
      yield [key, value];
    }
  }

  /** The keys that begin with `prefix`, in order. */
  keys(prefix: string): string[] {
    return Array.from(this.#rows(prefix), (row) => row.key);
  }

  async disconnect(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }

  *#rows(prefix: string): Generator<Row> {
    const [first, end] = range(prefix);
    let last = first;
    // Keys are never empty, so "after the prefix itself" leaves none out but one equal to it.
    for (;;) {
      const rows = this.#statements.page.all(last, end, Date.now(), PAGE_SIZE) as unknown as Row[];
      yield* rows;
      const tail = rows.at(-1);
      if (tail === undefined || rows.length < PAGE_SIZE) return;
      last = tail.key;
    }
  }

  #inTransaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** The bounds of the keys that begin with `prefix`, in SQLite's byte order. */
function range(prefix: string): [string, string] {
  return [prefix, `${prefix}\u{10ffff}`];
}

function expiry(ttl: number | undefined): number | null {
  return ttl === undefined ? null : Date.now() + ttl;
}
