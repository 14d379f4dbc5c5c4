import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { openBackend, storesOver } from '../../src/stores/open-stores.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { englishWorld } from '../support/english.ts';
import { forger } from '../support/forger.ts';
import { control, controlsOf, idOf, textOf } from '../support/parts.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({
    extraCommands: [forger],
    sandbox: { world: englishWorld },
  });
});
afterEach(() => bot.close());

type Who = Parameters<TestBot['as']>[0];
type Where = Parameters<TestBot['as']>[1];

const add = (who: Who, song: string, where?: Where) =>
  bot.as(who, where).run('favorites', { song }, { subcommand: 'add' });
const remove = (who: Who, song: string, where?: Where) =>
  bot.as(who, where).run('favorites', { song }, { subcommand: 'remove' });
const list = (who: Who, where?: Where) =>
  bot.as(who, where).run('favorites', {}, { subcommand: 'list' });
const set = (option: string, value: string | number) =>
  bot.as('mara').run('settings', { [option]: value }, { subcommand: 'set' });

/** The bytes of the one file that goes with an answer, as JSON. */
async function fileOf(answer: Exchange, name: string): Promise<unknown> {
  const [file] = answer.message?.attachments ?? [];
  expect(file?.filename).toBe(name);
  return JSON.parse(Buffer.from(await bot.as('theo').download(file?.url ?? '')).toString());
}

const NIGHTCALL = 'drive-2011/nightcall';

describe('/favorites add', () => {
  it('saves a track by the value of a suggestion, and tells the member alone', async () => {
    const answer = await add('theo', NIGHTCALL);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toMatch(
      /^Saved \*\*Nightcall — Kavinsky.*\*\* from Drive \(2011\)\. It is safe: 1 of 200\.$/,
    );
    expect(textOf(await list('juno'))).toContain(`<@${USERS.theo}>`);
  });

  it('takes a typed name too', async () => {
    await add('theo', 'nightcall');
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toMatchObject([{ ref: NIGHTCALL }]);
  });

  it('says so when one adds twice, and adds the name of another', async () => {
    await add('theo', NIGHTCALL);
    expect(textOf(await add('theo', NIGHTCALL))).toMatch(/^You saved \*\*Nightcall.* already/);
    expect(textOf(await add('juno', NIGHTCALL))).toContain('your name is on it now too');
    const [favourite] = await bot.stores.favourites.list(GUILDS.neonNights);
    expect(favourite?.savedBy.map(({ userId }) => userId)).toEqual([USERS.theo, USERS.juno]);
  });

  it('asks back for a guess, rather than save it', async () => {
    const answer = await add('theo', 'nightcal');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain('Which “nightcal” do you mean?');
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toEqual([]);
    const [menu] = controlsOf(answer);
    expect(menu?.values).toContain(NIGHTCALL);
    await bot.as('theo').select(idOf(answer), menu?.customId ?? '', [NIGHTCALL]);
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toHaveLength(1);
  });

  it('says what is not in the catalog, and shows markdown and mentions as written', async () => {
    const answer = await add('theo', '**@everyone** <@1100000000000000001> [x](http://y) `q`');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain(
      '“\\*\\*@\u200Beveryone\\*\\* \\<@\u200B1100000000000000001> \\[x\\](http:\u200B//y) \\`q\\`”',
    );
    expect(answer.message?.mention_everyone).toBe(false);
    expect(answer.message?.mentions).toEqual([]);
  });

  it('stops at the limit that the server sets', async () => {
    await set('favourites_limit', 1);
    await add('theo', NIGHTCALL);
    const full = await add('juno', 'drive-2011/a-real-hero');
    expect(full.ephemeral).toBe(true);
    expect(textOf(full)).toMatch(/^The list is full \(1 at most\).*<\/settings set:\d+>/);
    expect(textOf(await add('juno', NIGHTCALL))).toContain('your name is on it');
  });

  it('suggests tracks from the first letter, each with its title', async () => {
    const where = { subcommand: 'add' };
    const offered = await bot.as('theo').autocomplete('favorites', {}, 'song', 'nightc', where);
    expect(offered[0]?.value).toBe(NIGHTCALL);
    expect(offered[0]?.name).toContain('· Drive (2011)');
    const unasked = await bot.as('theo').autocomplete('favorites', {}, 'song', '', where);
    expect(unasked).toHaveLength(25);
  });

  it('keeps the lists of servers and of direct messages apart', async () => {
    await add('theo', NIGHTCALL);
    expect(textOf(await list('theo', 'readingRoom'))).toContain('Nothing is saved yet');
    await add('theo', 'drive-2011/a-real-hero', 'dm');
    const own = textOf(await list('theo', 'dm'));
    expect(own).toContain('Your favourites');
    expect(own).toContain('A Real Hero');
    expect(own).not.toContain('Nightcall');
  });
});

describe('the save buttons', () => {
  it('work for everybody on anybody’s card, and tell only who saved', async () => {
    const card = await bot.as('theo').runLine('/soundtrack Drive');
    const save = controlsOf(card).find(({ customId }) => customId.startsWith('favorites.save.'));
    const answer = await bot.as('juno').click(idOf(card), save?.customId ?? '');
    expect(answer).toMatchObject({ ephemeral: true, updated: false });
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toMatchObject([
      { savedBy: [{ userId: USERS.juno }] },
    ]);
  });

  it('save from the menu of a track list', async () => {
    const card = await bot.as('theo').runLine('/soundtrack Drive view:tracks');
    const menu = control(card, 'Save a track…');
    await bot.as('juno').select(idOf(card), menu.customId, [menu.values[0] ?? '']);
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toMatchObject([
      { ref: menu.values[0] },
    ]);
  });

  it.each([
    'favorites.save.gone-1999/track',
    'favorites.save',
    'favorites.page',
    'favorites.explode',
    'nobody.knows',
    'favorites',
    'favorites.save.<@1>',
    'about.click',
  ])('say how to get a fresh card when they are forged or old: %s', async (id) => {
    const forged = await bot.as('theo').run('forge', { id });
    const answer = await bot.as('juno').click(idOf(forged), id);
    if (id === 'favorites.page') return expect(textOf(answer)).toContain('Nothing is saved yet');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain('This button is from an older version of me');
  });
});

describe('/favorites remove', () => {
  it('takes off what only oneself saved', async () => {
    await add('theo', NIGHTCALL);
    const answer = await remove('theo', NIGHTCALL);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toMatch(/^Removed \*\*Nightcall/);
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toEqual([]);
  });

  it('takes one’s own name off what others saved too', async () => {
    await add('theo', NIGHTCALL);
    await add('juno', NIGHTCALL);
    expect(textOf(await remove('theo', 'nightcall'))).toMatch(/^Took your name off \*\*Nightcall/);
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toMatchObject([
      { savedBy: [{ userId: USERS.juno }] },
    ]);
  });

  it("refuses what is another member's, unless one may Manage Server", async () => {
    await add('theo', NIGHTCALL);
    expect(textOf(await remove('juno', NIGHTCALL))).toMatch(
      /^\*\*Nightcall.*\*\* was saved by somebody else/,
    );
    await add('juno', NIGHTCALL);
    expect(textOf(await remove('mara', NIGHTCALL))).toMatch(/^Removed/);
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toEqual([]);
  });

  it.each(['Under Your Spell', 'zzz', '</privacy delete:1>', '`q`'])(
    'says that %s is not on the list',
    async (song) => {
      await add('theo', NIGHTCALL);
      const answer = await remove('theo', song);
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer)).toMatch(
        /is not on the list\. <\/favorites list:\d+> shows what is\.$/,
      );
      expect(textOf(answer)).not.toContain('“</');
      expect(textOf(answer)).not.toContain('“`');
    },
  );

  it('suggests what is on the list here, by any part of the name', async () => {
    await add('theo', NIGHTCALL);
    const where = { subcommand: 'remove' };
    const ask = (typed: string, channel?: Where) =>
      bot.as('juno', channel).autocomplete('favorites', {}, 'song', typed, where);
    expect((await ask('')).map(({ value }) => value)).toEqual([NIGHTCALL]);
    expect((await ask('CALL')).map(({ value }) => value)).toEqual([NIGHTCALL]);
    expect(await ask('hero')).toEqual([]);
    expect(await ask('', 'readingRoom')).toEqual([]);
  });
});

describe('/favorites list, top and export', () => {
  /** Saves the first so many tracks of the catalog for Theo. */
  async function fill(count: number): Promise<string[]> {
    const entries = bot.catalog.titles.flatMap((title) => bot.catalog.tracksOf(title));
    const refs = entries.slice(0, count).map(({ ref }) => ref);
    for (const ref of refs) {
      await bot.stores.favourites.add(GUILDS.neonNights, {
        ref,
        label: ref,
        userId: USERS.theo,
        limit: 200,
      });
    }
    return refs;
  }

  it('says how to begin when nothing is saved', async () => {
    const answer = await list('theo');
    expect(answer.ephemeral).toBe(false);
    expect(textOf(answer)).toMatch(/Nothing is saved yet.*<\/favorites add:\d+>/);
  });

  it('pages the list for who asked, and gives others a copy of their own', async () => {
    await fill(25);
    const first = await list('theo');
    expect(textOf(first)).toContain('1\\. ');
    expect(textOf(first)).toContain('25 of 200 saved');
    expect(control(first, 'First').disabled).toBe(true);
    const last = await bot.as('theo').click(idOf(first), control(first, 'Last').customId);
    expect(last.updated).toBe(true);
    expect(textOf(last)).toContain('25\\. ');
    const copy = await bot.as('juno').click(idOf(first), control(last, 'Previous').customId);
    expect(copy).toMatchObject({ updated: false, ephemeral: true });
    expect(textOf(copy)).toContain('11\\. ');
  });

  it('stays in range when the list has shrunk', async () => {
    const refs = await fill(11);
    const first = await list('theo');
    const { customId } = control(first, 'Last');
    for (const ref of refs.slice(1)) await remove('theo', ref);
    const now = await bot.as('theo').click(idOf(first), customId);
    expect(textOf(now)).toContain('1 of 200 saved');
  });

  it('opens a card from the list, for who chose alone', async () => {
    await add('theo', NIGHTCALL);
    const shown = await list('theo');
    const menu = control(shown, 'Open a soundtrack…');
    const card = await bot.as('theo').select(idOf(shown), menu.customId, ['drive-2011']);
    expect(card).toMatchObject({ ephemeral: true, updated: false });
    expect(textOf(card)).toContain('# Drive (2011)');
  });

  it('keeps the label of a track that the catalog has no longer', async () => {
    const label = '**Gone** @everyone';
    await bot.stores.favourites.add(GUILDS.neonNights, {
      ref: 'gone-1999/track',
      label,
      userId: USERS.theo,
      limit: 200,
    });
    expect(textOf(await list('theo'))).toContain(
      '\\*\\*Gone\\*\\* @\u200Beveryone (no longer in the catalog)',
    );
    expect(textOf(await remove('theo', label))).toMatch(/^Removed/);
  });

  it('puts the most saved first in top', async () => {
    await add('theo', 'drive-2011/a-real-hero');
    await add('theo', NIGHTCALL);
    await add('juno', NIGHTCALL);
    const top = textOf(await bot.as('mara').run('favorites', {}, { subcommand: 'top' }));
    expect(top).toContain('Most loved here');
    expect(top.indexOf('Nightcall')).toBeLessThan(top.indexOf('A Real Hero'));
    const plain = textOf(await list('mara'));
    expect(plain.indexOf('Nightcall')).toBeGreaterThan(plain.indexOf('A Real Hero'));
  });

  it('answers the asker alone with private:true', async () => {
    for (const subcommand of ['list', 'top']) {
      const answer = await bot.as('theo').run('favorites', { private: true }, { subcommand });
      expect(answer.ephemeral).toBe(true);
    }
  });

  it('exports the whole list as a file, to the asker alone', async () => {
    const refs = await fill(12);
    const answer = await bot.as('theo').run('favorites', {}, { subcommand: 'export' });
    expect(answer.ephemeral).toBe(true);
    const file = await fileOf(answer, 'favourites.json');
    expect(file).toMatchObject({
      format: 'soundtrack-bot favourites',
      version: 1,
      favourites: refs.map((ref) => ({ ref, savedBy: [{ userId: USERS.theo }] })),
    });
  });
});

describe('storage that fails', () => {
  it.each([
    ['{"v":1,"favourites":[{"re', 'is damaged. I have set it aside'],
    ['{"v":99,"lists":[]}', 'was written by a newer version of me'],
  ])('is told in a sentence: %s', async (stored, words) => {
    const backend = await openBackend('memory:');
    await backend.keyv.set(`soundtrack:favourites:${GUILDS.neonNights}`, stored);
    const broken = await startTestBot({ stores: storesOver(backend, {}) });
    try {
      const theo = broken.as('theo');
      const answer = await theo.run('favorites', { song: NIGHTCALL }, { subcommand: 'add' });
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer)).toContain(words);
      expect(textOf(await theo.runLine('/recommend'))).toContain('from the best of the catalog');
      expect(textOf(await theo.runLine('/artist Kavinsky'))).toContain('# Kavinsky');
    } finally {
      await broken.close();
    }
  });

  it('is told when it is away, and cards are answered all the same', async () => {
    await bot.stores.close();
    const answer = await add('theo', NIGHTCALL);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain("I can't reach my storage right now");
    expect(textOf(await bot.as('theo').runLine('/soundtrack Drive'))).toContain('# Drive (2011)');
  });
});
