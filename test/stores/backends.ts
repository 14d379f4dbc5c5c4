import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from '../../src/stores/backends/backend.ts';
import { openBackend, type Stores, storesOver } from '../../src/stores/open-stores.ts';

/** Each test has scopes and members of its own, so that a shared server needs no emptying. */
export const newId = (): string =>
  String(10n ** 17n + BigInt(`0x${randomBytes(6).toString('hex')}`));

export interface Logged {
  readonly level: 'error' | 'warn';
  readonly details: object;
  readonly message: string;
}

/** One store that is opened, closed and opened again, as a bot does over its restarts. */
export interface Place {
  readonly logged: Logged[];
  open(options?: { timeoutMs?: number; clock?: () => Date }): Promise<Stores>;
  /** The store beneath, to put and find texts in as they are; of the stores opened last. */
  backend(): Backend;
  remove(): Promise<void>;
}

export interface Kind {
  readonly name: string;
  readonly skip: boolean;
  create(): Place;
}

/** Every backend that this machine can test; the servers' where a URL of one is set. */
export const KINDS: readonly Kind[] = [
  { name: 'memory', skip: false, create: memoryPlace },
  { name: 'SQLite', skip: false, create: sqlitePlace },
  server('Redis', process.env.TEST_REDIS_URL),
  server('PostgreSQL', process.env.TEST_POSTGRES_URL),
];

function server(name: string, url: string | undefined): Kind {
  return { name, skip: !url, create: () => place(() => openBackend(url ?? '')) };
}

function memoryPlace(): Place {
  // Memory doesn't outlive a process, but the stores over it are made anew all the same.
  let kept: Backend | undefined;
  return place(async () => {
    kept ??= await openBackend('memory:');
    return kept;
  });
}

export function sqlitePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'stores-'));
  const url = `sqlite://${join(folder, 'new', 'bot.sqlite')}`;
  return place(
    () => openBackend(url),
    () => rmSync(folder, { recursive: true, force: true }),
  );
}

/** @param remove - what is left to do when all are closed */
export function place(open: () => Promise<Backend>, remove = () => {}): Place {
  const logged: Logged[] = [];
  const log = (level: Logged['level']) => (details: object, message: string) =>
    void logged.push({ level, details, message });
  let opened: { backend: Backend; stores: Stores } | undefined;
  return {
    logged,
    async open(options = {}) {
      await opened?.stores.close();
      const backend = await open();
      const logger = { error: log('error'), warn: log('warn') };
      opened = { backend, stores: storesOver(backend, { logger, ...options }) };
      return opened.stores;
    },
    backend() {
      if (opened === undefined) throw new Error('open the stores first');
      return opened.backend;
    },
    async remove() {
      await opened?.stores.close();
      remove();
    },
  };
}
