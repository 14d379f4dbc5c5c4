import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { CHANNELS, GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { request } from '../support/raw-discord.ts';
import { botOfTest, sandboxOfTest } from '../support/sandbox-with-bot.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 10_000 });
});
afterAll(() => sandbox.close());

const call = (method: string, path: string, body?: unknown) => request(sandbox, method, path, body);
const messages = (channel: keyof typeof CHANNELS) => `/channels/${CHANNELS[channel]}/messages`;

describe('who may ask', () => {
  it.each([null, 'Bot wrong', 'Bearer x'])('%s may not', async (authorization) => {
    for (const path of ['/users/@me', '/gateway/bot', messages('lobby'), '/nowhere']) {
      const { status, body } = await request(sandbox, 'GET', path, undefined, authorization);
      expect([status, body]).toEqual([401, { code: 0, message: '401: Unauthorized' }]);
    }
  });

  it('unknown routes and versions', async () => {
    expect(await call('GET', '/nowhere')).toMatchObject({ status: 404, body: { code: 0 } });
    const old = await fetch(`${sandbox.apiUrl}/v6/users/@me`);
    expect(await old.json()).toMatchObject({ code: 50041 });
  });
});

describe('what there is', () => {
  it.each<[string, object]>([
    ['/users/@me', { username: 'Soundtrack', bot: true }],
    [`/users/${USERS.juno}`, { username: 'juno', global_name: 'Juno' }],
    ['/applications/@me', { name: 'Soundtrack', bot: { bot: true } }],
    ['/oauth2/applications/@me', { name: 'Soundtrack' }],
    ['/gateway', { url: expect.stringMatching(/^ws:/) }],
    [`/guilds/${GUILDS.neonNights}`, { name: 'Neon Nights Film Club', owner_id: USERS.mara }],
    [
      `/guilds/${GUILDS.neonNights}/members/${USERS.mara}`,
      { user: { username: 'mara' }, roles: ['1400000000000000001'] },
    ],
    [`/guilds/${GUILDS.neonNights}/members/1000000000000000001`, { user: { bot: true } }],
    [`/channels/${CHANNELS.lobby}`, { name: 'lobby', guild_id: GUILDS.neonNights }],
  ])('%s', async (path, expected) => {
    expect(await call('GET', path)).toMatchObject({ status: 200, body: expected });
  });

  it('channels and roles of a guild', async () => {
    const channels = Object.values(
      (await call('GET', `/guilds/${GUILDS.neonNights}/channels`)).body,
    );
    expect(channels.map((channel) => Object(channel).name)).toEqual([
      'lobby',
      'soundtracks',
      'announcements',
      'backstage',
    ]);
    const roles = Object.values((await call('GET', `/guilds/${GUILDS.neonNights}/roles`)).body);
    expect(roles.map((role) => Object(role).name)).toEqual(['@everyone', 'Projectionist']);
  });

  it('a direct message with somebody', async () => {
    const { body } = await call('POST', '/users/@me/channels', { recipient_id: USERS.juno });
    expect(body).toMatchObject({ type: 1, recipients: [{ username: 'juno' }] });
    const sent = await call('POST', `/channels/${body.id}/messages`, { content: 'hi' });
    expect(sent.status).toBe(200);
    expect(sandbox.actor(USERS.juno).messages()).toMatchObject([{ content: 'hi' }]);
  });

  it.each<[string, string, number]>([
    ['GET', '/users/1', 10013],
    ['GET', '/channels/1', 10003],
    ['GET', '/guilds/1', 10004],
    ['GET', `/guilds/${GUILDS.neonNights}/members/1`, 10013],
    ['GET', `/channels/${CHANNELS.lobby}/messages/1`, 10008],
    ['GET', `/channels/${CHANNELS.backstage}`, 50001],
    ['GET', `/channels/${CHANNELS.backstage}/messages`, 50001],
    ['POST', `/channels/${CHANNELS.announcements}/typing`, 50013],
    ['GET', `/channels/${CHANNELS.lobby}/messages?limit=101`, 50035],
    ['GET', `/channels/${CHANNELS.lobby}/messages?limit=0`, 50035],
  ])('%s %s: %i', async (method, path, code) => {
    expect((await call(method, path)).body).toMatchObject({ code });
  });
});

describe('messages', () => {
  it('may be written where the bot may write, and nowhere else', async () => {
    expect(await call('POST', messages('lobby'), { content: 'x' })).toMatchObject({ status: 200 });
    const refused = await call('POST', messages('announcements'), { content: 'x' });
    expect(refused).toMatchObject({ status: 403, body: { code: 50013 } });
    const unseen = await call('POST', messages('backstage'), { content: 'x' });
    expect(unseen).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  it('are read by pages, others’ content blank', async () => {
    const juno = sandbox.actor(USERS.juno, CHANNELS.readingRoom);
    const ids = [];
    for (const text of ['one', 'two', '@Soundtrack three'])
      ids.push((await juno.say(text)).message.id);
    const list = async (query = '') =>
      Object.values((await call('GET', `${messages('readingRoom')}${query}`)).body).map((one) =>
        Object(one),
      );
    expect((await list()).map(({ id }) => id)).toEqual([...ids].reverse());
    expect((await list()).map(({ content }) => content)).toEqual([
      `<@${sandbox.applicationId}> three`,
      '',
      '',
    ]);
    expect((await list('?limit=1')).map(({ id }) => id)).toEqual([ids[2]]);
    expect((await list(`?before=${ids[1]}`)).map(({ id }) => id)).toEqual([ids[0]]);
    expect((await list(`?after=${ids[0]}&limit=1`)).map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('are edited by their author, deleted by them or by moderators', async () => {
    const { message } = await sandbox.actor(USERS.juno, CHANNELS.lobby).say('mine');
    const path = `${messages('lobby')}/${message.id}`;
    expect((await call('PATCH', path, { content: 'x' })).body).toMatchObject({ code: 50005 });
    expect((await call('DELETE', path)).body).toMatchObject({ code: 50013 });
    const own = await call('POST', messages('lobby'), { content: 'x' });
    expect((await call('DELETE', `${messages('lobby')}/${own.body.id}`)).status).toBe(204);
    expect((await call('DELETE', `${messages('lobby')}/${own.body.id}`)).body).toMatchObject({
      code: 10008,
    });
    const direct = await sandbox.actor(USERS.theo).say('mine too');
    const elsewhere = `/channels/${direct.message.channel_id}/messages/${direct.message.id}`;
    expect((await call('DELETE', elsewhere)).body).toMatchObject({ code: 50003 });
  });

  it('reply to others, gone ones only if that is allowed', async () => {
    const { message } = await sandbox.actor(USERS.juno, CHANNELS.lobby).say('a question');
    const reference = { message_id: message.id };
    const reply = await call('POST', messages('lobby'), {
      content: 'x',
      message_reference: reference,
    });
    expect(reply.body).toMatchObject({
      type: 19,
      mentions: [{ id: USERS.juno }],
      referenced_message: { id: message.id },
    });
    const quiet = await call('POST', messages('lobby'), {
      content: 'x',
      message_reference: reference,
      allowed_mentions: { parse: [] },
    });
    expect(quiet.body).toMatchObject({ type: 19, mentions: [] });
    const lax = { message_id: '1', fail_if_not_exists: false };
    const orphan = await call('POST', messages('lobby'), { content: 'x', message_reference: lax });
    expect(orphan.body).toMatchObject({ type: 0 });
  });

  it('mention whom they may', async () => {
    const mentions = async (body: object) => {
      const sent = await call('POST', messages('lobby'), body);
      return Object(sent.body.mentions).map(({ id }: { id: string }) => id);
    };
    const content = `<@${USERS.juno}> <@!${USERS.theo}> <@${USERS.juno}>`;
    expect(await mentions({ content })).toEqual([USERS.juno, USERS.theo]);
    expect(await mentions({ content, allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await mentions({ content, allowed_mentions: { users: [USERS.theo] } })).toEqual([
      USERS.theo,
    ]);
    const everyone = await call('POST', messages('lobby'), { content: '@everyone' });
    expect(everyone.body.mention_everyone).toBe(true);
  });

  it('are never ephemeral without an interaction', async () => {
    const { body } = await call('POST', messages('lobby'), { content: 'x', flags: 64 });
    expect(body.flags).toBe(0);
    expect(sandbox.actor(USERS.theo, CHANNELS.lobby).messages()).toContainEqual(
      expect.objectContaining({ id: body.id }),
    );
  });

  it('are typed first, for all to see', async () => {
    const seen: unknown[] = [];
    const stop = sandbox.actor(USERS.juno, CHANNELS.lobby).onUpdate((event) => seen.push(event));
    expect((await call('POST', `/channels/${CHANNELS.lobby}/typing`)).status).toBe(204);
    stop();
    expect(seen).toEqual([{ type: 'typing', userId: sandbox.applicationId }]);
  });
});

describe('rate limits', () => {
  it('are told with every answer', async () => {
    const { headers } = await call('GET', '/users/@me');
    expect(Number(headers.get('x-ratelimit-limit'))).toBe(10_000);
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThan(10_000);
    expect(Number(headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(0);
    expect(headers.get('x-ratelimit-bucket')).toMatch(/^\w/);
    expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThan(1e9);
  });

  it('end in 429, per route and for all together', async () => {
    const strict = await sandboxOfTest({ requestsPerSecond: 3 });
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await request(strict, 'GET', '/users/@me'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const last = answers[3];
    expect(last?.body).toMatchObject({ global: true, retry_after: expect.any(Number) });
    expect(last?.headers.get('x-ratelimit-global')).toBe('true');
    expect(last?.headers.get('retry-after')).toBe('1');
  });

  it('don’t count interaction callbacks', async () => {
    const { sandbox: strict, bot } = await botOfTest(undefined, { requestsPerSecond: 1 });
    const juno = strict.actor(USERS.juno, CHANNELS.lobby);
    const all = Array.from({ length: 20 }, (_, i) => juno.runLine(`/echo ${i}`));
    expect((await Promise.all(all)).map(({ message }) => message?.content)).toContain('19');
    expect(bot.errors).toEqual([]);
  });

  it('are waited for by the real client', async () => {
    const { sandbox: strict, bot } = await botOfTest({}, { requestsPerSecond: 2 });
    const channel = await bot.client.channels.fetch(CHANNELS.lobby);
    if (!channel?.isSendable()) throw new Error('the bot may write in the lobby');
    await Promise.all(['1', '2', '3', '4'].map((text) => channel.send(text)));
    const seen = strict.actor(USERS.juno, CHANNELS.lobby).messages();
    expect(seen.map(({ content }) => content)).toEqual(['1', '2', '3', '4']);
  });
});

describe('observers', () => {
  it('hear of every request, with its body', async () => {
    const { sandbox: own } = await botOfTest();
    const seen: unknown[] = [];
    const stop = own.observe((observed) => seen.push(observed));
    await own.actor(USERS.juno, CHANNELS.lobby).runLine('/echo hi');
    await request(own, 'GET', '/users/1');
    stop();
    await request(own, 'GET', '/users/@me');
    expect(seen).toMatchObject([
      {
        method: 'POST',
        path: expect.stringMatching(/^\/interactions\/.*\/callback$/),
        status: 204,
        body: { type: 4 },
      },
      { method: 'GET', path: '/users/1', status: 404 },
    ]);
    expect(seen).toHaveLength(2);
  });
});
