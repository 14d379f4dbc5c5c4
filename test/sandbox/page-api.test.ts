import { ModalBuilder, TextInputStyle } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { CHANNELS, GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { good, RawPage } from '../support/raw-page.ts';
import { botOfTest, sandboxOfTest } from '../support/sandbox-with-bot.ts';

const COMMANDS = [
  {
    name: 'go',
    description: 'x',
    options: [
      { type: 3, name: 'text', description: 'x', autocomplete: true },
      { type: 11, name: 'file', description: 'x' },
    ],
  },
  { name: 'form', description: 'x' },
  { name: 'manage', description: 'x', default_member_permissions: '32' },
  { type: 3, name: 'Repeat' },
];

async function page() {
  const { sandbox, bot } = await botOfTest(
    {
      async interaction(interaction) {
        if (interaction.isAutocomplete()) {
          const typed = interaction.options.getFocused();
          await interaction.respond([{ name: `${typed}…`, value: typed }]);
        } else if (interaction.isChatInputCommand() && interaction.commandName === 'form') {
          const input = { type: 4, custom_id: 'words', style: TextInputStyle.Short };
          await interaction.showModal(
            new ModalBuilder({
              custom_id: 'form',
              title: 'Form',
              components: [{ type: 18, label: 'Words', component: input }],
            }),
          );
        } else if (interaction.isChatInputCommand()) {
          const file = interaction.options.getAttachment('file');
          await interaction.reply({
            content: `${interaction.options.getString('text')} ${file?.name ?? ''}`.trim(),
            components: [
              { type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'button' }] },
              {
                type: 1,
                components: [{ type: 3, custom_id: 'menu', options: [{ label: 'a', value: 'a' }] }],
              },
            ],
          });
        } else if (interaction.isModalSubmit()) {
          await interaction.reply({
            content: interaction.fields.getTextInputValue('words'),
            flags: 64,
          });
        } else if (interaction.isMessageContextMenuCommand()) {
          await interaction.reply(interaction.targetMessage.content);
        } else if (interaction.isMessageComponent()) {
          await interaction.update(`used ${interaction.customId}`);
        }
      },
      message: (message) => !message.author.bot && message.reply('heard'),
    },
    { commands: COMMANDS },
  );
  const visitor = await RawPage.open(sandbox);
  onTestFinished(() => visitor.close());
  return { sandbox, bot, visitor };
}

describe('the page', () => {
  it('is somebody somewhere from the first hello', async () => {
    const { sandbox, visitor } = await page();
    const state = await good(visitor.ask('hello', {}));
    expect(state).toMatchObject({
      me: { id: USERS.mara, displayName: 'Mara', bot: false },
      bot: { id: sandbox.applicationId, bot: true },
      botOnline: true,
      here: { channelId: CHANNELS.lobby, guildId: GUILDS.neonNights },
      directMessage: { id: sandbox.actor(USERS.mara).channelId, canSend: true },
      messages: [],
    });
    expect(state.users.map(({ username }) => username)).toEqual([
      'mara',
      'theo',
      'juno',
      'Soundtrack',
    ]);
    expect(state.commands.map(({ name }) => name)).toEqual(['go', 'form', 'manage', 'Repeat']);
    expect(state.guilds[0]).toMatchObject({
      name: 'Neon Nights Film Club',
      admin: true,
      adminIds: [USERS.mara],
      hasBot: true,
      channels: [
        { name: 'lobby' },
        { name: 'soundtracks' },
        { name: 'announcements' },
        { name: 'backstage' },
      ],
    });
  });

  it('speaks the member’s language', async () => {
    const { sandbox, visitor } = await page();
    sandbox.installCommands([
      {
        name: 'mood',
        name_localizations: { de: 'stimmung' },
        description: 'A mood',
        description_localizations: { de: 'Eine Stimmung' },
        options: [
          {
            type: 3,
            name: 'which',
            description: 'Which',
            description_localizations: { de: 'Welche' },
            choices: [{ name: 'dark', name_localizations: { de: 'dunkel' }, value: 'd' }],
          },
        ],
      },
    ]);
    const german = await good(visitor.ask('hello', { userId: USERS.juno }));
    expect(german.commands).toMatchObject([
      {
        name: 'mood',
        name_localized: 'stimmung',
        description_localized: 'Eine Stimmung',
        options: [
          { name: 'which', description: 'Welche', choices: [{ name: 'dunkel', value: 'd' }] },
        ],
      },
    ]);
    const english = await good(visitor.ask('switch', { userId: USERS.mara }));
    expect(english.commands[0]).not.toHaveProperty('name_localized');
  });

  it('becomes others, elsewhere', async () => {
    const { sandbox, visitor } = await page();
    await visitor.ask('hello', { channelId: CHANNELS.backstage });
    const asJuno = await good(visitor.ask('switch', { userId: USERS.juno }));
    expect(asJuno.here.channelId).toBe(CHANNELS.lobby);
    expect(asJuno.commands.map(({ name }) => name)).not.toContain('manage');
    expect(asJuno.guilds[0]).toMatchObject({ admin: false });
    expect(asJuno.guilds[0]?.channels.map(({ name, canSend }) => [name, canSend])).toEqual([
      ['lobby', true],
      ['soundtracks', true],
      ['announcements', false],
    ]);
    const direct = sandbox.actor(USERS.juno).channelId;
    const inDirect = await good(visitor.ask('switch', { channelId: direct }));
    expect(inDirect.here).toEqual({ channelId: direct, guildId: null });
    const asTheo = await good(visitor.ask('switch', { userId: USERS.theo }));
    expect(asTheo.here.channelId).toBe(sandbox.actor(USERS.theo).channelId);
    const refused = await visitor.ask('switch', { channelId: CHANNELS.backstage });
    expect(refused).toMatchObject({ ok: false, error: { reason: 'not_possible' } });
  });

  it('does all that a member can', async () => {
    const { visitor } = await page();
    await visitor.ask('hello', { userId: USERS.juno });
    const typed = { command: 'go', options: {}, focused: 'text', value: 'Dri' };
    expect(await good(visitor.ask('autocomplete', typed))).toEqual({
      choices: [{ name: 'Dri…', value: 'Dri' }],
    });
    const file = { filename: 'a.txt', base64: Buffer.from('hi').toString('base64') };
    const ran = await good(visitor.ask('run', { command: 'go', options: { text: 'Drive', file } }));
    expect(ran).toMatchObject({ ephemeral: false, message: { content: 'Drive a.txt' } });
    const messageId = ran.message?.id ?? '';
    const clicked = await good(visitor.ask('click', { messageId, customId: 'button' }));
    expect(clicked.message?.content).toBe('used button');
    const chosen = { messageId, customId: 'menu', values: ['a'] };
    expect((await good(visitor.ask('select', chosen))).message?.content).toBe('used menu');
    const opened = await good(visitor.ask('run', { line: '/form' }));
    expect(opened.modal?.title).toBe('Form');
    const filled = { interactionId: opened.interactionId, values: { words: 'hello' } };
    expect(await good(visitor.ask('submit', filled))).toMatchObject({
      ephemeral: true,
      message: { content: 'hello' },
    });
    const repeat = { command: 'Repeat', messageId };
    expect((await good(visitor.ask('messageCommand', repeat))).message?.content).toBe('used menu');
    const said = await good(visitor.ask('say', { text: '@Soundtrack hi' }));
    await expect
      .poll(() =>
        visitor.pushes.some((push) => push.type === 'message' && push.message.content === 'heard'),
      )
      .toBe(true);
    expect(await good(visitor.ask('deleteMessage', { messageId: said.message.id }))).toEqual({});
  });

  it('is told of messages, edits, deletions, and of the state', async () => {
    const { sandbox, bot, visitor } = await page();
    await visitor.ask('hello', { userId: USERS.juno });
    const theo = sandbox.actor(USERS.theo, CHANNELS.lobby);
    const { message } = await theo.runLine('/go Drive');
    const id = message?.id ?? '';
    await theo.click(id, 'button');
    sandbox.actor(USERS.mara, CHANNELS.lobby).deleteMessage(id);
    await bot.client.channels.cache.get(CHANNELS.lobby)?.fetch();
    await bot.stop();
    await expect
      .poll(() => visitor.pushes.at(-1))
      .toMatchObject({ type: 'state', state: { botOnline: false } });
    expect(visitor.pushes.slice(0, 3)).toMatchObject([
      { type: 'message', message: { id, content: 'Drive' } },
      { type: 'messageUpdate', message: { id, content: 'used button' } },
      { type: 'messageDelete', messageId: id },
    ]);
  });

  it('sees others’ private answers not even when it was there first', async () => {
    const { sandbox, visitor } = await page();
    await visitor.ask('hello', { userId: USERS.juno });
    const theo = sandbox.actor(USERS.theo, CHANNELS.lobby);
    await theo.submit(await theo.runLine('/form'), { words: 'secret' });
    await sandbox.actor(USERS.theo, CHANNELS.lobby).say('done');
    await expect.poll(() => visitor.pushes).toHaveLength(2);
    expect(JSON.stringify(visitor.pushes)).not.toContain('secret');
  });

  it('gets one sentence for what went wrong', async () => {
    const { visitor } = await page();
    expect(await visitor.ask('run', { line: '/go' })).toMatchObject({
      ok: false,
      error: { reason: 'bad_request', message: 'Say hello first.' },
    });
    await visitor.ask('hello', { userId: USERS.juno });
    expect(await visitor.ask('run', { line: '/nope' })).toMatchObject({
      ok: false,
      error: {
        reason: 'not_possible',
        message: expect.stringMatching(/^There is no command \/nope here/),
      },
    });
    for (const nonsense of ['{', '[]', { id: -1, type: 'dance' }, { id: -1, type: 'click' }]) {
      expect(await visitor.raw(nonsense)).toMatchObject({
        id: -1,
        ok: false,
        error: { reason: 'bad_request' },
      });
    }
    expect(await visitor.raw({ id: 99, type: 'say', text: 5 }, 99)).toMatchObject({
      id: 99,
      ok: false,
    });
  });
});

describe('strangers', () => {
  const attempt = (url: string, headers: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(url, { headers });
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('error', (error) => resolve(error.message));
    });

  it('from other pages of the web get no socket', async () => {
    const { pageUrl, apiUrl } = await sandboxOfTest();
    const socket = `${pageUrl.replace('http', 'ws')}sandbox/socket`;
    const gateway = `${apiUrl.replace('http', 'ws').replace(/api$/, '')}gateway`;
    const own = new URL(pageUrl).origin;
    for (const url of [socket, gateway]) {
      expect(await attempt(url, {})).toBe('open');
      expect(await attempt(url, { origin: own })).toBe('open');
      expect(await attempt(url, { origin: 'https://example.org' })).toContain('403');
      expect(await attempt(url, { origin: 'null' })).toContain('403');
      expect(await attempt(url, { host: 'rebound.example.org' })).toContain('403');
    }
    expect(await attempt(`${socket}/x`, {})).toContain('404');
  });
});
