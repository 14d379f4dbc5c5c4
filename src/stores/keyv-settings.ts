import type { KeyQueue } from './key-queue.ts';
import type { Recent } from './recent.ts';
import type { Records } from './records.ts';
import {
  DEFAULT_SETTINGS,
  type GuildSettings,
  type SettingsStore,
  settingsSchema,
} from './settings.ts';
import { type SettingsRecord, settingsKind, withDefaults } from './settings-record.ts';

interface Parts {
  readonly records: Records;
  readonly queue: KeyQueue;
  readonly cache: Recent<GuildSettings>;
}

/** Settings, one record a scope; they come from memory after the first read. */
export class KeyvSettings implements SettingsStore {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async get(scope: string): Promise<GuildSettings> {
    return (
      this.#parts.cache.get(scope) ??
      this.#alone(scope, async () => this.#cached(scope, await this.#read(scope)))
    );
  }

  set(scope: string, change: Partial<GuildSettings>): Promise<GuildSettings> {
    return this.#alone(scope, async (signal) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const stored = await this.#read(scope);
      settingsSchema.parse({ ...withDefaults(stored), ...Object.fromEntries(given) });
      return this.#write(scope, { ...stored, ...Object.fromEntries(given) }, signal);
    });
  }

  reset(scope: string, key?: keyof GuildSettings): Promise<GuildSettings> {
    return this.#alone(scope, async (signal) => {
      const stored = await this.#read(scope);
      const left = Object.entries(stored).filter(([name]) => key !== undefined && name !== key);
      return this.#write(scope, Object.fromEntries(left), signal);
    });
  }

  purge(scope: string): Promise<void> {
    return this.#alone(scope, async () => {
      try {
        await this.#parts.records.purge('settings', scope);
      } finally {
        this.#parts.cache.delete(scope);
      }
    });
  }

  #alone<T>(scope: string, operation: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.#parts.queue.run(`settings:${scope}`, operation);
  }

  async #read(scope: string): Promise<SettingsRecord['settings']> {
    return (await this.#parts.records.read(settingsKind, scope))?.settings ?? {};
  }

  async #write(
    scope: string,
    settings: SettingsRecord['settings'],
    signal: AbortSignal,
  ): Promise<GuildSettings> {
    // Its caller has already been told that it failed.
    signal.throwIfAborted();
    const { records, cache } = this.#parts;
    try {
      if (Object.keys(settings).length === 0) await records.remove('settings', scope);
      else await records.write(settingsKind, scope, { settings });
      return this.#cached(scope, settings);
    } catch (error) {
      // Whether it was written isn't known: the next reader must look.
      cache.delete(scope);
      throw error;
    }
  }

  #cached(scope: string, stored: SettingsRecord['settings']): GuildSettings {
    const settings = Object.keys(stored).length === 0 ? DEFAULT_SETTINGS : frozen(stored);
    this.#parts.cache.set(scope, settings);
    return settings;
  }
}

function frozen(stored: SettingsRecord['settings']): GuildSettings {
  const settings = withDefaults(stored);
  Object.freeze(settings.services);
  Object.freeze(settings.channels);
  return Object.freeze(settings);
}
