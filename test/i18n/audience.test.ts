import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { control, controlsOf, idOf, textOf } from '../support/parts.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.close());

describe('the language of an answer', () => {
  it("is the member's own in private", async () => {
    const help = await bot.as('juno').runLine('/help');
    expect(help.ephemeral).toBe(true);
    expect(textOf(help)).toContain('# Frag mich nach Soundtracks');
  });

  it("is the server's in public, whoever asks", async () => {
    const card = await bot.as('juno').runLine('/soundtrack Drive');
    expect(card.ephemeral).toBe(false);
    expect(textOf(card)).toContain('Why it fits');
    control(card, 'Tracks');
  });

  it("is the member's own for a private copy of a public answer", async () => {
    const card = await bot.as('juno').run('soundtrack', { title: 'Drive', private: true });
    expect(card.ephemeral).toBe(true);
    expect(textOf(card)).toContain('Warum es passt');
  });

  it('is the one that an admin chose, in public only', async () => {
    await bot.as('mara').runLine('/settings set language:fr');
    const card = await bot.as('theo').runLine('/soundtrack Drive');
    expect(card.ephemeral).toBe(false);
    expect(textOf(card)).toContain('Pourquoi ça colle');
    control(card, 'Pistes');
    const help = await bot.as('juno').runLine('/help');
    expect(textOf(help)).toContain('# Frag mich nach Soundtracks');
  });

  it("is the member's own in menus too", async () => {
    const question = await bot.as('juno').run('soundtrack', { title: 'Dune', private: true });
    expect(JSON.stringify(question.message)).toContain('Film · Denis Villeneuve');
  });

  it("is the member's own on every button of a private answer", async () => {
    const card = await bot.as('juno').run('soundtrack', { title: 'Drive', private: true });
    const tracks = await bot.as('juno').click(idOf(card), control(card, 'Tracks').customId);
    expect(textOf(tracks)).toContain('Seite 1 von');
  });

  it("is the member's own for a copy of somebody else's answer", async () => {
    const question = await bot.as('theo').runLine('/song Circle of Life');
    const [menu] = controlsOf(question);
    const choice = menu?.values[0] ?? '';
    const copy = await bot.as('juno').select(idOf(question), menu?.customId ?? '', [choice]);
    expect(copy.ephemeral).toBe(true);
    expect(textOf(copy)).toContain('Wo der Song zu hören ist');
  });
});
