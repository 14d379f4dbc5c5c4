import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { englishWorld } from '../support/english.ts';
import { forger } from '../support/forger.ts';
import { control, controlsOf, idOf, textOf } from '../support/parts.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ extraCommands: [forger], sandbox: { world: englishWorld } });
});
afterAll(() => bot.close());

const ask = (name: string, where?: Parameters<TestBot['as']>[1]) =>
  bot.as('theo', where).run('artist', { name });

describe('/artist', () => {
  it("shows a composer's scores, where to start, and sources", async () => {
    const answer = await ask('Cliff Martinez');
    expect(answer.ephemeral).toBe(false);
    const text = textOf(answer);
    expect(text).toContain('# Cliff Martinez');
    expect(text).toContain('### Scores\nDrive (2011)');
    expect(text).toContain('### Start here');
    expect(text).toMatch(/Sources: \[/);
  });

  it('tells dated news with its source, as of OutRun', async () => {
    const text = textOf(await ask('Kavinsky'));
    expect(text).toContain('### News');
    expect(text).toMatch(/\*\*2013(-\d\d)*\*\* — .*OutRun/);
  });

  it('says where somebody is heard who is on no album, and recommends from there', async () => {
    const artist = bot.catalog.artists.find(
      ({ tracks, composed, heard }) => tracks.length + composed.length === 0 && heard.length > 0,
    );
    if (!artist) throw new Error('everybody is on an album');
    const [title] = artist.heard;
    const card = await ask(artist.id);
    expect(textOf(card)).toContain(`on none of their albums\n${title?.title}`);
    expect(control(card, 'Open a soundtrack…').values).toEqual([title?.id]);
    const near = textOf(await bot.as('theo').run('recommend', { artist: artist.id }));
    expect(near).toContain(`next to ${title?.title}`);
  });

  it('knows aliases, and members of groups', async () => {
    const group = bot.catalog.artists.find(({ members }) => members.length > 0);
    if (!group) throw new Error('no group in the catalog');
    expect(textOf(await ask(group.id))).toContain('Members: ');
    const alias = bot.catalog.artists.find(({ aliases }) => aliases.length > 0);
    if (!alias) throw new Error('no alias in the catalog');
    expect(textOf(await ask(alias.aliases[0] ?? ''))).toContain(`# ${alias.name}`);
  });

  it('puts what this server loves before other tracks, with how many saved it', async () => {
    const artist = bot.catalog.artists.find(({ tracks }) => tracks.length > 8);
    const loved = artist?.tracks.at(-1);
    if (!artist || !loved) throw new Error('nobody has nine tracks');
    for (const who of ['theo', 'juno'] as const) {
      await bot.as(who).run('favorites', { song: loved.ref }, { subcommand: 'add' });
    }
    expect(textOf(await ask(artist.id))).toContain('saved by 2 members here');
    expect(textOf(await ask(artist.id, 'readingRoom'))).not.toContain('saved by');
  });

  it('shows a director without an empty place to start', async () => {
    const text = textOf(await ask('Nicolas Winding Refn'));
    expect(text).toContain('### Also made\nDrive (2011)');
    expect(text).not.toContain('Start here');
  });

  it('saves from the card, and opens a title from its menu', async () => {
    const answer = await ask('Kavinsky');
    const saved = await bot.as('juno').click(idOf(answer), control(answer, 'Save').customId);
    expect(saved.ephemeral).toBe(true);
    const menu = control(answer, 'Open a soundtrack…');
    const card = await bot.as('theo').select(idOf(answer), menu.customId, ['drive-2011']);
    expect(textOf(card)).toContain('# Drive (2011)');
  });

  it('discloses a guess, and switches to another in place for who asked', async () => {
    const answer = await ask('clif martines');
    expect(textOf(answer)).toContain('I took “clif martines” for **Cliff Martinez**');
    const menu = controlsOf(answer).find(({ customId }) => customId === 'artist.open.switch');
    if (!menu) return;
    const other = await bot.as('theo').select(idOf(answer), menu.customId, [menu.values[0] ?? '']);
    expect(other.updated).toBe(true);
  });

  it.each(['qwertyuiop', '**@everyone** <@123> [x](http://y)'])(
    'says to the asker alone that it does not have %s',
    async (name) => {
      const answer = await ask(name);
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer)).toContain('in my catalog.');
      expect(textOf(answer)).not.toMatch(/@everyone|[^\\]<@|[^\\]\[x/);
    },
  );

  it('suggests artists from the first letter', async () => {
    const offered = await bot.as('theo').autocomplete('artist', {}, 'name', 'cliff m');
    expect(offered[0]).toMatchObject({ name: 'Cliff Martinez', value: 'cliff-martinez' });
  });

  it('answers the asker alone with private:true', async () => {
    const answer = await bot.as('theo').run('artist', { name: 'Kavinsky', private: true });
    expect(answer.ephemeral).toBe(true);
  });

  it('takes no forged menu', async () => {
    const forged = await bot.as('theo').run('forge', { id: 'artist.open', values: 'gone' });
    const answer = await bot.as('theo').select(idOf(forged), 'artist.open', ['gone']);
    expect(textOf(answer)).toMatch(/from an older version of me.*<\/artist:\d+>/);
  });
});
