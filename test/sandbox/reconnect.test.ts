import { Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CHANNELS, GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { startEchoBot } from '../support/echo-bot.ts';
import { botOfTest, sandboxOfTest } from '../support/sandbox-with-bot.ts';

/** The next time the client emits it. */
const once = (client: Client, event: string) =>
  new Promise<unknown>((resolve) => client.once(event, resolve));

describe('the real client', () => {
  it('resumes after a dropped socket and answers what came meanwhile', async () => {
    const { sandbox, bot } = await botOfTest();
    const resumed = once(bot.client, Events.ShardResume);
    sandbox.faults.dropSockets();
    const exchange = await sandbox.actor(USERS.juno, CHANNELS.lobby).runLine('/echo meanwhile');
    expect(exchange.message?.content).toBe('meanwhile');
    await resumed;
  });

  it('resumes when it is asked to reconnect', async () => {
    const { sandbox, bot } = await botOfTest();
    const resumed = once(bot.client, Events.ShardResume);
    sandbox.faults.requestReconnect();
    await resumed;
    const exchange = await sandbox.actor(USERS.juno, CHANNELS.lobby).runLine('/echo again');
    expect(exchange.message?.content).toBe('again');
  });

  it.each([4000, 4007])('comes back after close code %i', async (code) => {
    const { sandbox, bot } = await botOfTest();
    const back = Promise.race([
      once(bot.client, Events.ShardResume),
      once(bot.client, Events.ShardReady),
    ]);
    sandbox.faults.closeSockets(code);
    await back;
    const exchange = await sandbox.actor(USERS.juno, CHANNELS.lobby).runLine('/echo x');
    expect(exchange.message?.content).toBe('x');
  });

  it('identifies afresh when its session is invalid', async () => {
    const { sandbox, bot } = await botOfTest();
    const ready = once(bot.client, Events.ShardReady);
    sandbox.faults.invalidateSessions({ resumable: false });
    await ready;
    const exchange = await sandbox.actor(USERS.juno, CHANNELS.lobby).runLine('/echo x');
    expect(exchange.message?.content).toBe('x');
  });

  it('identifies afresh when its resume is refused', async () => {
    const { sandbox, bot } = await botOfTest();
    const ready = once(bot.client, Events.ShardReady);
    sandbox.faults.refuseNextResume();
    sandbox.faults.dropSockets();
    await ready;
  });

  it('reconnects when its heartbeats are not acknowledged', async () => {
    const { sandbox, bot } = await botOfTest({}, { heartbeatIntervalMs: 100 });
    const resumed = once(bot.client, Events.ShardResume);
    sandbox.faults.muteHeartbeats();
    await resumed;
    sandbox.faults.clear();
  });

  it('hangs where nobody answers its resume, until the socket drops again', async () => {
    const { sandbox, bot } = await botOfTest({}, { heartbeatIntervalMs: 200 });
    let resumed = false;
    const back = once(bot.client, Events.ShardResume).then(() => {
      resumed = true;
    });
    const reconnecting = once(bot.client, Events.ShardReconnecting);
    sandbox.faults.ignoreResumes();
    sandbox.faults.dropSockets();
    await reconnecting;
    await expect(
      sandbox.actor(USERS.juno, CHANNELS.lobby).runLine('/echo x'),
    ).rejects.toMatchObject({
      reason: 'no_answer',
    });
    expect(resumed).toBe(false);
    sandbox.faults.clear();
    sandbox.faults.dropSockets();
    await back;
  });

  it('is offline once it is gone, and told so to members', async () => {
    const { sandbox, bot } = await botOfTest();
    await bot.stop();
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    await expect.poll(() => juno.runLine('/echo x').catch((error) => error.reason)).toBe('offline');
  });

  it('comes back as a new process would', async () => {
    const { sandbox, bot } = await botOfTest();
    await bot.stop();
    const second = await startEchoBot(sandbox);
    onTestFinished(() => second.stop());
    const exchange = await sandbox.actor(USERS.juno, CHANNELS.lobby).runLine('/echo second');
    expect(exchange.message?.content).toBe('second');
    expect(exchange.sent).toHaveLength(1);
  });

  it('runs as two shards, each with its own guilds', async () => {
    const sandbox = await sandboxOfTest({ maxConcurrency: 2 });
    sandbox.installCommands([{ name: 'where', description: 'x' }]);
    const { client, stop } = await startEchoBot(
      sandbox,
      {
        interaction: (interaction) =>
          interaction.isChatInputCommand() &&
          interaction.reply(`shard ${interaction.guild?.shardId ?? 'none'}`),
      },
      { shards: [0, 1], shardCount: 2 },
    );
    onTestFinished(stop);
    for (const [guildId, channelId] of [
      [GUILDS.neonNights, CHANNELS.lobby],
      [GUILDS.scoreScholars, CHANNELS.readingRoom],
    ] as const) {
      const { message } = await sandbox.actor(USERS.theo, channelId).run('where');
      expect(message?.content).toBe(`shard ${Number((BigInt(guildId) >> 22n) % 2n)}`);
    }
    expect(client.ws.shards.size).toBe(2);
  });

  it('is told plainly of a wrong token and of an intent that isn’t allowed', async () => {
    const sandbox = await sandboxOfTest();
    await expect(startEchoBot({ ...sandbox, token: 'wrong' })).rejects.toThrow(/token/i);
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
      rest: { api: sandbox.apiUrl },
    });
    onTestFinished(() => client.destroy());
    await expect(client.login(sandbox.token)).rejects.toThrow('disallowed intents');
  });
});
