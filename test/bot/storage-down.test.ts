import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stores } from '../../src/stores/open-stores.ts';
import { StoreError } from '../../src/stores/store-error.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { linesOf } from '../support/log-lines.ts';
import { control, idOf, textOf } from '../support/parts.ts';

const down = async (): Promise<never> => {
  throw new StoreError('down', 'The storage is down.', { cause: new Error('connect refused') });
};

/** Stores that answer nothing, as those of a database server that is gone. */
const stores: Stores = {
  favourites: {
    list: down,
    add: down,
    remove: down,
    exportMember: down,
    deleteMember: down,
    purge: down,
  },
  settings: { get: down, set: down, reset: down, purge: down },
  close: async () => {},
};

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ stores });
});
afterAll(() => bot.close());

describe('while the storage is down', () => {
  it.each([
    ['/soundtrack Drive', 'Drive (2011)'],
    ['/recommend', ''],
    ['/recommend title:Drive', 'A Real Hero'],
    ['/song title:Nightcall', 'Nightcall'],
    ['/artist name:Kavinsky', 'Kavinsky'],
    ['/help', 'soundtrack'],
    ['/about', ''],
  ])('%s answers all the same', async (line, text) => {
    const [logged] = await linesOf(bot, async () => {
      expect(textOf(await bot.as('mara').runLine(line))).toContain(text);
    });
    expect(logged?.outcome).toBe('ok');
  });

  it.each([
    '/favorites add song:drive-2011/nightcall',
    '/favorites remove song:drive-2011/nightcall',
    '/favorites list',
    '/settings set count:5',
    '/settings reset',
    '/privacy export',
  ])('%s says so, in private', async (line) => {
    const [logged] = await linesOf(bot, async () => {
      const answer = await bot.as('mara').runLine(line);
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer)).toContain("can't reach my storage");
    });
    expect(logged).toMatchObject({ level: 30, outcome: 'storage-error' });
  });

  it('says so where a card is saved from', async () => {
    const mara = bot.as('mara');
    const card = await mara.runLine('/soundtrack Drive');
    const answer = await mara.click(idOf(card), control(card, 'Save').customId);
    expect(textOf(answer)).toContain("can't reach my storage");
  });

  it('offers nothing where the suggestions are what is stored, and answers', async () => {
    const where = { subcommand: 'remove' };
    const [logged] = await linesOf(bot, async () => {
      expect(await bot.as('mara').autocomplete('favorites', {}, 'song', 'n', where)).toEqual([]);
    });
    expect(logged).toMatchObject({ outcome: 'storage-error' });
  });
});
