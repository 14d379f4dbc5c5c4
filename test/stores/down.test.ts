import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyvOver } from '../../src/stores/backends/backend.ts';
import { openBackend, openStores, storesOver } from '../../src/stores/open-stores.ts';
import { StoreError } from '../../src/stores/store-error.ts';
import { newId } from './backends.ts';

async function refusal(databaseUrl: string): Promise<StoreError> {
  const error = await openStores({ databaseUrl }).catch((thrown: unknown) => thrown);
  if (!(error instanceof StoreError)) throw new Error(`expected a StoreError, not ${error}`);
  return error;
}

describe('a URL that cannot be used', () => {
  it.each([
    ['', 'must begin with'],
    ['mysql://user:s3cret@host/db', 'must begin with'],
    ['./data.sqlite', 'must begin with'],
    ['sqlite://', 'must name a file'],
    ['sqlite://folder/', 'must name a file'],
    ['redis://user:s3cret@', "isn't a whole URL"],
    ['postgres://user:s3cret@host:notaport/db', "isn't a whole URL"],
    ['redis://user:s3cret@host/name', 'database number'],
  ])('is refused in a sentence: %s', async (url, words) => {
    const error = await refusal(url);
    expect(error.reason).toBe('down');
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('s3cret');
  });
});

describe('a store that cannot be reached', () => {
  let silent: Server;
  let port: number;
  beforeAll(async () => {
    // It takes connections, and never says a word.
    silent = createServer((socket) => socket.on('error', () => {}).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    port = (silent.address() as AddressInfo).port;
  });
  afterAll(() => silent.close());

  it.each(['redis', 'postgres'])('is refused when nothing listens: %s', async (scheme) => {
    const error = await refusal(`${scheme}://user:s3cret@127.0.0.1:1/0`);
    expect(error).toMatchObject({ reason: 'down' });
    expect(error.message).toContain("127.0.0.1:1, can't be used: nothing listens there");
    expect(error.message).not.toContain('s3cret');
  });

  it.each(['redis', 'postgres'])('is refused when it stays silent: %s', async (scheme) => {
    const error = await refusal(`${scheme}://user:s3cret@127.0.0.1:${port}/0`);
    expect(error).toMatchObject({ reason: 'down' });
    expect(error.message).toContain("it doesn't answer");
    expect(error.message).not.toContain('s3cret');
  });

  it('is refused when the file is a folder, or no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'down-'));
    mkdirSync(join(folder, 'a-folder'));
    writeFileSync(join(folder, 'text'), 'This is a text and no database at all. '.repeat(40));
    expect((await refusal(`sqlite://${join(folder, 'a-folder')}`)).message).toContain('a folder');
    const text = await refusal(`sqlite://${join(folder, 'text')}`);
    expect(text.message).toContain('not an SQLite database');
    const below = await refusal(`sqlite://${join(folder, 'text', 'below', 'x.sqlite')}`);
    expect(below.message).toContain("folder can't be made");
    rmSync(folder, { recursive: true, force: true });
  });
});

/** A store whose answers wait, or fail, as the test says. */
class Unsteady extends Map<string, string> {
  readonly opts = {};
  hold: Promise<void> | undefined;
  failure: Error | undefined;

  async wait(): Promise<void> {
    await this.hold;
    if (this.failure) throw this.failure;
  }
}

function unsteady(timeoutMs: number) {
  const map = new Unsteady();
  const keyv = keyvOver({
    opts: {},
    get: async (key: string) => {
      await map.wait();
      return map.get(key);
    },
    set: async (key: string, value: string) => {
      await map.wait();
      map.set(key, value);
    },
    delete: async (key: string) => {
      await map.wait();
      return map.delete(key);
    },
    clear: async () => map.clear(),
  });
  const keysOf = async (prefix: string) =>
    Array.from(map.keys()).filter((key) => key.startsWith(prefix));
  const backend = { keyv, shared: false, keys: keysOf, close: async () => {} };
  const lines: string[] = [];
  const log = (_: object, message: string) => void lines.push(message);
  return {
    map,
    lines,
    stores: storesOver(backend, { timeoutMs, logger: { error: log, warn: log } }),
  };
}

describe('a store that fails while the bot runs', () => {
  const entry = (ref: string) => ({ ref, label: ref, userId: newId(), limit: 10 });

  it('says that it is down, without giving up what it remembers', async () => {
    const { map, lines, stores } = unsteady(1000);
    const [scope, other] = [newId(), newId()];
    await stores.favourites.add(scope, entry('a/1'));
    map.failure = new Error('gone');
    await expect(stores.favourites.add(scope, entry('a/2'))).rejects.toMatchObject({
      reason: 'down',
    });
    await expect(stores.favourites.list(other)).rejects.toMatchObject({ reason: 'down' });
    await expect(stores.settings.get(scope)).rejects.toMatchObject({ reason: 'down' });
    expect(await stores.favourites.list(scope)).toHaveLength(1);
    expect(lines.length).toBeLessThanOrEqual(1);

    map.failure = undefined;
    expect(await stores.favourites.add(scope, entry('a/2'))).toMatchObject({ count: 2 });
    expect(await stores.settings.get(scope)).toBeDefined();
  });

  it('gives up what takes too long, and goes on in order when it answers again', async () => {
    const { map, stores } = unsteady(40);
    const scope = newId();
    await stores.favourites.add(scope, entry('a/1'));
    const { promise, resolve } = Promise.withResolvers<void>();
    map.hold = promise;
    const late = ['a/2', 'a/3', 'a/4'].map((ref) => stores.favourites.add(scope, entry(ref)));
    const outcomes = await Promise.allSettled(late);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { reason: 'down' } });
    }
    map.hold = undefined;
    resolve();
    // What its members were told had failed hadn't begun to write: nothing of it arrives later.
    expect(await stores.favourites.add(scope, entry('a/5'))).toMatchObject({ count: 2 });
    const list = await stores.favourites.list(scope);
    expect(list.map((favourite) => favourite.ref)).toEqual(['a/1', 'a/5']);
  });

  it('closes although an operation hangs', async () => {
    const { map, stores } = unsteady(40);
    map.hold = new Promise(() => {});
    await expect(stores.settings.get(newId())).rejects.toMatchObject({ reason: 'down' });
    await stores.close();
    await expect(stores.settings.get(newId())).rejects.toMatchObject({ reason: 'down' });
  });
});

it('opens memory without loading a driver, and forgets it', async () => {
  const backend = await openBackend('memory:');
  expect(backend.shared).toBe(false);
  await backend.close();
});
