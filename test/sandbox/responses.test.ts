import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { ExchangeError } from '../../src/sandbox/exchange.ts';
import { CHANNELS, USERS } from '../../src/sandbox/world/seed.ts';
import { botOfTest } from '../support/sandbox-with-bot.ts';

type Chat = ChatInputCommandInteraction;

const onChat = (work: (interaction: Chat) => unknown) => ({
  interaction: (interaction: Interaction) =>
    interaction.isChatInputCommand() ? work(interaction) : undefined,
});

const COMMANDS = [{ name: 'go', description: 'go' }];

/** Runs `/go` as Juno in the lobby against a bot that answers so. */
async function go(work: (interaction: Chat) => unknown) {
  const { sandbox, bot } = await botOfTest(onChat(work), { commands: COMMANDS, patienceMs: 200 });
  const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
  const theo = sandbox.actor(USERS.theo, CHANNELS.lobby);
  const exchange = await juno.run('go').catch((error: ExchangeError) => error);
  return { sandbox, bot, juno, theo, exchange };
}

const rowOf = (...buttons: ButtonBuilder[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
const button = (id: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary);

describe('a command', () => {
  it('is answered with a message that all can see', async () => {
    const { exchange, theo, juno } = await go((interaction) => interaction.reply('hello'));
    expect(exchange).toMatchObject({
      used: 'go',
      ephemeral: false,
      deferred: false,
      message: {
        content: 'hello',
        type: 20,
        author: { username: 'Soundtrack', bot: true },
        interaction_metadata: { type: 2, user: { id: USERS.juno }, name: 'go' },
        interaction: { name: 'go' },
      },
      sent: [{ type: 4, data: { content: 'hello' } }],
    });
    expect(theo.messages()).toEqual(juno.messages());
  });

  it('is answered privately', async () => {
    const { exchange, juno, theo } = await go((interaction) =>
      interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
    );
    expect(exchange).toMatchObject({ ephemeral: true, message: { flags: 64 } });
    expect(juno.messages()).toHaveLength(1);
    expect(theo.messages()).toEqual([]);
  });

  it('is answered with the response asked back', async () => {
    let fetched: string | undefined;
    const { exchange, bot } = await go(async (interaction) => {
      const { resource } = await interaction.reply({ content: 'x', withResponse: true });
      fetched = resource?.message?.content;
    });
    await expect.poll(() => fetched).toBe('x');
    expect(exchange).toMatchObject({ message: { content: 'x' } });
    expect(bot.errors).toEqual([]);
  });

  it('is deferred, shown as thinking, then answered', async () => {
    const seen: unknown[] = [];
    const { exchange } = await go(async (interaction) => {
      await interaction.deferReply();
      seen.push((await interaction.fetchReply()).flags.has(MessageFlags.Loading));
      await interaction.editReply('done');
    });
    expect(seen).toEqual([true]);
    expect(exchange).toMatchObject({
      deferred: true,
      message: { content: 'done', flags: 0, edited_timestamp: null },
    });
  });

  it('keeps the privacy of its deferral, whatever the edit says', async () => {
    const { exchange, theo } = await go(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('private');
    });
    expect(exchange).toMatchObject({ ephemeral: true, message: { flags: 64, content: 'private' } });
    expect(theo.messages()).toEqual([]);
  });

  it('is filled by the first follow-up of a deferral', async () => {
    const { exchange, juno } = await go(async (interaction) => {
      await interaction.deferReply();
      await interaction.followUp({ content: 'late', flags: MessageFlags.Ephemeral });
    });
    expect(exchange).toMatchObject({ ephemeral: false, message: { content: 'late' } });
    expect(juno.messages()).toHaveLength(1);
  });

  it('is followed up, edited and deleted', async () => {
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { exchange, juno, theo, bot } = await go(async (interaction) => {
      await interaction.reply('one');
      const two = await interaction.followUp('two');
      await interaction.followUp({ content: 'three', flags: MessageFlags.Ephemeral });
      await interaction.editReply({ message: two, content: 'two!' });
      await interaction.deleteReply();
      end();
    });
    await over;
    expect(bot.errors).toEqual([]);
    expect(juno.messages().map(({ content }) => content)).toEqual(['two!', 'three']);
    expect(theo.messages().map(({ content }) => content)).toEqual(['two!']);
    expect(exchange).toMatchObject({ followUps: [{ type: 19 }, { flags: 64 }] });
  });

  it('deferred and never finished is told so', async () => {
    const { exchange } = await go((interaction) => interaction.deferReply());
    expect(exchange).toMatchObject({ name: 'ExchangeError', reason: 'unfinished' });
  });

  it('deferred and deleted is over', async () => {
    const { exchange } = await go(async (interaction) => {
      await interaction.deferReply();
      await interaction.deleteReply();
    });
    expect(exchange).toMatchObject({ deleted: true });
    expect(exchange).not.toHaveProperty('message');
  });

  it('carries where it was used and by whom', async () => {
    let seen: unknown;
    await go(async (interaction) => {
      seen = {
        guild: interaction.guild?.name,
        channel: interaction.channelId,
        locale: [interaction.locale, interaction.guildLocale],
        admin: interaction.memberPermissions?.has('ManageGuild'),
        mayWrite: interaction.memberPermissions?.has('SendMessages'),
        app: interaction.appPermissions.has('SendMessages'),
        context: interaction.context,
        owner: interaction.authorizingIntegrationOwners[0],
      };
      await interaction.reply('x');
    });
    expect(seen).toEqual({
      guild: 'Neon Nights Film Club',
      channel: CHANNELS.lobby,
      locale: ['de', 'en-US'],
      admin: false,
      mayWrite: true,
      app: true,
      context: 0,
      owner: '1200000000000000001',
    });
  });

  it('works in a direct message', async () => {
    let seen: unknown;
    const { sandbox } = await botOfTest(
      onChat(async (interaction) => {
        seen = [interaction.user.id, interaction.guild, interaction.context, interaction.member];
        await interaction.reply('hi');
      }),
    );
    const exchange = await sandbox.actor(USERS.theo).runLine('/echo x');
    expect(exchange.message?.content).toBe('hi');
    expect(seen).toEqual([USERS.theo, null, 1, null]);
  });

  it('answers even where the bot may not write', async () => {
    const { sandbox } = await botOfTest(
      onChat(async (interaction) => {
        await interaction.reply(String(interaction.appPermissions.has('SendMessages')));
      }),
    );
    const { message } = await sandbox
      .actor(USERS.theo, CHANNELS.announcements)
      .run('echo', { text: 'x' });
    expect(message?.content).toBe('false');
  });
});

describe('options', () => {
  const KINDS = [
    { type: 4, name: 'count', description: 'x', min_value: 1, max_value: 5 },
    { type: 6, name: 'who', description: 'x' },
    { type: 7, name: 'where', description: 'x' },
    { type: 8, name: 'role', description: 'x' },
    { type: 9, name: 'any', description: 'x' },
    { type: 11, name: 'file', description: 'x' },
  ];
  const commands = [{ name: 'kinds', description: 'x', options: KINDS }];

  it('of every kind arrive resolved', async () => {
    let seen: unknown;
    const { sandbox } = await botOfTest(
      onChat(({ options }) => {
        const member = options.getMember('who');
        seen = [
          options.getInteger('count'),
          options.getUser('who')?.username,
          member && 'joinedTimestamp' in member,
          options.getChannel('where')?.name,
          options.getRole('role')?.name,
          options.getMentionable('any') !== null,
          options.getAttachment('file')?.name,
        ];
      }),
      { commands },
    );
    const actor = sandbox.actor(USERS.mara, CHANNELS.lobby);
    const file = { filename: 'a.txt', data: Buffer.from('hi') };
    const options = {
      count: 2,
      who: '@Juno',
      where: '#soundtracks',
      role: 'Projectionist',
      any: USERS.theo,
      file,
    };
    actor.run('kinds', options).catch(() => {});
    await expect
      .poll(() => seen)
      .toEqual([2, 'juno', true, 'soundtracks', 'Projectionist', true, 'a.txt']);
  });

  it.each<[string, Record<string, never | string | number>, string]>([
    [
      'an unknown one',
      { what: 1 },
      '/kinds has no option "what"; its options are count, who, where, role, any, file.',
    ],
    ['one of another type', { count: 'two' }, '"count" must be a whole number.'],
    ['one out of range', { count: 6 }, '"count" must be at most 5.'],
    ['nobody', { who: '@Nobody' }, '"who" names nobody and nothing here: @Nobody.'],
  ])('%s is not sent', async (_, options, message) => {
    const { sandbox } = await botOfTest({}, { commands });
    const actor = sandbox.actor(USERS.mara, CHANNELS.lobby);
    await expect(actor.run('kinds', options)).rejects.toMatchObject({
      reason: 'not_possible',
      message,
    });
  });

  it('that are required are asked for', async () => {
    const { sandbox } = await botOfTest({});
    await expect(sandbox.actor(USERS.mara).run('echo')).rejects.toThrow(
      '/echo needs "text"; its options are text (required).',
    );
    await expect(sandbox.actor(USERS.mara).run('nope')).rejects.toMatchObject({
      reason: 'not_possible',
    });
  });
});

describe('autocomplete', () => {
  const commands = [
    {
      name: 'find',
      description: 'x',
      options: [
        { type: 3, name: 'title', description: 'x', autocomplete: true },
        { type: 4, name: 'year', description: 'x', autocomplete: true },
        { type: 4, name: 'count', description: 'x' },
      ],
    },
  ];

  it('brings what is typed and gives choices', async () => {
    const { sandbox } = await botOfTest(
      {
        interaction: (interaction) =>
          interaction.isAutocomplete() &&
          interaction.respond([
            {
              name: `${interaction.options.getFocused()} (${interaction.options.getInteger('count')})`,
              value: 'drive-2011',
            },
          ]),
      },
      { commands },
    );
    const actor = sandbox.actor(USERS.juno, CHANNELS.lobby);
    expect(await actor.autocomplete('find', { count: 3 }, 'title', 'Dri')).toEqual([
      { name: 'Dri (3)', value: 'drive-2011' },
    ]);
    await expect(actor.autocomplete('find', {}, 'count', '3')).rejects.toMatchObject({
      reason: 'not_possible',
    });
  });

  it.each<[string, object[], string]>([
    [
      '26 choices',
      Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })),
      'data.choices',
    ],
    ['a nameless choice', [{ name: '', value: 'x' }], 'data.choices[0].name'],
    ['a long name', [{ name: 'x'.repeat(101), value: 'x' }], 'data.choices[0].name'],
    ['a long value', [{ name: 'x', value: 'x'.repeat(101) }], 'data.choices[0].value'],
    ['a number for a text', [{ name: 'x', value: 1 }], 'data.choices[0].value'],
  ])('refuses %s', async (_, choices, path) => {
    const errors: string[] = [];
    const { sandbox } = await botOfTest(
      {
        async interaction(interaction) {
          if (!interaction.isAutocomplete()) return;
          await interaction.respond(choices as never).catch((error) => errors.push(String(error)));
          interaction.responded = false;
          await interaction.respond([]);
        },
      },
      { commands },
    );
    const actor = sandbox.actor(USERS.juno, CHANNELS.lobby);
    expect(await actor.autocomplete('find', {}, 'title', 'x')).toEqual([]);
    expect(errors).toEqual([expect.stringContaining(`${path}[`)]);
  });
});

describe('components', () => {
  const select = new StringSelectMenuBuilder()
    .setCustomId('menu')
    .setMaxValues(2)
    .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' });
  const post = {
    components: [
      rowOf(button('update'), button('defer'), button('reply')),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
    ],
  };

  const behaviour = {
    async interaction(interaction: Interaction) {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'card', ...post });
      if (interaction.isStringSelectMenu()) await interaction.update(interaction.values.join('+'));
      if (!interaction.isButton()) return;
      if (interaction.customId === 'update') await interaction.update('updated');
      if (interaction.customId === 'reply') await interaction.reply({ content: 'own', flags: 64 });
      if (interaction.customId !== 'defer') return;
      await interaction.deferUpdate();
      await interaction.editReply('deferred');
    },
  };

  it('update their message in place, or answer beside it', async () => {
    const { sandbox, bot } = await botOfTest(behaviour, { commands: COMMANDS });
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const theo = sandbox.actor(USERS.theo, CHANNELS.lobby);
    const id = (await juno.run('go')).message?.id ?? '';
    expect(await theo.click(id, 'update')).toMatchObject({
      updated: true,
      message: { id, content: 'updated' },
    });
    expect(await theo.click(id, 'defer')).toMatchObject({
      updated: true,
      deferred: true,
      message: { id, content: 'deferred' },
    });
    expect(await theo.select(id, 'menu', ['b', 'a'])).toMatchObject({
      message: { id, content: 'b+a' },
    });
    const own = await theo.click(id, 'reply');
    expect(own).toMatchObject({
      ephemeral: true,
      updated: false,
      message: { type: 19, message_reference: { message_id: id } },
    });
    expect(juno.messages()).toHaveLength(1);
    expect(bot.errors).toEqual([]);
  });

  it('that aren’t there, are off, or are chosen wrongly can’t be used', async () => {
    const { sandbox } = await botOfTest(
      onChat((interaction) =>
        interaction.reply({
          content: 'x',
          components: [
            rowOf(button('off').setDisabled(true)),
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
          ],
        }),
      ),
      { commands: COMMANDS },
    );
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const id = (await juno.run('go')).message?.id ?? '';
    for (const attempt of [
      juno.click('1', 'off'),
      juno.click(id, 'other'),
      juno.click(id, 'off'),
      juno.click(id, 'menu'),
      juno.select(id, 'menu', ['c']),
      juno.select(id, 'menu', []),
      sandbox.actor(USERS.juno, CHANNELS.soundtracks).click(id, 'menu'),
    ]) {
      await expect(attempt).rejects.toMatchObject({ reason: 'not_possible' });
    }
  });
});

describe('modals', () => {
  const modal = new ModalBuilder()
    .setCustomId('form')
    .setTitle('Form')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Words')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('words')
            .setStyle(TextInputStyle.Short)
            .setMaxLength(5),
        ),
      new LabelBuilder()
        .setLabel('Mood')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('mood')
            .setRequired(false)
            .addOptions({ label: 'M', value: 'm' }),
        ),
    );
  const behaviour = {
    async interaction(interaction: Interaction) {
      if (interaction.isChatInputCommand()) await interaction.showModal(modal);
      if (!interaction.isModalSubmit()) return;
      const { fields } = interaction;
      await interaction.reply(
        `${fields.getTextInputValue('words')} ${fields.getStringSelectValues('mood')}`,
      );
    },
  };

  it('open, are filled in and answered', async () => {
    const { sandbox, bot } = await botOfTest(behaviour, { commands: COMMANDS });
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const opened = await juno.run('go');
    expect(opened.modal).toMatchObject({ custom_id: 'form', title: 'Form' });
    const answered = await juno.submit(opened, { words: 'drive', mood: ['m'] });
    expect(answered.message?.content).toBe('drive m');
    expect(bot.errors).toEqual([]);
  });

  it('let nothing through that their fields don’t', async () => {
    const { sandbox } = await botOfTest(behaviour, { commands: COMMANDS });
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const opened = await juno.run('go');
    await expect(juno.submit(opened, {})).rejects.toThrow('Fill in "words".');
    await expect(juno.submit(opened, { words: 'too long' })).rejects.toThrow(
      'at most 5 characters',
    );
    await expect(juno.submit(opened, { words: 'x', mood: ['z'] })).rejects.toThrow('not among');
    await expect(juno.submit('1', { words: 'x' })).rejects.toMatchObject({
      reason: 'not_possible',
    });
    const theo = sandbox.actor(USERS.theo, CHANNELS.lobby);
    await expect(theo.submit(opened, { words: 'x' })).rejects.toMatchObject({
      reason: 'not_possible',
    });
  });
});

describe('a message command', () => {
  it('brings its target, content and all', async () => {
    const { sandbox } = await botOfTest({
      async interaction(interaction) {
        if (interaction.isMessageContextMenuCommand()) {
          await interaction.reply(`${interaction.targetMessage.content}!`);
        }
      },
    });
    const { message } = await sandbox.actor(USERS.theo, CHANNELS.lobby).say('A real hero');
    const exchange = await sandbox
      .actor(USERS.juno, CHANNELS.lobby)
      .useMessageCommand('Echo', message.id);
    expect(exchange.message).toMatchObject({ content: 'A real hero!', type: 0 });
  });
});
