import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { englishWorld } from '../support/english.ts';
import { forger } from '../support/forger.ts';
import { control, controlsOf, idOf, linksOf, textOf } from '../support/parts.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ extraCommands: [forger], sandbox: { world: englishWorld } });
});
afterAll(() => bot.close());

const ask = (title: string, where?: Parameters<TestBot['as']>[1]) =>
  bot.as('theo', where).run('song', { title });

describe('/song', () => {
  it('tells which titles use it, who performs and wrote it, on which album, with links', async () => {
    const answer = await ask('Nightcall');
    expect(answer.ephemeral).toBe(false);
    const text = textOf(answer);
    expect(text).toContain('# Nightcall');
    expect(text).toContain('by Kavinsky');
    expect(text).toContain('Written by ');
    expect(text).toContain('**Drive (2011)** — on *');
    expect([...linksOf(answer).keys()]).toEqual(['Spotify', 'Apple Music', 'YouTube']);
    expect(text).toContain('varies by country and date');
    const saved = await bot.as('juno').click(idOf(answer), control(answer, 'Save').customId);
    expect(textOf(saved)).toMatch(/^Saved \*\*Nightcall/);
  });

  it('opens the card of a title that uses it', async () => {
    const answer = await ask('Nightcall', 'dm');
    const menu = control(answer, 'Open a soundtrack…');
    const card = await bot.as('theo', 'dm').select(idOf(answer), menu.customId, ['drive-2011']);
    expect(textOf(card)).toContain('# Drive (2011)');
  });

  it('says when a song is in the film and on no album', async () => {
    const song = bot.catalog.songs.find(({ appearances }) =>
      appearances.every(({ entry }) => !entry),
    );
    if (!song) throw new Error('every song is on an album');
    expect(textOf(await ask(song.id))).toContain('in it, but not on its album');
  });

  it('never merges covers: it asks which, and answers what is chosen', async () => {
    const question = await ask('Circle of Life');
    expect(textOf(question)).toContain('Which “Circle of Life” do you mean?');
    const [menu] = controlsOf(question);
    expect(menu?.values.length).toBeGreaterThan(1);
    for (const value of menu?.values ?? []) {
      const answer = await bot.as('juno').select(idOf(question), menu?.customId ?? '', [value]);
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer)).toContain('# Circle of Life');
    }
  });

  it('links to every service that the server shows', async () => {
    const services = 'spotify, deezer, tidal, bandcamp, youtube, soundcloud';
    await bot.as('mara').run('settings', { services }, { subcommand: 'set' });
    const answer = await ask('Nightcall');
    await bot.as('mara').run('settings', {}, { subcommand: 'reset' });
    expect(linksOf(answer).size).toBe(6);
  });

  it('names no performer where only a writer is known', async () => {
    const song = bot.catalog.songs.find(({ performers }) =>
      performers.every(({ role }) => role === 'writer'),
    );
    if (!song) throw new Error('every song has a performer');
    const text = textOf(await ask(song.id));
    expect(text).toContain(`# ${song.name.slice(0, 5)}`);
    expect(text).not.toMatch(/^by\s*$/m);
  });

  it('discloses a guess', async () => {
    expect(textOf(await ask('nightcal'))).toContain('I took “nightcal” for **Nightcall — Kavinsky');
  });

  it.each(['qwertyuiop', '**@everyone** <@123> [x](http://y)', '🎵'])(
    'says to the asker alone that it does not have %s',
    async (title) => {
      const answer = await ask(title);
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer)).toContain('in my catalog.');
      expect(textOf(answer)).not.toMatch(/@everyone|[^\\]<@|[^\\]\[x/);
      expect(answer.message?.mentions).toEqual([]);
    },
  );

  it('suggests songs with who performs them', async () => {
    const [first] = await bot.as('theo').autocomplete('song', {}, 'title', 'nightc');
    expect(first?.name).toMatch(/^Nightcall — Kavinsky/);
    expect(textOf(await ask(String(first?.value)))).toContain('# Nightcall');
    expect(await bot.as('theo').autocomplete('song', {}, 'title', '')).toHaveLength(25);
  });

  it('answers the asker alone with private:true', async () => {
    const answer = await bot.as('theo').run('song', { title: 'Nightcall', private: true });
    expect(answer.ephemeral).toBe(true);
  });

  it.each(['song.open.found', 'song.explode'])('takes no forged menu: %s', async (id) => {
    const forged = await bot.as('theo').run('forge', { id, values: 'gone' });
    const answer = await bot.as('theo').select(idOf(forged), id, ['gone']);
    expect(textOf(answer)).toMatch(/from an older version of me.*<\/song:\d+>/);
  });
});
