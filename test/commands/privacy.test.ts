import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { englishWorld } from '../support/english.ts';
import { forger } from '../support/forger.ts';
import { control, idOf, textOf } from '../support/parts.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ extraCommands: [forger], sandbox: { world: englishWorld } });
});
afterEach(() => bot.close());

const NIGHTCALL = 'drive-2011/nightcall';
const HERO = 'drive-2011/a-real-hero';

type Who = Parameters<TestBot['as']>[0];
type Where = Parameters<TestBot['as']>[1];
const save = (who: Who, song: string, where?: Where) =>
  bot.as(who, where).run('favorites', { song }, { subcommand: 'add' });
const privacy = (subcommand: 'export' | 'delete', where?: Where) =>
  bot.as('theo', where).run('privacy', {}, { subcommand });

/** Theo's saves in two servers and in direct messages, and one that Juno shares. */
async function saveEverywhere(): Promise<void> {
  await save('theo', NIGHTCALL);
  await save('juno', NIGHTCALL);
  await save('theo', HERO, 'readingRoom');
  await save('theo', HERO, 'dm');
}

describe('/privacy', () => {
  it.each(['export', 'delete'] as const)('%s: says when nothing is kept', async (subcommand) => {
    const answer = await privacy(subcommand);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toBe('I keep nothing about you.');
  });

  it('exports what is the member’s, from everywhere, and nothing of others', async () => {
    await saveEverywhere();
    const answer = await privacy('export');
    expect(answer.ephemeral).toBe(true);
    const [file] = answer.message?.attachments ?? [];
    expect(file?.filename).toBe('my-data.json');
    const text = Buffer.from(await bot.as('theo').download(file?.url ?? '')).toString();
    const data = JSON.parse(text);
    expect(data).toMatchObject({ format: 'soundtrack-bot member', version: 1 });
    expect(
      new Map(
        data.saves.map((one: { scope: string; favourites: object[] }) => [
          one.scope,
          one.favourites,
        ]),
      ),
    ).toMatchObject(
      new Map([
        [GUILDS.neonNights, [{ ref: NIGHTCALL, savedBy: [{ userId: USERS.theo }] }]],
        [GUILDS.scoreScholars, [{ ref: HERO }]],
        [`dm-${USERS.theo}`, [{ ref: HERO }]],
      ]),
    );
    expect(text).not.toContain(USERS.juno);
  });

  it('deletes in every server and in direct messages, after asking', async () => {
    await saveEverywhere();
    const question = await privacy('delete', 'dm');
    expect(textOf(question)).toContain('You have 3 saves, over all servers and direct messages.');
    expect(await bot.stores.favourites.exportMember(USERS.theo)).toHaveLength(3);
    const done = await bot
      .as('theo', 'dm')
      .click(idOf(question), control(question, 'Delete all of it').customId);
    expect(done.updated).toBe(true);
    expect(textOf(done)).toContain('Done: 3 saves of yours are gone');
    expect(await bot.stores.favourites.exportMember(USERS.theo)).toEqual([]);
    expect(await bot.stores.favourites.list(GUILDS.neonNights)).toMatchObject([
      { ref: NIGHTCALL, savedBy: [{ userId: USERS.juno }] },
    ]);
    expect(await bot.stores.favourites.list(GUILDS.scoreScholars)).toEqual([]);
    expect(textOf(await privacy('export'))).toBe('I keep nothing about you.');
  });

  it('deletes nothing when the member keeps it', async () => {
    await save('theo', NIGHTCALL);
    const question = await privacy('delete');
    expect(question.ephemeral).toBe(true);
    expect(textOf(question)).toContain('You have 1 save,');
    const kept = await bot.as('theo').click(idOf(question), control(question, 'Keep it').customId);
    expect(textOf(kept)).toBe('Nothing was deleted.');
    expect(await bot.stores.favourites.exportMember(USERS.theo)).toHaveLength(1);
  });

  it('deletes for who presses, never for who posted the button', async () => {
    await saveEverywhere();
    const forged = await bot.as('theo').run('forge', { id: 'privacy.delete' });
    await bot.as('juno').click(idOf(forged), 'privacy.delete');
    expect(await bot.stores.favourites.exportMember(USERS.theo)).toHaveLength(3);
    expect(await bot.stores.favourites.exportMember(USERS.juno)).toEqual([]);
  });

  it('takes no forged button', async () => {
    const forged = await bot.as('theo').run('forge', { id: 'privacy.explode' });
    const answer = await bot.as('theo').click(idOf(forged), 'privacy.explode');
    expect(textOf(answer)).toMatch(/from an older version of me.*<\/privacy delete:\d+>/);
  });
});
