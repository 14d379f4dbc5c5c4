import { describe, expect, it, onTestFinished } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { CHANNELS, GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { RawGateway, request } from '../support/raw-discord.ts';
import { sandboxOfTest } from '../support/sandbox-with-bot.ts';

function connect(sandbox: Sandbox, query?: string): RawGateway {
  const gateway = new RawGateway(sandbox, query);
  onTestFinished(() => gateway.drop());
  return gateway;
}

async function ready(sandbox: Sandbox, more: object = {}) {
  const gateway = connect(sandbox);
  await gateway.identify(sandbox.token, more);
  const { d } = await gateway.event('READY');
  return { gateway, session: Object(d) };
}

const GUILDS_AND_MESSAGES = (1 << 0) | (1 << 9) | (1 << 12);

describe('the handshake', () => {
  it('says hello, then READY with unavailable guilds, then the guilds', async () => {
    const sandbox = await sandboxOfTest();
    const gateway = connect(sandbox);
    expect((await gateway.op(10)).d).toMatchObject({ heartbeat_interval: 41_250 });
    gateway.send({ op: 2, d: { token: sandbox.token, intents: 1, properties: {} } });
    const { d, s } = await gateway.event('READY');
    expect(s).toBe(1);
    expect(d).toMatchObject({
      v: 10,
      user: { id: sandbox.applicationId, bot: true },
      guilds: [
        { id: GUILDS.neonNights, unavailable: true },
        { id: GUILDS.scoreScholars, unavailable: true },
      ],
      application: { id: sandbox.applicationId },
      resume_gateway_url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/),
    });
    const guild = await gateway.event('GUILD_CREATE');
    expect(guild.d).toMatchObject({
      id: GUILDS.neonNights,
      unavailable: false,
      members: [{ user: { id: sandbox.applicationId } }],
    });
    await sandbox.botReady();
  });

  it('answers heartbeats, before and after', async () => {
    const sandbox = await sandboxOfTest();
    const gateway = connect(sandbox);
    await gateway.op(10);
    gateway.send({ op: 1, d: null });
    await gateway.op(11);
    gateway.send({ op: 2, d: { token: sandbox.token, intents: 1, properties: {} } });
    await gateway.event('READY');
    gateway.send({ op: 1, d: 1 });
    expect(await gateway.op(11)).toBeDefined();
  });

  it('accepts the token with and without its prefix', async () => {
    const sandbox = await sandboxOfTest();
    const gateway = connect(sandbox);
    await gateway.identify(`Bot ${sandbox.token}`);
    expect(await gateway.event('READY')).toBeDefined();
  });
});

describe('sockets that are closed', () => {
  const identify = (d: object) => ({ op: 2, d: { intents: 1, properties: {}, ...d } });

  it.each<[string, number, (sandbox: Sandbox) => unknown[]]>([
    ['a wrong token', 4004, () => [identify({ token: 'wrong' })]],
    ['no token', 4004, () => [identify({})]],
    ['a privileged intent', 4014, ({ token }) => [identify({ token, intents: 1 << 15 })]],
    ['an intent there isn’t', 4013, ({ token }) => [identify({ token, intents: 1 << 30 })]],
    ['no intents', 4013, ({ token }) => [identify({ token, intents: undefined })]],
    ['a shard beyond the count', 4010, ({ token }) => [identify({ token, shard: [1, 1] })]],
    ['a shard that is none', 4010, ({ token }) => [identify({ token, shard: ['0', '1'] })]],
    ['identifying twice', 4005, ({ token }) => [identify({ token }), identify({ token })]],
    ['a presence before identifying', 4003, () => [{ op: 3, d: {} }]],
    ['an opcode there isn’t', 4001, () => [{ op: 99 }]],
    ['what is no JSON', 4002, () => ['{']],
    ['more than 4096 bytes', 4002, () => [{ op: 1, d: 'x'.repeat(4096) }]],
    ['121 payloads in a minute', 4008, () => Array.from({ length: 121 }, () => ({ op: 1 }))],
    [
      'resuming with a wrong token',
      4004,
      () => [{ op: 6, d: { token: 'x', session_id: 'x', seq: 1 } }],
    ],
  ])('%s: %i', async (_, code, payloads) => {
    const sandbox = await sandboxOfTest();
    const gateway = connect(sandbox);
    await gateway.op(10);
    for (const payload of payloads(sandbox)) gateway.send(payload);
    expect(await gateway.closed).toBe(code);
  });

  it('another version: 4012', async () => {
    const gateway = connect(await sandboxOfTest(), '?v=6');
    expect(await gateway.closed).toBe(4012);
  });

  it('a bot that has gone silent: 4009', async () => {
    const sandbox = await sandboxOfTest({ heartbeatIntervalMs: 40 });
    const { gateway } = await ready(sandbox);
    expect(await gateway.closed).toBe(4009);
  });

  it('privileged intents pass where they are allowed, and bring content', async () => {
    const sandbox = await sandboxOfTest({ privilegedIntents: 1 << 15 });
    const { gateway } = await ready(sandbox, { intents: GUILDS_AND_MESSAGES | (1 << 15) });
    await sandbox.actor(USERS.juno, CHANNELS.lobby).say('no mention');
    expect((await gateway.event('MESSAGE_CREATE')).d).toMatchObject({ content: 'no mention' });
  });
});

describe('identify limits', () => {
  it('one in five seconds for each concurrency key', async () => {
    const sandbox = await sandboxOfTest({ identifyIntervalMs: 60_000, maxConcurrency: 2 });
    await ready(sandbox, { shard: [0, 3] });
    await ready(sandbox, { shard: [1, 3] });
    const third = connect(sandbox);
    await third.identify(sandbox.token, { shard: [2, 3] });
    expect((await third.op(9)).d).toBe(false);
  });

  it('so many a day, and what is left is told', async () => {
    const sandbox = await sandboxOfTest({ identifiesPerDay: 2, recommendedShards: 4 });
    await ready(sandbox);
    const { body } = await request(sandbox, 'GET', '/gateway/bot');
    expect(body).toMatchObject({
      shards: 4,
      session_start_limit: { total: 2, remaining: 1, max_concurrency: 1 },
    });
    await ready(sandbox);
    const third = connect(sandbox);
    await third.identify(sandbox.token);
    expect(await third.closed).toBe(4004);
  });
});

describe('resuming', () => {
  const resume = (sandbox: Sandbox, session: { session_id: string }, seq: number) => ({
    op: 6,
    d: { token: sandbox.token, session_id: session.session_id, seq },
  });

  it('replays what was missed, in order, then says so', async () => {
    const sandbox = await sandboxOfTest();
    const { gateway, session } = await ready(sandbox, { intents: GUILDS_AND_MESSAGES });
    const lobby = sandbox.actor(USERS.juno, CHANNELS.lobby);
    await lobby.say('one');
    const { s } = await gateway.event('MESSAGE_CREATE');
    gateway.drop();
    await gateway.closed;
    await lobby.say('two');
    await lobby.say('three');
    const again = connect(sandbox);
    await again.op(10);
    again.send(resume(sandbox, session, s ?? 0));
    const sequence = [await again.next(), await again.next(), await again.next()];
    expect(sequence.map(({ t }) => t)).toEqual(['MESSAGE_CREATE', 'MESSAGE_CREATE', 'RESUMED']);
    expect(sequence.map((payload) => payload.s)).toEqual([
      Number(s) + 1,
      Number(s) + 2,
      Number(s) + 3,
    ]);
    await lobby.say('four');
    expect(await again.event('MESSAGE_CREATE')).toMatchObject({ s: Number(s) + 4 });
  });

  it('takes over from a socket that is still open', async () => {
    const sandbox = await sandboxOfTest();
    const { gateway, session } = await ready(sandbox, { intents: GUILDS_AND_MESSAGES });
    const again = connect(sandbox);
    await again.op(10);
    again.send(resume(sandbox, session, 3));
    await again.event('RESUMED');
    gateway.drop();
    await gateway.closed;
    await sandbox.actor(USERS.juno, CHANNELS.lobby).say('still here');
    expect(await again.event('MESSAGE_CREATE')).toBeDefined();
  });

  it('is refused for an unknown session, an ended one, and on demand', async () => {
    const sandbox = await sandboxOfTest();
    const { gateway, session } = await ready(sandbox);
    const attempt = async (who: { session_id: string }) => {
      const again = connect(sandbox);
      await again.op(10);
      again.send(resume(sandbox, who, 1));
      return (await again.op(9)).d;
    };
    expect(await attempt({ session_id: 'nobody' })).toBe(false);
    gateway.close(1000);
    await gateway.closed;
    expect(await attempt(session)).toBe(false);
    const other = await ready(sandbox);
    sandbox.faults.refuseNextResume();
    expect(await attempt(other.session)).toBe(false);
  });

  it('with a sequence from the future closes the socket: 4007', async () => {
    const sandbox = await sandboxOfTest();
    const { session } = await ready(sandbox);
    const again = connect(sandbox);
    await again.op(10);
    again.send(resume(sandbox, session, 9999));
    expect(await again.closed).toBe(4007);
  });

  it('is refused when too much was missed', async () => {
    const sandbox = await sandboxOfTest();
    const { gateway, session } = await ready(sandbox, { intents: GUILDS_AND_MESSAGES });
    gateway.drop();
    await gateway.closed;
    const lobby = sandbox.actor(USERS.juno, CHANNELS.lobby);
    for (let i = 0; i < 2100; i += 1) await lobby.say(`${i}`);
    const again = connect(sandbox);
    await again.op(10);
    again.send(resume(sandbox, session, 1));
    expect((await again.op(9)).d).toBe(false);
  });
});

describe('events', () => {
  it('come only with their intent', async () => {
    const sandbox = await sandboxOfTest();
    const { gateway } = await ready(sandbox, { intents: 1 << 12 });
    await sandbox.actor(USERS.juno, CHANNELS.lobby).say('in the lobby');
    await sandbox.actor(USERS.juno).say('directly');
    expect((await gateway.next(({ t }) => t !== null)).d).toMatchObject({ content: 'directly' });
  });

  it('are blank unless they concern the bot', async () => {
    const sandbox = await sandboxOfTest();
    const { gateway } = await ready(sandbox, { intents: GUILDS_AND_MESSAGES });
    const lobby = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const told = async () => Object((await gateway.event('MESSAGE_CREATE')).d);
    await lobby.say('secret');
    expect(await told()).toMatchObject({
      content: '',
      guild_id: GUILDS.neonNights,
      member: { roles: [] },
    });
    const { message } = await lobby.say('@Soundtrack what plays here?');
    expect(message.content).toBe(`<@${sandbox.applicationId}> what plays here?`);
    expect(await told()).toMatchObject({ content: message.content, mentions: [{ bot: true }] });
    await sandbox.actor(USERS.juno).say('to you alone');
    expect(await told()).toMatchObject({ content: 'to you alone' });
  });

  it('of channels that the bot can’t see don’t come', async () => {
    const sandbox = await sandboxOfTest();
    const { gateway } = await ready(sandbox, { intents: GUILDS_AND_MESSAGES });
    await sandbox.actor(USERS.mara, CHANNELS.backstage).say('@Soundtrack are you there?');
    await sandbox.actor(USERS.mara, CHANNELS.lobby).say('@Soundtrack hello');
    expect((await gateway.event('MESSAGE_CREATE')).d).toMatchObject({ channel_id: CHANNELS.lobby });
  });

  it('go to the shard of their guild, direct ones to the first', async () => {
    const sandbox = await sandboxOfTest();
    const shards: Awaited<ReturnType<typeof ready>>[] = [];
    for (const index of [0, 1]) {
      shards.push(await ready(sandbox, { shard: [index, 2], intents: GUILDS_AND_MESSAGES }));
    }
    const guildsOf = ({ session }: Awaited<ReturnType<typeof ready>>) =>
      session.guilds.map(({ id }: { id: string }) => id);
    for (const guildId of [GUILDS.neonNights, GUILDS.scoreScholars]) {
      const index = Number((BigInt(guildId) >> 22n) % 2n);
      expect(shards.map(guildsOf).findIndex((ids) => ids.includes(guildId))).toBe(index);
    }
    expect(shards.flatMap(guildsOf)).toHaveLength(2);
    expect(shards.map((shard) => guildsOf(shard).length)).toEqual([1, 1]);
    await sandbox.actor(USERS.theo).say('directly');
    await sandbox.actor(USERS.theo, CHANNELS.lobby).say('in the club');
    await sandbox.actor(USERS.theo, CHANNELS.readingRoom).say('in the library');
    const firstOf = async (index: number) =>
      Object((await shards[index]?.gateway.event('MESSAGE_CREATE'))?.d).channel_id;
    expect(await firstOf(0)).toBe(sandbox.actor(USERS.theo).channelId);
  });

  it('members are told when asked for', async () => {
    const sandbox = await sandboxOfTest();
    const { gateway } = await ready(sandbox);
    const ask = (d: object) => gateway.send({ op: 8, d: { guild_id: GUILDS.neonNights, ...d } });
    ask({ user_ids: [USERS.theo, '1'], nonce: 'n' });
    expect((await gateway.event('GUILD_MEMBERS_CHUNK')).d).toMatchObject({
      members: [{ user: { username: 'theo' } }],
      not_found: ['1'],
      nonce: 'n',
    });
    ask({ query: 'ju', limit: 1 });
    expect((await gateway.event('GUILD_MEMBERS_CHUNK')).d).toMatchObject({
      members: [{ user: { username: 'juno' } }],
    });
  });
});
