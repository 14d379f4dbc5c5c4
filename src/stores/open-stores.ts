import type { Backend } from './backends/backend.ts';
import { openMemory } from './backends/memory.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { withDeadline } from './deadline.ts';
import type { Favourites } from './favourites.ts';
import { KeyQueue } from './key-queue.ts';
import { KeyvFavourites } from './keyv-favourites.ts';
import { KeyvSettings } from './keyv-settings.ts';
import { MemberIndex } from './member-index.ts';
import { Quarantine } from './quarantine.ts';
import { Recent } from './recent.ts';
import { Records } from './records.ts';
import { createReporter, type StoreLogger } from './reporter.ts';
import type { SettingsStore } from './settings.ts';
import { Storage } from './storage.ts';

/** How long an operation may take, in milliseconds: Discord waits 3 s for the whole answer. */
const TIMEOUT_MS = 2500;
/** Scopes whose favourites are kept in memory: some 25 kB each when the list is long. */
const FAVOURITES_CACHED = 2000;
/** Scopes whose settings are kept in memory: less than 1 kB each. */
const SETTINGS_CACHED = 20_000;
/**
 * Milliseconds until memory is checked against a store that other processes share: a member's
 * deletion, asked for in one process, reaches every scope.
 */
const SHARED_MAX_AGE_MS = 60_000;

export interface StoresOptions {
  readonly logger?: StoreLogger;
  /** The present instant; the system's clock when left out. */
  readonly clock?: () => Date;
  /** Milliseconds that an operation may take; 2500 when left out. */
  readonly timeoutMs?: number;
}

export interface Stores {
  readonly favourites: Favourites;
  readonly settings: SettingsStore;
  /** Gives running operations their time to end, then lets go of the store; later ones fail. */
  close(): Promise<void>;
}

/**
 * Opens the stores that `databaseUrl` names (see `parseDatabaseUrl`). One process owns a scope's
 * data: its changes are put in order here, not in the store.
 *
 * @throws StoreError `down`, with a sentence to show, when the URL or the store can't be used
 */
export async function openStores(
  options: StoresOptions & { readonly databaseUrl: string },
): Promise<Stores> {
  return storesOver(await openBackend(options.databaseUrl), options);
}

/** The stores over a backend that is already open, which they close. */
export function storesOver(backend: Backend, options: StoresOptions): Stores {
  const { logger, clock = () => new Date(), timeoutMs = TIMEOUT_MS } = options;
  const reporter = createReporter(logger);
  backend.keyv.on('error', reporter.failure);
  if (backend.warning !== undefined) logger?.warn({}, backend.warning);

  const storage = new Storage(backend, timeoutMs, reporter.failure);
  const queue = new KeyQueue(timeoutMs);
  const quarantine = new Quarantine(storage, queue, clock);
  const records = new Records(storage, quarantine, reporter.damage);
  const maxAgeMs = backend.shared ? SHARED_MAX_AGE_MS : Number.POSITIVE_INFINITY;
  const settings = new KeyvSettings({
    records,
    queue,
    cache: new Recent(SETTINGS_CACHED, maxAgeMs),
  });
  const favourites = new KeyvFavourites({
    records,
    index: new MemberIndex(storage),
    quarantine,
    queue,
    cache: new Recent(FAVOURITES_CACHED, maxAgeMs),
    clock,
    timeoutMs,
    purgeSettings: (scope) => settings.purge(scope),
  });
  return {
    favourites,
    settings,
    close: async () => {
      try {
        await withDeadline(queue.idle(), timeoutMs);
      } catch {
        // What still runs would only have failed.
      }
      await storage.close();
    },
  };
}

/**
 * Opens the store itself. A driver is loaded only when it is used: those of the servers take longer
 * than all the rest.
 *
 * @throws StoreError `down`
 */
export async function openBackend(databaseUrl: string): Promise<Backend> {
  const target = parseDatabaseUrl(databaseUrl);
  switch (target.driver) {
    case 'memory':
      return openMemory();
    case 'sqlite':
      return (await import('./backends/sqlite.ts')).openSqlite(target.file);
    case 'redis':
      return (await import('./backends/redis.ts')).openRedis(target.url, target.place);
    case 'postgres':
      return (await import('./backends/postgres.ts')).openPostgres(target.url, target.place);
  }
}
