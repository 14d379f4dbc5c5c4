import { Events, type Interaction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { CHANNELS, GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { request } from '../support/raw-discord.ts';
import { botOfTest, sandboxOfTest } from '../support/sandbox-with-bot.ts';

describe('requests', () => {
  it('fail as often as asked, where asked', async () => {
    const sandbox = await sandboxOfTest();
    sandbox.faults.failRequests(502, { path: /^\/users/, method: 'GET', count: 2 });
    const statuses = [];
    for (const path of ['/gateway', '/users/@me', '/users/@me', '/users/@me']) {
      statuses.push((await request(sandbox, 'GET', path)).status);
    }
    expect(statuses).toEqual([200, 502, 502, 200]);
  });

  it('are retried by the real client after 5xx and 429', async () => {
    const { sandbox, bot } = await botOfTest();
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    sandbox.faults.failRequests(503, { path: /callback$/ });
    expect((await juno.runLine('/echo one')).message?.content).toBe('one');
    sandbox.faults.rateLimit({ retryAfterMs: 50 }, { path: /callback$/ });
    expect((await juno.runLine('/echo two')).message?.content).toBe('two');
    expect(bot.errors).toEqual([]);
  });

  it('are told how long to wait', async () => {
    const sandbox = await sandboxOfTest();
    sandbox.faults.rateLimit({ retryAfterMs: 1500, global: true });
    const { status, body, headers } = await request(sandbox, 'GET', '/users/@me');
    expect(status).toBe(429);
    expect(body).toMatchObject({ retry_after: 1.5, global: true });
    expect(headers.get('x-ratelimit-scope')).toBe('global');
  });

  it('are held back', async () => {
    const sandbox = await sandboxOfTest();
    sandbox.faults.delayRequests(60, { path: /users/ });
    const order: string[] = [];
    await Promise.all([
      request(sandbox, 'GET', '/users/@me').then(() => order.push('held')),
      request(sandbox, 'GET', '/gateway').then(() => order.push('other')),
    ]);
    expect(order).toEqual(['other', 'held']);
  });

  it('are carried out and their answer lost', async () => {
    const { sandbox, bot } = await botOfTest();
    sandbox.faults.loseResponses({ path: /callback$/, count: Number.POSITIVE_INFINITY });
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    expect((await juno.runLine('/echo x')).message?.content).toBe('x');
    await expect.poll(() => bot.errors.length).toBe(1);
    sandbox.faults.clear();
    expect((await juno.runLine('/echo y')).message?.content).toBe('y');
  });
});

describe('interactions', () => {
  it('are delivered twice, and the second answer is refused', async () => {
    const { sandbox, bot } = await botOfTest();
    sandbox.faults.duplicateInteractions();
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    expect((await juno.runLine('/echo x')).message?.content).toBe('x');
    await expect.poll(() => bot.errors).toMatchObject([{ code: 40060 }]);
    await juno.runLine('/echo y');
    expect(juno.messages()).toHaveLength(2);
  });

  it('are out of time', async () => {
    const { sandbox, bot } = await botOfTest();
    sandbox.faults.expireInteractions();
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    await expect(juno.runLine('/echo x')).rejects.toMatchObject({ reason: 'no_answer' });
    await expect.poll(() => bot.errors).toMatchObject([{ code: 10062 }]);
    expect((await juno.runLine('/echo y')).message?.content).toBe('y');
  });
});

describe('guilds', () => {
  it('an outage is no farewell', async () => {
    const { sandbox, bot } = await botOfTest();
    const events: string[] = [];
    bot.client.on(Events.GuildUnavailable, (guild) => events.push(`out ${guild.id}`));
    bot.client.on(Events.GuildAvailable, (guild) => events.push(`back ${guild.id}`));
    bot.client.on(Events.GuildDelete, (guild) => events.push(`gone ${guild.id}`));
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    sandbox.faults.guildOutage(GUILDS.neonNights);
    await expect.poll(() => events).toEqual([`out ${GUILDS.neonNights}`]);
    await expect(juno.runLine('/echo x')).rejects.toMatchObject({ reason: 'not_possible' });
    sandbox.faults.guildRecovered(GUILDS.neonNights);
    await expect.poll(() => events).toHaveLength(2);
    expect((await juno.runLine('/echo x')).message?.content).toBe('x');
    expect(events).toEqual([`out ${GUILDS.neonNights}`, `back ${GUILDS.neonNights}`]);
  });

  it('being kicked is one, and takes access and commands along', async () => {
    const { sandbox, bot } = await botOfTest();
    sandbox.installCommands([{ name: 'club', description: 'x' }], GUILDS.neonNights);
    const gone: string[] = [];
    const joined: string[] = [];
    bot.client.on(Events.GuildDelete, (guild) => gone.push(guild.id));
    bot.client.on(Events.GuildCreate, (guild) => joined.push(guild.id));
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    sandbox.faults.kickBot(GUILDS.neonNights);
    await expect.poll(() => gone).toEqual([GUILDS.neonNights]);
    expect(juno.commands()).toEqual([]);
    const sent = await request(sandbox, 'POST', `/channels/${CHANNELS.lobby}/messages`, {
      content: 'x',
    });
    expect(sent.body).toMatchObject({ code: 50001 });
    expect((await request(sandbox, 'GET', `/guilds/${GUILDS.neonNights}`)).body).toMatchObject({
      code: 10004,
    });
    sandbox.faults.inviteBot(GUILDS.neonNights);
    await expect.poll(() => joined).toEqual([GUILDS.neonNights]);
    expect(juno.commands().map(({ name }) => name)).toEqual(['echo', 'Echo']);
  });

  it('a button of a guild the bot has left does nothing', async () => {
    const button = { type: 2, style: 1, label: 'x', custom_id: 'x' };
    const { sandbox } = await botOfTest({
      interaction: (interaction: Interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply({ components: [{ type: 1, components: [button] }] }),
    });
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const { message } = await juno.runLine('/echo x');
    sandbox.faults.kickBot(GUILDS.neonNights);
    await expect(juno.click(message?.id ?? '', 'x')).rejects.toThrow(
      'The bot is not in this server.',
    );
  });

  it('that aren’t there can’t fail', async () => {
    const sandbox = await sandboxOfTest();
    expect(() => sandbox.faults.kickBot('1')).toThrow('There is no guild 1.');
  });
});
