import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { englishWorld } from '../support/english.ts';
import { forger } from '../support/forger.ts';
import { control, controlsOf, idOf, textOf } from '../support/parts.ts';

let bot: TestBot;
let now = new Date('2026-03-01T12:00:00Z');
beforeAll(async () => {
  bot = await startTestBot({
    extraCommands: [forger],
    sandbox: { world: englishWorld },
    clock: () => now,
  });
});
afterAll(() => bot.close());

type Options = Readonly<Record<string, string | number | boolean>>;
const ask = (options: Options, where?: Parameters<TestBot['as']>[1]) =>
  bot.as('theo', where).run('recommend', options);
type Answer = Awaited<ReturnType<typeof ask>>;

/** Refs of the tracks that can be saved from a card, in order. */
const refsOf = (answer: Answer): string[] =>
  controlsOf(answer).flatMap(({ customId }) => /^favorites\.save\.(.+)$/.exec(customId)?.[1] ?? []);

describe('/recommend', () => {
  it("plays a title's picks in order", async () => {
    const answer = await ask({ title: 'drive' });
    expect(answer.ephemeral).toBe(false);
    expect(textOf(answer)).toContain('## 3 from Drive (2011)');
    const picks = bot.catalog.title('drive-2011')?.picks.map(({ track }) => `drive-2011/${track}`);
    expect(refsOf(answer)).toEqual(picks);
    expect(textOf(answer)).toContain('one of the three to play first');
  });

  it('says when a title has fewer tracks than asked for', async () => {
    const short = bot.catalog.titles.find((title) => bot.catalog.tracksOf(title).length < 10);
    if (!short) throw new Error('every title has ten tracks');
    const answer = await ask({ title: short.id, count: 10 });
    expect(textOf(answer)).toMatch(/There are only \d tracks to give\./);
  });

  it.each([
    [{ like: 'Drive' }, '3 for those who love Drive (2011)', 'like Drive (2011): '],
    [{ mood: 'Nocturnal' }, '3 for a mood: nocturnal', 'from a soundtrack tagged nocturnal'],
    [{ mood: 'synthwave' }, '3 from a genre: ', 'from a soundtrack tagged '],
    [{ artist: 'Kavinsky' }, '3 to hear: Kavinsky and kin', 'Kavinsky is on it'],
    [{ artist: 'Nicolas Winding Refn' }, 'and kin', 'from a title that Nicolas Winding Refn made'],
    [{}, '3 for today, from the best of the catalog', 'from one of the best-known soundtracks'],
  ] as [Options, string, string][])('for %j: each with why', async (options, headline, why) => {
    const answer = await ask(options);
    expect(textOf(answer)).toContain(headline);
    expect(textOf(answer)).toContain(why);
    const refs = refsOf(answer);
    expect(refs).toHaveLength(3);
    expect(new Set(refs.map((ref) => ref.split('/')[0])).size).toBe(3);
  });

  it('gives exactly as many as asked, and refuses what Discord would', async () => {
    for (const count of [1, 4, 10])
      expect(refsOf(await ask({ like: 'Drive', count }))).toHaveLength(count);
    await expect(ask({ count: 11 })).rejects.toThrow();
    await expect(ask({ count: 0 })).rejects.toThrow();
  });

  it('follows the favourites of the server when nothing is asked, and leaves them out', async () => {
    const ref = 'drive-2011/nightcall';
    await bot.as('theo', 'readingRoom').run('favorites', { song: ref }, { subcommand: 'add' });
    const answer = await ask({}, 'readingRoom');
    expect(textOf(answer)).toContain('3 for this server, after its favourites');
    expect(textOf(answer)).toContain('you saved from Drive (2011): ');
    expect(refsOf(answer)).not.toContain(ref);
    await bot.stores.favourites.remove(GUILDS.scoreScholars, {
      ref,
      userId: USERS.theo,
      manage: true,
    });
  });

  it('gives one list a day, and another tomorrow', async () => {
    const lists = new Set<string>();
    for (let day = 1; day <= 5; day += 1) {
      now = new Date(`2026-03-0${day}T01:00:00Z`);
      const morning = refsOf(await ask({ count: 5 }));
      now = new Date(`2026-03-0${day}T23:00:00Z`);
      expect(refsOf(await ask({ count: 5 }))).toEqual(morning);
      lists.add(morning.join());
    }
    expect(lists.size).toBeGreaterThan(1);
  });

  it('discloses a guess', async () => {
    const answer = await ask({ like: 'spirted away', count: 10 });
    expect(textOf(answer)).toContain('I took “spirted away” for **Spirited Away (2001)**');
    expect(refsOf(answer)).toHaveLength(10);
    expect(textOf(await ask({ artist: 'clif martines' }))).toContain(
      'I took “clif martines” for **Cliff Martinez**',
    );
  });

  it('asks back when several share the name, and keeps the count', async () => {
    const question = await ask({ like: 'Dune', count: 4 });
    expect(textOf(question)).toContain('Which “Dune” do you mean?');
    const [menu] = controlsOf(question);
    const answer = await bot.as('theo').select(idOf(question), menu?.customId ?? '', ['dune-2021']);
    expect(answer.updated).toBe(true);
    expect(textOf(answer)).toContain('4 for those who love Dune (2021)');
    const copy = await bot.as('juno').runLine('/recommend title:Dune');
    const [other] = controlsOf(copy);
    const own = await bot.as('theo').select(idOf(copy), other?.customId ?? '', ['dune-1984']);
    expect(own).toMatchObject({ updated: false, ephemeral: true });
  });

  it.each([
    [{ title: 'qwertyuiop' }, "I don't have “qwertyuiop” in my catalog."],
    [{ like: '**@everyone**' }, '“\\*\\*@\u200Beveryone\\*\\*”'],
    [{ artist: 'qwertyuiop' }, 'in my catalog.'],
    [{ mood: 'loud-ish' }, '“loud-ish” is not a mood or genre that I know. Choose one as you type'],
    [{ mood: 'meditative-ish <@1>' }, '“meditative-ish \\<@\u200B1>”'],
    [{ title: 'Drive', mood: 'dreamy' }, 'Give me one of `title`, `like`, `mood` or `artist`'],
  ] as [Options, string][])(
    'says to the asker alone what is wrong with %j',
    async (options, words) => {
      const answer = await ask(options);
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer)).toContain(words);
      expect(answer.message?.mention_everyone).toBe(false);
    },
  );

  it('suggests for each option what it takes, and answers whatever it suggests', async () => {
    const offered = async (option: string, typed: string) =>
      (await bot.as('theo').autocomplete('recommend', {}, option, typed)).map(({ value }) => value);
    expect((await offered('title', 'driv'))[0]).toBe('drive-2011');
    expect((await offered('like', 'driv'))[0]).toBe('drive-2011');
    expect(await offered('artist', 'cliff')).toContain('cliff-martinez');
    expect((await offered('mood', 'noct'))[0]).toBe('nocturnal');
    expect(await offered('mood', 'zzzzz')).toEqual([]);
    for (const letter of ['', 'a', 'b', 'c', 'f', 'm', 'o', 'r', 's']) {
      for (const word of await offered('mood', letter)) {
        const answer = await ask({ mood: word, count: 1 });
        expect(refsOf(answer), String(word)).toHaveLength(1);
      }
    }
  });

  it.each([
    'recommend.choose.mood.99',
    'recommend.choose.title',
    'recommend.choose.spell.3',
    'recommend.x',
  ])('takes no forged menu: %s', async (id) => {
    const forged = await bot.as('theo').run('forge', { id, values: 'drive-2011' });
    const answer = await bot.as('theo').select(idOf(forged), id, ['drive-2011']);
    expect(textOf(answer)).toMatch(/from an older version of me.*<\/recommend:\d+>/);
  });

  it('answers the asker alone with private:true, and in direct messages', async () => {
    expect((await ask({ private: true })).ephemeral).toBe(true);
    expect(refsOf(await ask({ like: 'Drive' }, 'dm'))).toHaveLength(3);
  });

  it('opens a card from its menu', async () => {
    const answer = await ask({ title: 'Drive' });
    const menu = control(answer, 'Open a soundtrack…');
    const card = await bot.as('juno').select(idOf(answer), menu.customId, ['drive-2011']);
    expect(card.ephemeral).toBe(true);
    expect(textOf(card)).toContain('# Drive (2011)');
  });
});
