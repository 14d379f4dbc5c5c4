import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GUILDS } from '../../src/sandbox/world/seed.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { textOf } from '../support/parts.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ sandbox: { heartbeatIntervalMs: 200 }, reviveAfterMs: 1000 });
});
afterEach(() => bot.close());

const GUILD = GUILDS.neonNights;
const NIGHTCALL = 'drive-2011/nightcall';

/** The bot is back when it answers; until then the sandbox says that it is not connected. */
const answers = (within = 15_000) =>
  vi.waitFor(
    async () => {
      const answer = await bot.as('theo').runLine('/soundtrack Drive');
      expect(textOf(answer)).toContain('Drive (2011)');
    },
    { timeout: within, interval: 100 },
  );

/** A fault strikes, and the bot is seen to go before it is waited for. */
async function lose(strike: () => void): Promise<void> {
  expect(bot.connected()).toBe(true);
  strike();
  await vi.waitFor(() => expect(bot.connected()).toBe(false), { timeout: 5000, interval: 1 });
}

describe('the connection', () => {
  it.each<[string, (bot: TestBot) => void]>([
    ['a dropped socket', ({ sandbox }) => sandbox.faults.dropSockets()],
    ['an unknown error (4000)', ({ sandbox }) => sandbox.faults.closeSockets(4000)],
    ['a session timed out (4009)', ({ sandbox }) => sandbox.faults.closeSockets(4009)],
    ['a request to reconnect (op 7)', ({ sandbox }) => sandbox.faults.requestReconnect()],
    [
      'an invalid session (op 9)',
      ({ sandbox }) => sandbox.faults.invalidateSessions({ resumable: false }),
    ],
    [
      'a refused resume',
      ({ sandbox }) => {
        sandbox.faults.refuseNextResume();
        sandbox.faults.dropSockets();
      },
    ],
    ['heartbeats that nobody acknowledges', ({ sandbox }) => sandbox.faults.muteHeartbeats()],
  ])('comes back after %s', async (_, strike) => {
    await lose(() => strike(bot));
    bot.sandbox.faults.clear();
    await answers();
    expect(bot.connected()).toBe(true);
    expect(bot.fatal).toEqual([]);
  });

  it('logs in anew when a resume is neither answered nor refused', async () => {
    await lose(() => {
      bot.sandbox.faults.ignoreResumes();
      bot.sandbox.faults.dropSockets();
    });
    await answers();
    expect(bot.connected()).toBe(true);
    expect(bot.log).toContainEqual(
      expect.objectContaining({ level: 40, msg: expect.stringContaining('logging in anew') }),
    );
  });

  it('tries again when logging in anew fails too', async () => {
    await lose(() => {
      bot.sandbox.faults.ignoreResumes();
      bot.sandbox.faults.failRequests(503, { path: /gateway/, count: 4 });
      bot.sandbox.faults.dropSockets();
    });
    await answers(25_000);
    expect(bot.fatal).toEqual([]);
  });

  it('ends for good when the token is no longer accepted', async () => {
    bot.sandbox.faults.closeSockets(4004);
    await vi.waitFor(() => expect(bot.fatal).toHaveLength(1));
    expect(bot.fatal[0]).toMatchObject({ exitCode: 78, message: expect.stringContaining('token') });
  });

  it('can be ended while it is lost', async () => {
    await lose(() => {
      bot.sandbox.faults.ignoreResumes();
      bot.sandbox.faults.dropSockets();
    });
    await bot.stopBot();
    expect(bot.connected()).toBe(false);
  });
});

describe("a server's data", () => {
  const save = () => bot.as('theo').runLine(`/favorites add song:${NIGHTCALL}`);
  const saved = async () => (await bot.stores.favourites.list(GUILD)).map(({ ref }) => ref);

  it('outlives an outage', async () => {
    await save();
    bot.sandbox.faults.guildOutage(GUILD);
    bot.sandbox.faults.guildRecovered(GUILD);
    await answers();
    expect(await saved()).toEqual([NIGHTCALL]);
  });

  it('outlives an outage during which the connection is lost', async () => {
    await save();
    bot.sandbox.faults.guildOutage(GUILD);
    await lose(() => bot.sandbox.faults.invalidateSessions({ resumable: false }));
    await vi.waitFor(() => expect(bot.connected()).toBe(true), 15_000);
    bot.sandbox.faults.guildRecovered(GUILD);
    await answers();
    expect(await saved()).toEqual([NIGHTCALL]);
  });

  it('goes with the bot when it is removed, and only that', async () => {
    await save();
    await bot.as('mara').runLine('/settings set count:7');
    await bot.as('theo', 'readingRoom').runLine(`/favorites add song:${NIGHTCALL}`);
    bot.sandbox.faults.kickBot(GUILD);
    await vi.waitFor(async () => expect(await saved()).toEqual([]));
    await vi.waitFor(async () => expect((await bot.stores.settings.get(GUILD)).count).toBe(3));
    expect(await bot.stores.favourites.list(GUILDS.scoreScholars)).toHaveLength(1);
    bot.sandbox.faults.inviteBot(GUILD);
    await answers();
  });
});

it('mentions commands so that they can be clicked, by the ids of their deployment', async () => {
  const theo = bot.as('theo');
  const ids = new Map(theo.commands().map(({ name, id }) => [name, id]));
  await vi.waitFor(async () => {
    const text = textOf(await theo.run('help'));
    for (const name of ['soundtrack', 'recommend', 'favorites', 'song'])
      expect(text).toContain(`</${name}:${ids.get(name)}>`);
  });
});
