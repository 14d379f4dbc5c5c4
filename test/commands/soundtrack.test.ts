import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { control, controlsOf, idOf, linksOf, textOf } from '../support/parts.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.close());

describe('/soundtrack', () => {
  it('answers Drive with everything that makes it: score, artists, picks in order, phrase, why, links', async () => {
    const answer = await bot.as('theo').runLine('/soundtrack Drive');
    const text = textOf(answer);
    expect(answer.ephemeral).toBe(false);
    expect(text).toContain('# Drive (2011)');
    expect(text).toContain('Cliff Martinez');
    for (const genre of ['electronic', 'electro house', 'ambient']) expect(text).toContain(genre);
    const picks = ['1. A Real Hero', '2. Under Your Spell', '3. Nightcall'].map((pick) =>
      text.indexOf(pick),
    );
    expect(picks.every((place) => place > 0)).toBe(true);
    expect(picks).toEqual(picks.toSorted((a, b) => a - b));
    expect(text).toContain('College feat. Electric Youth');
    expect(text).toContain('Nightcall*');
    expect(text).toContain('Why it fits');
    expect(text).toMatch(/Sources: \[/);
    for (const label of ['Tracks', 'Scenes', 'Similar', 'Listen', 'Where to watch'])
      control(answer, label);
    expect(answer.message?.mentions).toEqual([]);
  });

  it('leads from the film to its artists, whose news are dated', async () => {
    const card = textOf(await bot.as('theo').runLine('/soundtrack Drive'));
    expect(card).toMatch(/P\.S\. \*\*\w+\*\*, \d{4}/);
    const kavinsky = textOf(await bot.as('theo').runLine('/artist Kavinsky'));
    expect(kavinsky).toMatch(/\*\*2013-02-25\*\* — .*OutRun/);
  });

  it('pages the tracks in place for who asked, and shows others a copy of their own', async () => {
    const theo = bot.as('theo');
    const card = await theo.runLine('/soundtrack Drive');
    const tracks = await theo.click(idOf(card), control(card, 'Tracks').customId);
    expect(tracks.updated).toBe(true);
    expect(textOf(tracks)).toContain('Nightcall');
    const last = await theo.click(idOf(card), control(tracks, 'Last').customId);
    expect(textOf(last)).toContain('Bride of Deluxe');
    expect(control(last, 'Next').disabled).toBe(true);

    const copy = await bot.as('juno').click(idOf(card), control(last, 'Overview').customId);
    expect(copy.updated).toBe(false);
    expect(copy.ephemeral).toBe(true);
    expect(textOf(theo.messages().find(({ id }) => id === idOf(card)))).toContain(
      'Bride of Deluxe',
    );
  });

  it('keeps its buttons working after a restart of the bot', async () => {
    const first = await startTestBot();
    const card = await first.as('theo').runLine('/soundtrack Drive');
    const { customId } = control(card, 'Tracks');
    await first.close();
    const copy = await bot.as('theo').runLine('/soundtrack Drive');
    expect(control(copy, 'Tracks').customId).toBe(customId);
  });

  it('asks back when several titles share the name, with their years', async () => {
    const theo = bot.as('theo');
    const question = await theo.runLine('/soundtrack Dune');
    const [menu] = controlsOf(question);
    expect(menu?.values.toSorted()).toEqual(['dune-1984', 'dune-2021']);
    const card = await theo.select(idOf(question), menu?.customId ?? '', ['dune-1984']);
    expect(textOf(card)).toContain('# Dune (1984)');
  });

  it('takes a year in any form, an id, and the text of a suggestion', async () => {
    for (const typed of ['Dune (1984)', 'dune 1984', "dune '84", 'dune-1984']) {
      expect(textOf(await bot.as('theo').run('soundtrack', { title: typed }))).toContain(
        '# Dune (1984)',
      );
    }
  });

  it('discloses a guess and offers the others', async () => {
    const answer = await bot.as('theo').run('soundtrack', { title: 'spirted away' });
    expect(textOf(answer)).toContain('I took “spirted away” for **Spirited Away (2001)**');
  });

  it.each([
    'Drivers of the Lost Moon',
    'Duneland',
    'Drive Angry',
    'qwertyuiop',
    '🎬',
    '***',
    '@everyone',
  ])('says to the asker alone that it does not have %s, and pings nobody', async (title) => {
    const answer = await bot.as('theo').run('soundtrack', { title });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain('in my catalog');
    expect(answer.message?.mention_everyone).toBe(false);
  });

  it('listens through the services of the server, and never says that a film is there', async () => {
    const theo = bot.as('theo');
    const card = await theo.runLine('/soundtrack Drive');
    const listen = await theo.click(idOf(card), control(card, 'Listen').customId);
    expect(listen.ephemeral).toBe(true);
    expect([...linksOf(listen).keys()]).toEqual(['Spotify', 'Apple Music', 'YouTube']);
    const [menu] = controlsOf(listen);
    const track = await theo.select(idOf(listen), menu?.customId ?? '', ['drive-2011/nightcall']);
    expect(linksOf(track).get('YouTube')).toContain('Nightcall%20Kavinsky');
    const watch = await theo.click(idOf(card), control(card, 'Where to watch').customId);
    expect(textOf(watch)).toContain('varies by country and date');
    expect(linksOf(watch).get('JustWatch')).toContain('Drive%202011');
  });

  it('answers the asker alone with private:true', async () => {
    const answer = await bot.as('theo').runLine('/soundtrack Drive private:true');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain('# Drive (2011)');
  });

  it('suggests from the first letter', async () => {
    const choices = await bot.as('theo').autocomplete('soundtrack', {}, 'title', 'd');
    expect(choices.length).toBeGreaterThan(3);
    const drive = await bot.as('theo').autocomplete('soundtrack', {}, 'title', 'driv');
    expect(drive[0]).toMatchObject({ name: 'Drive (2011)', value: 'drive-2011' });
  });

  it('shows every title of the catalog in every view within the limits of Discord', async () => {
    const theo = bot.as('theo');
    for (const { id } of bot.catalog.titles) {
      for (const view of ['overview', 'tracks', 'scenes', 'score', 'editions']) {
        const card = await theo.run('soundtrack', { title: id, view });
        expect(card.message?.id, `${id} ${view}`).toBeDefined();
        if (view !== 'overview') continue;
        await theo.click(idOf(card), control(card, 'Similar').customId);
      }
    }
  });
});
