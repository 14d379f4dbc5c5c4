import { type DiscordAPIError, type Interaction, Routes } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { CHANNELS, USERS } from '../../src/sandbox/world/seed.ts';
import { startEchoBot } from '../support/echo-bot.ts';
import { RawGateway, request } from '../support/raw-discord.ts';
import { sandboxOfTest } from '../support/sandbox-with-bot.ts';

interface Event {
  readonly id: string;
  readonly token: string;
}

/** A bot without a library, on a clock that stands still: it answers only what the test sends. */
async function bareBot() {
  const clock = new ManualClock();
  const sandbox = await sandboxOfTest({ clock, patienceMs: 10_000 });
  sandbox.installCommands([{ name: 'go', description: 'go' }]);
  const gateway = new RawGateway(sandbox);
  onTestFinished(() => gateway.drop());
  await gateway.identify(sandbox.token);
  await gateway.event('READY');
  const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
  const outcomes: unknown[] = [];

  return {
    clock,
    sandbox,
    juno,
    /** Runs `/go`; how it ends is in `outcomes`. */
    async go(): Promise<Event> {
      juno.run('go').then(
        (exchange) => outcomes.push(exchange),
        (error) => outcomes.push(error),
      );
      return (await gateway.event('INTERACTION_CREATE')).d as Event;
    },
    /** Clicks a button of a message. */
    async click(messageId: string, customId: string): Promise<Event> {
      juno.click(messageId, customId).catch((error) => outcomes.push(error));
      return (await gateway.event('INTERACTION_CREATE')).d as Event;
    },
    outcomes,
    respond: ({ id, token }: Event, body: object) =>
      request(sandbox, 'POST', `/interactions/${id}/${token}/callback`, body, null),
    webhook: (method: string, { token }: Event, more = '', body?: object) =>
      request(sandbox, method, `/webhooks/${sandbox.applicationId}/${token}${more}`, body, null),
  };
}

const say = (content: string, more: object = {}) => ({ type: 4, data: { content, ...more } });

describe('time', () => {
  it('three seconds for the first response, not one millisecond more', async () => {
    const { clock, go, respond } = await bareBot();
    const early = await go();
    clock.advance(2999);
    expect((await respond(early, say('x'))).status).toBe(204);
    const late = await go();
    clock.advance(3000);
    expect((await respond(late, say('x'))).body).toEqual({
      code: 10062,
      message: 'Unknown interaction',
    });
  });

  it('tells the member that nobody answered', async () => {
    const { clock, go, outcomes } = await bareBot();
    await go();
    clock.advance(3000);
    await expect
      .poll(() => outcomes)
      .toMatchObject([{ reason: 'no_answer', message: 'The application did not respond.' }]);
  });

  it('fifteen minutes for the token', async () => {
    const { clock, go, respond, webhook } = await bareBot();
    const event = await go();
    await respond(event, { type: 5 });
    clock.advance(15 * 60 * 1000 - 1);
    const edited = await webhook('PATCH', event, '/messages/@original', { content: 'just' });
    expect(edited.body).toMatchObject({ content: 'just' });
    clock.advance(1);
    const answers = [
      await webhook('PATCH', event, '/messages/%40original', { content: 'late' }),
      await webhook('POST', event, '', { content: 'late' }),
      await webhook('DELETE', event, '/messages/@original'),
    ];
    for (const { status, body } of answers) expect([status, body.code]).toEqual([401, 50027]);
  });

  it('a deferral that nobody finishes', async () => {
    const { clock, go, respond, outcomes } = await bareBot();
    await respond(await go(), { type: 5 });
    clock.advance(10_000);
    await expect.poll(() => outcomes).toMatchObject([{ reason: 'unfinished' }]);
  });
});

describe('once', () => {
  it('a second response is refused, whatever it is', async () => {
    const { go, respond } = await bareBot();
    const event = await go();
    await respond(event, say('x'));
    for (const body of [say('y'), { type: 5 }, { type: 9, data: {} }]) {
      expect((await respond(event, body)).body).toMatchObject({ code: 40060 });
    }
  });

  it('a refused response is none: another may follow', async () => {
    const { go, respond, outcomes } = await bareBot();
    const event = await go();
    const refused = await respond(event, say('x'.repeat(2001)));
    expect(refused.body).toMatchObject({
      code: 50035,
      errors: { data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } },
    });
    await respond(event, say('sorry'));
    await expect.poll(() => outcomes).toMatchObject([{ message: { content: 'sorry' } }]);
  });

  it('tells the member what was refused when nothing follows', async () => {
    const { clock, go, respond, outcomes } = await bareBot();
    await respond(await go(), say(''));
    clock.advance(3000);
    await expect
      .poll(() => outcomes)
      .toMatchObject([
        {
          reason: 'refused',
          message: "Discord refused the bot's answer: Cannot send an empty message (50006)",
          body: { code: 50006 },
        },
      ]);
  });
});

describe('unknown', () => {
  it('interactions, tokens, webhooks and messages', async () => {
    const { sandbox, go, respond, webhook } = await bareBot();
    const event = await go();
    const code = async (answer: Promise<{ body: object }>) => (await answer).body;
    expect(await code(respond({ ...event, id: '1' }, say('x')))).toMatchObject({ code: 10062 });
    expect(await code(respond({ ...event, token: 'x' }, say('x')))).toMatchObject({ code: 10062 });
    expect(await code(webhook('GET', event, '/messages/@original'))).toMatchObject({ code: 10015 });
    expect(await code(webhook('POST', event, '', { content: 'x' }))).toMatchObject({ code: 10015 });
    await respond(event, say('x'));
    expect(
      await code(webhook('GET', { ...event, token: 'x' }, '/messages/@original')),
    ).toMatchObject({ code: 50027 });
    expect(await code(webhook('GET', event, '/messages/1'))).toMatchObject({ code: 10008 });
    const foreign = request(
      sandbox,
      'GET',
      `/webhooks/1/${event.token}/messages/@original`,
      undefined,
      null,
    );
    expect(await code(foreign)).toMatchObject({ code: 10015 });
    expect((await webhook('DELETE', event, '/messages/@original')).status).toBe(204);
    expect(
      await code(webhook('PATCH', event, '/messages/@original', { content: 'y' })),
    ).toMatchObject({ code: 10008 });
  });

  it('a private answer that its reader has dismissed', async () => {
    const { juno, go, respond, webhook } = await bareBot();
    const event = await go();
    await respond(event, say('x', { flags: 64 }));
    juno.deleteMessage(juno.messages()[0]?.id ?? '');
    const edited = await webhook('PATCH', event, '/messages/@original', { content: 'y' });
    expect(edited.body).toMatchObject({ code: 10008 });
  });

  it('an ephemeral message, to the channel’s own routes', async () => {
    const { sandbox, juno, go, respond } = await bareBot();
    await respond(await go(), say('x', { flags: 64 }));
    const [message] = juno.messages();
    const path = `/channels/${CHANNELS.lobby}/messages`;
    expect((await request(sandbox, 'GET', `${path}/${message?.id}`)).body).toMatchObject({
      code: 10008,
    });
    expect((await request(sandbox, 'GET', path)).body).toEqual([]);
  });
});

describe('response types', () => {
  it.each([1, 6, 7, 8, 10, 99])('type %i is none for a command', async (type) => {
    const { go, respond } = await bareBot();
    const { body } = await respond(await go(), { type, data: {} });
    expect(body).toMatchObject({
      code: 50035,
      errors: { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } },
    });
  });

  it('a component is not answered with choices, nor its message updated when gone', async () => {
    const { sandbox, juno, go, click, respond } = await bareBot();
    const button = { type: 2, style: 1, label: 'x', custom_id: 'x' };
    await respond(await go(), say('x', { components: [{ type: 1, components: [button] }] }));
    const id = juno.messages()[0]?.id ?? '';
    const event = await click(id, 'x');
    const choices = await respond(event, { type: 8, data: { choices: [] } });
    expect(choices.body).toMatchObject({ code: 50035 });
    const emptied = await respond(event, { type: 7, data: { content: '', components: [] } });
    expect(emptied.body).toMatchObject({ code: 50006 });
    expect((await respond(event, { type: 7, data: { content: 'y' } })).status).toBe(204);
    const late = await click(id, 'x');
    sandbox.actor(USERS.mara, CHANNELS.lobby).deleteMessage(id);
    const gone = await respond(late, { type: 7, data: { content: 'z' } });
    expect(gone.body).toMatchObject({ code: 10008 });
  });
});

describe('modals that Discord refuses', () => {
  const input = (more: object = {}) => ({ type: 4, custom_id: 'i', style: 1, ...more });
  const label = (component: object, more: object = {}) => ({
    type: 18,
    label: 'L',
    component,
    ...more,
  });
  const modal = (...components: object[]) => ({ custom_id: 'm', title: 'T', components });

  it.each<[string, object, string]>([
    ['no title', { ...modal(label(input())), title: undefined }, 'title'],
    ['a long title', { ...modal(label(input())), title: 'x'.repeat(46) }, 'title'],
    ['no components', modal(), 'components'],
    [
      'six components',
      modal(...Array.from({ length: 6 }, (_, i) => label(input({ custom_id: `${i}` })))),
      'components',
    ],
    ['a bare input', modal(input()), 'components'],
    ['a long label', modal(label(input(), { label: 'x'.repeat(46) })), 'components'],
    ['a long description', modal(label(input(), { description: 'x'.repeat(101) })), 'components'],
    ['a style there isn’t', modal(label(input({ style: 3 }))), 'components'],
    ['bounds crossed', modal(label(input({ min_length: 5, max_length: 4 }))), 'components'],
    ['a custom id twice', modal(label(input()), label(input())), 'components'],
    ['a button', modal(label({ type: 2, style: 1, custom_id: 'b', label: 'b' })), 'components'],
    ['an old row without label', modal({ type: 1, components: [input()] }), 'components'],
  ])('%s', async (_, data, field) => {
    const { go, respond } = await bareBot();
    const { body } = await respond(await go(), { type: 9, data });
    expect(body).toMatchObject({ code: 50035, errors: { data: { [field]: expect.anything() } } });
  });

  it('but not one that keeps the rules', async () => {
    const { go, respond } = await bareBot();
    const data = modal(
      { type: 10, content: 'Hello' },
      label(input()),
      label({ type: 5, custom_id: 'u' }),
      label({
        type: 21,
        custom_id: 'r',
        options: [
          { label: 'a', value: 'a' },
          { label: 'b', value: 'b' },
        ],
      }),
      { type: 1, components: [input({ custom_id: 'old', label: 'Old' })] },
    );
    expect((await respond(await go(), { type: 9, data })).status).toBe(204);
  });
});

describe('through the real client', () => {
  it('errors carry Discord’s codes', async () => {
    const sandbox = await sandboxOfTest();
    sandbox.installCommands([{ name: 'go', description: 'go' }]);
    const codes: unknown[] = [];
    const bot = await startEchoBot(sandbox, {
      async interaction(interaction: Interaction) {
        if (!interaction.isChatInputCommand()) return;
        const note = (error: DiscordAPIError) => codes.push(error.code);
        await interaction.reply('x'.repeat(2001)).catch(note);
        await interaction.reply('x');
        const route = Routes.interactionCallback(interaction.id, interaction.token);
        await interaction.client.rest.post(route, { body: say('y'), auth: false }).catch(note);
      },
    });
    onTestFinished(() => bot.stop());
    await sandbox.actor(USERS.juno, CHANNELS.lobby).run('go');
    await expect.poll(() => codes).toEqual([50035, 40060]);
    sandbox.faults.expireInteractions();
    await expect(sandbox.actor(USERS.juno, CHANNELS.lobby).run('go')).rejects.toMatchObject({
      reason: 'no_answer',
    });
    await expect.poll(() => codes[2]).toBe(10062);
  });
});
