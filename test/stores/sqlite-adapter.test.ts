import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import { Keyv } from 'keyv';
import * as vitest from 'vitest';
import { SqliteAdapter } from '../../src/stores/sqlite-adapter.ts';

const { afterAll, describe, expect, it } = vitest;

describe("Keyv's own suite", () => {
  const folder = mkdtempSync(join(tmpdir(), 'adapter-'));
  const opened: SqliteAdapter[] = [];
  // A namespace belongs to an adapter, so the suite gets a new one over the same file each time.
  const open = () => {
    const adapter = new SqliteAdapter(join(folder, 'keyv.sqlite'));
    opened.push(adapter);
    return adapter;
  };
  keyvTestSuite(vitest, Keyv, open);
  keyvIteratorTests(vitest, Keyv, open);
  afterAll(async () => {
    for (const adapter of opened) await adapter.disconnect();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('SqliteAdapter', () => {
  it('iterates over more than one page, one namespace at a time', async () => {
    const adapter = new SqliteAdapter(':memory:');
    const wanted = Array.from({ length: 250 }, (_, i) => `a:${i}`);
    await adapter.setMany(wanted.map((key) => ({ key, value: key })));
    await adapter.set('b:1', 'x');
    const seen: unknown[] = [];
    for await (const [key] of adapter.iterator('a')) seen.push(key);
    expect(seen).toEqual(wanted.toSorted());
  });

  it('finds many, says which are there, and deletes many', async () => {
    const adapter = new SqliteAdapter(':memory:');
    await adapter.setMany([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ]);
    expect(await adapter.getMany(['b', 'c', 'a'])).toEqual(['2', undefined, '1']);
    expect(await adapter.hasMany(['b', 'c'])).toEqual([true, false]);
    expect(await adapter.deleteMany(['a', 'c'])).toBe(true);
    expect(await adapter.deleteMany(['a', 'c'])).toBe(false);
    expect(await adapter.has('b')).toBe(true);
  });

  it('writes all of many or none', async () => {
    const adapter = new SqliteAdapter(':memory:');
    const unfit = { key: 'b', value: null as unknown as string };
    await expect(adapter.setMany([{ key: 'a', value: '1' }, unfit])).rejects.toThrow();
    expect(await adapter.has('a')).toBe(false);
  });
});
