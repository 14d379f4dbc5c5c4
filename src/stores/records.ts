import { z } from 'zod';
import { keys, type RecordName } from './keys.ts';
import { type Quarantine, withoutMember } from './quarantine.ts';
import type { Storage } from './storage.ts';
import { unreadable } from './store-error.ts';

/** The version of the stored values' shape that this code reads and writes. */
const VERSION = 1;
const envelope = z.looseObject({ v: z.int().min(1) });

/** What was found wrong with a stored value. */
export interface DamageReport {
  readonly name: RecordName;
  readonly scope: string;
  readonly problem: 'damaged' | 'newer';
  /** Where it is wrong; paths and kinds only, no value. */
  readonly reason: string;
  /** The key under which a copy is kept. */
  readonly keptAs: string;
}

/** How one sort of record is read from what was stored; `decode` gives the value or what is wrong. */
export interface RecordKind<T> {
  readonly name: RecordName;
  decode(body: Readonly<Record<string, unknown>>): { value: T } | { reason: string };
}

/**
 * Versioned, validated values by scope. The caller sees to it that one scope's record is worked on
 * by one operation at a time.
 *
 * A value that is damaged, or of a newer version, stays where it is and is never written to: a copy
 * is kept aside, it is reported, and the operation fails. The one exception is `anonymise`.
 */
export class Records {
  readonly #storage: Storage;
  readonly #quarantine: Quarantine;
  readonly #report: (report: DamageReport) => void;

  constructor(storage: Storage, quarantine: Quarantine, report: (report: DamageReport) => void) {
    this.#storage = storage;
    this.#quarantine = quarantine;
    this.#report = report;
  }

  /** @throws StoreError */
  async read<T>(kind: RecordKind<T>, scope: string): Promise<T | undefined> {
    const text = await this.#storage.read(keys.record(kind.name, scope));
    if (text === undefined) return undefined;
    const body = envelope.safeParse(parsed(text));
    if (!body.success) return this.#refuse(kind, scope, text, 'damaged', 'not a versioned value');
    if (body.data.v > VERSION) {
      const reason = `version ${body.data.v}; this bot knows ${VERSION}`;
      return this.#refuse(kind, scope, text, 'newer', reason);
    }
    const decoded = kind.decode(body.data);
    if ('value' in decoded) return decoded.value;
    return this.#refuse(kind, scope, text, 'damaged', decoded.reason);
  }

  /** Only for a scope that was read before, so that nothing unreadable is overwritten. */
  async write<T>(kind: RecordKind<T>, scope: string, value: T): Promise<void> {
    const text = JSON.stringify({ v: VERSION, ...value });
    await this.#storage.write(keys.record(kind.name, scope), text);
  }

  async remove(name: RecordName, scope: string): Promise<void> {
    await this.#storage.remove(keys.record(name, scope));
  }

  /** Removes the record, whatever state it is in, and what was kept aside of it. */
  async purge(name: RecordName, scope: string): Promise<void> {
    await this.remove(name, scope);
    await this.#quarantine.purge(name, scope);
  }

  /**
   * Takes a member's id out of a value that can't be read: a deletion that was asked for mustn't
   * wait for an update or a repair. Everything else in it stays as it was.
   */
  async anonymise(name: RecordName, scope: string, userId: string): Promise<void> {
    const key = keys.record(name, scope);
    const text = await this.#storage.read(key);
    if (text === undefined) return;
    const changed = withoutMember(text, userId);
    if (changed !== text) await this.#storage.write(key, changed);
  }

  async #refuse(
    kind: { readonly name: RecordName },
    scope: string,
    text: string,
    problem: 'damaged' | 'newer',
    reason: string,
  ): Promise<never> {
    const keptAs = await this.#quarantine.keep(kind.name, scope, text, reason);
    this.#report({ name: kind.name, scope, problem, reason, keptAs });
    throw unreadable(problem);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
