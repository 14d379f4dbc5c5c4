import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStores, type Stores } from '../../src/stores/open-stores.ts';
import { newId, sqlitePlace } from './backends.ts';
import { type Way, wayTo } from './way.ts';

for (const [name, target = ''] of [
  ['Redis', process.env.TEST_REDIS_URL],
  ['PostgreSQL', process.env.TEST_POSTGRES_URL],
] as const) {
  describe.skipIf(target === '')(`an outage of ${name}`, () => {
    let way: Way;
    let stores: Stores;
    let scope: string;
    let warnings: string[];
    const logger = { warn: (_: object, text: string) => warnings.push(text), error: () => {} };
    const save = (ref: string) =>
      stores.favourites.add(scope, { ref, label: ref, userId: newId(), limit: 10 });
    const refs = async () => (await stores.favourites.list(scope)).map((one) => one.ref);

    beforeEach(async () => {
      way = await wayTo(target);
      scope = newId();
      warnings = [];
      stores = await openStores({ databaseUrl: way.url, logger, timeoutMs: 500 });
      await save('a/1');
    });
    afterEach(async () => {
      await stores.close();
      await way.close();
    });

    it('is told, survived and mended, when connections are cut', async () => {
      // Several connections wait in the pool, so that some are lost while nothing is asked of them.
      await Promise.all(Array.from({ length: 8 }, () => stores.settings.get(newId())));
      way.cut();
      await expect(save('a/2')).rejects.toMatchObject({ reason: 'down' });
      await expect(stores.settings.get(newId())).rejects.toMatchObject({ reason: 'down' });
      expect(await refs()).toEqual(['a/1']);
      expect(warnings).toContain('the store fails; the bot keeps trying');

      way.open();
      await vi.waitFor(() => save('a/3'), { timeout: 10_000 });
      expect(await refs()).toEqual(['a/1', 'a/3']);
    });

    it('is told in time when the server falls silent, and nothing lands late', async () => {
      way.hold();
      const outcomes = await Promise.allSettled([save('a/2'), save('a/3')]);
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { reason: 'down' } });
      }
      way.open();
      await vi.waitFor(() => save('a/4'), { timeout: 10_000 });
      await stores.close();
      stores = await openStores({ databaseUrl: target });
      const list = await stores.favourites.list(scope);
      expect(list.map((one) => one.ref)).toEqual(['a/1', 'a/4']);
    });
  });
}

it('is told when another program holds the SQLite file, and is over when it lets go', async () => {
  const place = sqlitePlace();
  const { favourites } = await place.open();
  const scope = newId();
  const save = (ref: string) =>
    favourites.add(scope, { ref, label: ref, userId: newId(), limit: 9 });
  await save('a/1');
  const { url } = place.backend().keyv.store.opts;
  const other = new DatabaseSync(url.replace('sqlite://', ''));
  other.exec('BEGIN IMMEDIATE');
  await expect(save('a/2')).rejects.toMatchObject({ reason: 'down' });
  expect(await favourites.list(scope)).toHaveLength(1);
  other.exec('ROLLBACK');
  other.close();
  expect(await save('a/3')).toMatchObject({ kind: 'added', count: 2 });
  expect(place.logged.filter(({ level }) => level === 'warn')).toHaveLength(1);
  await place.remove();
});
