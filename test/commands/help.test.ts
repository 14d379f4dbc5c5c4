import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { englishWorld } from '../support/english.ts';
import { textOf } from '../support/parts.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ sandbox: { world: englishWorld } });
  // The commands' ids, which mentions need, are asked for once the bot is ready.
  await vi.waitFor(async () => {
    expect(textOf(await bot.as('theo').run('help'))).toContain('</soundtrack:');
  });
});
afterAll(() => bot.close());

describe('/help', () => {
  it.each(['lobby', 'dm'] as const)('names every command, with examples, in %s', async (where) => {
    const answer = await bot.as('theo', where).run('help');
    expect(answer.ephemeral).toBe(true);
    const text = textOf(answer);
    for (const { data } of bot.registry.commands) {
      expect(text).toMatch(
        data.type === 3 ? `**${data.name}** — right-click` : new RegExp(`</${data.name}:\\d+> — `),
      );
    }
    expect(text).toContain('`title:Drive`');
  });

  it('gives examples that are answered', async () => {
    const text = textOf(await bot.as('theo').run('help'));
    const examples = [...text.matchAll(/<\/(\w+):\d+> `(\w+):([^`]+)`/g)];
    expect(examples.length).toBeGreaterThan(3);
    for (const [, command = '', option = '', value = ''] of examples) {
      const answer = await bot.as('theo').run(command, { [option]: value });
      expect(answer.ephemeral, `${command} ${value}`).toBe(false);
    }
  });
});

describe('/about', () => {
  it("tells the version, the catalog's date and size, and the sources", async () => {
    const answer = await bot.as('theo').run('about');
    expect(answer.ephemeral).toBe(false);
    const { counts, date } = bot.catalog;
    const text = textOf(answer);
    expect(text).toContain('# soundtrack-bot 0.0.0-test');
    expect(text).toContain(`Catalog of ${date}: ${counts.titles} titles, ${counts.albums} albums`);
    expect(text).toContain(`${counts.tracks} tracks, ${counts.artists} artists`);
    expect(text).toMatch(/latency not measured yet|Gateway \d+ ms/);
    expect(text).toContain('MIT licence');
    expect(textOf(await bot.as('theo', 'dm').run('about'))).toContain('# soundtrack-bot');
  });
});
