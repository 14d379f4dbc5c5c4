import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../src/stores/keys.ts';
import type { Stores } from '../../src/stores/open-stores.ts';
import { DEFAULT_SETTINGS } from '../../src/stores/settings.ts';
import { KINDS, newId, type Place } from './backends.ts';

for (const kind of KINDS) {
  describe.skipIf(kind.skip)(`stores over ${kind.name}`, () => {
    let place: Place;
    let stores: Stores;
    let scope: string;
    let ann: string;
    let bob: string;

    const save = (userId: string, ref: string, where = scope, limit = 200) =>
      stores.favourites.add(where, { ref, label: `Label of ${ref}`, userId, limit });
    const take = (userId: string, ref: string, manage = false) =>
      stores.favourites.remove(scope, { ref, userId, manage });
    const refs = async (where = scope) =>
      (await stores.favourites.list(where)).map((one) => one.ref);
    const everyText = async () => {
      const found = await place.backend().keys('soundtrack:');
      const texts = await Promise.all(found.map((key) => place.backend().keyv.get(key)));
      return found.map((key, i) => `${key} ${texts[i] ?? ''}`);
    };

    beforeEach(async () => {
      place = kind.create();
      stores = await place.open({ clock: () => new Date('2031-05-06T07:08:09Z') });
      [scope, ann, bob] = [newId(), newId(), newId()];
    });
    afterEach(() => place.remove());

    describe('favourites', () => {
      it('begin empty, and keep the order in which they were first saved', async () => {
        expect(await refs()).toEqual([]);
        await save(ann, 'drive-2011/nightcall');
        await save(bob, 'dune-2021/dream');
        await save(bob, 'drive-2011/nightcall');
        expect(await stores.favourites.list(scope)).toEqual([
          {
            ref: 'drive-2011/nightcall',
            label: 'Label of drive-2011/nightcall',
            savedBy: [
              { userId: ann, at: '2031-05-06T07:08:09.000Z' },
              { userId: bob, at: '2031-05-06T07:08:09.000Z' },
            ],
          },
          {
            ref: 'dune-2021/dream',
            label: 'Label of dune-2021/dream',
            savedBy: [{ userId: bob, at: '2031-05-06T07:08:09.000Z' }],
          },
        ]);
      });

      it('tell added from seconded, already there and full', async () => {
        expect(await save(ann, 'a/1', scope, 1)).toMatchObject({ kind: 'added', count: 1 });
        expect(await save(ann, 'a/1', scope, 1)).toMatchObject({ kind: 'already', count: 1 });
        expect(await save(bob, 'a/1', scope, 1)).toMatchObject({ kind: 'seconded', count: 1 });
        expect(await save(bob, 'a/2', scope, 1)).toEqual({ kind: 'full', limit: 1 });
        expect(await refs()).toEqual(['a/1']);
      });

      it('withdraw a save, and go with the last', async () => {
        await save(ann, 'a/1');
        await save(bob, 'a/1');
        const withdrawn = await take(ann, 'a/1');
        expect(withdrawn).toMatchObject({ kind: 'withdrawn', count: 1 });
        expect(withdrawn).toHaveProperty('favourite.savedBy', [
          { userId: bob, at: '2031-05-06T07:08:09.000Z' },
        ]);
        expect(await take(ann, 'a/1')).toMatchObject({ kind: 'not-yours' });
        expect(await take(bob, 'a/1')).toMatchObject({ kind: 'removed', count: 0 });
        expect(await take(bob, 'a/1')).toEqual({ kind: 'absent' });
      });

      it('let a manager remove whatever was saved', async () => {
        await save(ann, 'a/1');
        await save(bob, 'a/1');
        expect(await take(newId(), 'a/1', true)).toMatchObject({ kind: 'removed', count: 0 });
        expect(await refs()).toEqual([]);
        expect(await stores.favourites.exportMember(ann)).toEqual([]);
      });

      it('lose nothing when many are saved at once', async () => {
        const wanted = Array.from({ length: 40 }, (_, i) => `a/${i}`);
        const other = newId();
        await Promise.all(wanted.flatMap((ref) => [save(ann, ref), save(bob, ref, other)]));
        expect((await refs()).toSorted()).toEqual(wanted.toSorted());
        expect((await refs(other)).toSorted()).toEqual(wanted.toSorted());
      });

      it('keep the limit when many are saved at once', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, i) => save(ann, `a/${i}`, scope, 5)),
        );
        expect(outcomes.filter((outcome) => outcome.kind === 'added')).toHaveLength(5);
        expect(await refs()).toHaveLength(5);
      });
    });

    describe('settings', () => {
      it('are the defaults at first', async () => {
        expect(await stores.settings.get(scope)).toEqual(DEFAULT_SETTINGS);
      });

      it('keep what was set, and go back key by key or whole', async () => {
        await stores.settings.set(scope, { count: 7, replies: 'private' });
        await stores.settings.set(scope, { count: 8 });
        stores = await place.open();
        expect(await stores.settings.get(scope)).toEqual({
          ...DEFAULT_SETTINGS,
          count: 8,
          replies: 'private',
        });
        expect((await stores.settings.reset(scope, 'count')).count).toBe(DEFAULT_SETTINGS.count);
        expect((await stores.settings.get(scope)).replies).toBe('private');
        expect(await stores.settings.reset(scope)).toEqual(DEFAULT_SETTINGS);
        expect(await place.backend().keyv.get(keys.record('settings', scope))).toBeUndefined();
      });

      it('refuse a value that is out of bounds, and keep the old', async () => {
        await stores.settings.set(scope, { count: 7 });
        await expect(stores.settings.set(scope, { count: 99 })).rejects.toThrow();
        expect((await stores.settings.get(scope)).count).toBe(7);
      });

      it('lose nothing when several are set at once', async () => {
        await Promise.all([
          stores.settings.set(scope, { count: 4 }),
          stores.settings.set(scope, { spoilers: 'show' }),
          stores.settings.set(scope, { region: 'de' }),
        ]);
        stores = await place.open();
        expect(await stores.settings.get(scope)).toMatchObject({
          count: 4,
          spoilers: 'show',
          region: 'de',
        });
      });
    });

    describe('members', () => {
      it('export what is theirs from every scope, and nobody else with it', async () => {
        const other = newId();
        await save(ann, 'a/1');
        await save(bob, 'a/1');
        await save(bob, 'a/2');
        await save(ann, 'a/3', other);
        stores = await place.open();
        const exported = await stores.favourites.exportMember(ann);
        expect(
          new Map(exported.map((one) => [one.scope, one.favourites.map((f) => f.ref)])),
        ).toEqual(
          new Map([
            [scope, ['a/1']],
            [other, ['a/3']],
          ]),
        );
        expect(JSON.stringify(exported)).not.toContain(bob);
        expect(await stores.favourites.exportMember(newId())).toEqual([]);
      });

      it('delete what is theirs everywhere, and nothing of anybody else', async () => {
        const [other, direct] = [newId(), `dm-${ann}`];
        await save(ann, 'a/1');
        await save(bob, 'a/1');
        await save(ann, 'a/2', other);
        await save(ann, 'a/3', direct);
        await stores.settings.set(direct, { count: 9 });
        await stores.settings.set(other, { count: 9 });
        expect(await stores.favourites.deleteMember(ann)).toBe(3);

        expect((await everyText()).filter((text) => text.includes(ann))).toEqual([]);
        expect(await refs()).toEqual(['a/1']);
        expect(await refs(other)).toEqual([]);
        expect(await stores.settings.get(direct)).toEqual(DEFAULT_SETTINGS);
        expect((await stores.settings.get(other)).count).toBe(9);
        expect(await stores.favourites.deleteMember(ann)).toBe(0);
      });

      it('are found again after a crash between their index entry and the favourite', async () => {
        await place.backend().keyv.set(keys.membership(ann, scope), '{"v":1}');
        expect(await stores.favourites.exportMember(ann)).toEqual([]);
        expect(await place.backend().keyv.get(keys.membership(ann, scope))).toBeUndefined();
      });
    });

    it('purges a scope with its copies and its members, and no other', async () => {
      const other = newId();
      await save(ann, 'a/1');
      await save(ann, 'a/1', other);
      await stores.settings.set(scope, { count: 9 });
      const { keyv } = place.backend();
      await keyv.set(keys.quarantined('favourites', scope, 'x'), 'old');
      await keyv.set(keys.quarantined('settings', scope, 'x'), 'old');
      await stores.favourites.purge(scope);
      await stores.settings.purge(scope);
      expect((await everyText()).filter((text) => text.includes(scope))).toEqual([]);
      expect(await refs()).toEqual([]);
      expect(await refs(other)).toEqual(['a/1']);
    });

    const wholly = { v: 1, favourites: [{ ref: 'a/1', label: 'A', savedBy: [] }] };
    for (const [what, reason, name, text] of [
      ['text that is no JSON', 'damaged', 'favourites', '{"v":1,"favourites":[{"re'],
      ['an empty text', 'damaged', 'favourites', ''],
      ['a value without a version', 'damaged', 'favourites', '{"favourites":[]}'],
      ['an entry nobody saved', 'damaged', 'favourites', JSON.stringify(wholly)],
      ['a newer version', 'newer', 'favourites', '{"v":2,"lists":[]}'],
      ['a setting out of bounds', 'damaged', 'settings', '{"v":1,"settings":{"count":99}}'],
      ['settings of a newer version', 'newer', 'settings', '{"v":3}'],
    ] as const) {
      it(`leaves ${what} as it is, keeps one copy and says so once`, async () => {
        const key = keys.record(name, scope);
        await place.backend().keyv.set(key, text);
        const attempts =
          name === 'favourites'
            ? [() => refs(), () => save(ann, 'a/9'), () => take(ann, 'a/1', true)]
            : [
                () => stores.settings.get(scope),
                () => stores.settings.set(scope, { count: 4 }),
                () => stores.settings.reset(scope),
              ];
        for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ reason });

        expect(await place.backend().keyv.get(key)).toBe(text);
        const copies = await place.backend().keys(keys.quarantinedOf(name, scope));
        expect(copies).toHaveLength(1);
        const copy = await place.backend().keyv.get(copies[0] ?? '');
        expect(JSON.parse(copy ?? '')).toMatchObject({ v: 1, text });
        const errors = place.logged.filter((line) => line.level === 'error');
        expect(errors).toHaveLength(1);
        expect(errors[0]?.details).toMatchObject({ damage: { name, scope, problem: reason } });

        await stores.favourites.purge(scope);
        await stores.settings.purge(scope);
        expect((await everyText()).filter((line) => line.includes(scope))).toEqual([]);
      });
    }

    it('takes a deleted member out of a value it cannot read, and its copy, and nothing more', async () => {
      const key = keys.record('favourites', scope);
      await save(ann, 'a/1');
      const text = `{"v":2,"lists":[{"by":["${ann}","${bob}"],"n":"1${ann}"}]}`;
      await place.backend().keyv.set(key, text);
      stores = await place.open();
      await expect(stores.favourites.exportMember(ann)).rejects.toMatchObject({ reason: 'newer' });
      await stores.favourites.deleteMember(ann);
      expect(await place.backend().keyv.get(key)).toBe(text.replace(`"${ann}"`, '"deleted"'));
      const copies = await place.backend().keys(keys.quarantinedOf('favourites', scope));
      const kept = await Promise.all(copies.map((copy) => place.backend().keyv.get(copy)));
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.join()).not.toContain(`"${ann}\\"`);
      expect(await stores.favourites.exportMember(ann)).toEqual([]);
    });

    it('reads a value that was mended', async () => {
      const key = keys.record('favourites', scope);
      await place.backend().keyv.set(key, 'broken');
      await expect(refs()).rejects.toMatchObject({ reason: 'damaged' });
      await place.backend().keyv.set(key, '{"v":1,"favourites":[]}');
      expect(await refs()).toEqual([]);
    });

    it('keeps what a later version added to an entry', async () => {
      const entry = `{"ref":"a/1","label":"A","savedBy":[{"userId":"${bob}","at":"2031-01-01T00:00:00Z"}],"note":"hm"}`;
      const key = keys.record('favourites', scope);
      await place.backend().keyv.set(key, `{"v":1,"favourites":[${entry}]}`);
      await save(ann, 'a/1');
      expect(await place.backend().keyv.get(key)).toContain('"note":"hm"');
    });

    it('answers from memory after the first read, and changes what is stored', async () => {
      await save(ann, 'a/1');
      await refs();
      const stored = `{"v":1,"favourites":[]}`;
      await place.backend().keyv.set(keys.record('favourites', scope), stored);
      expect(await refs()).toEqual(['a/1']);
      await save(ann, 'a/2');
      expect(await refs()).toEqual(['a/2']);
    });

    it('opens again with everything in its place', async () => {
      await save(ann, 'a/1');
      await stores.settings.set(scope, { services: ['tidal'] });
      stores = await place.open();
      expect(await refs()).toEqual(['a/1']);
      expect((await stores.settings.get(scope)).services).toEqual(['tidal']);
    });

    it('fails when it is closed', async () => {
      await stores.close();
      await expect(save(ann, 'a/1')).rejects.toMatchObject({ reason: 'down' });
    });
  });
}
