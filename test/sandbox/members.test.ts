import { describe, expect, it } from 'vitest';
import { CHANNELS, USERS } from '../../src/sandbox/world/seed.ts';
import { botOfTest, sandboxOfTest } from '../support/sandbox-with-bot.ts';

describe('members', () => {
  it('are in the channels that they can see', async () => {
    const sandbox = await sandboxOfTest();
    expect(sandbox.actor(USERS.mara, CHANNELS.backstage).guildId).toBeDefined();
    expect(() => sandbox.actor(USERS.juno, CHANNELS.backstage)).toThrow(/can see no channel/);
    expect(() => sandbox.actor('1', CHANNELS.lobby)).toThrow('There is nobody with the id 1 here.');
    const marasDirect = sandbox.actor(USERS.mara).channelId;
    expect(() => sandbox.actor(USERS.juno, marasDirect)).toThrow(/can see no channel/);
  });

  it('write where they may', async () => {
    const sandbox = await sandboxOfTest();
    const juno = sandbox.actor(USERS.juno, CHANNELS.announcements);
    await expect(juno.say('x')).rejects.toMatchObject({ reason: 'not_possible' });
    await expect(sandbox.actor(USERS.mara, CHANNELS.announcements).say('x')).resolves.toBeDefined();
    await expect(sandbox.actor(USERS.juno).say('  ')).rejects.toThrow('1 to 2000 characters');
  });

  it('get the bot’s reply to what they say', async () => {
    const { sandbox } = await botOfTest({
      message: (message) => !message.author.bot && message.reply(`heard: ${message.content}`),
    });
    const said = await sandbox.actor(USERS.juno).say('hello');
    expect(await said.reply()).toMatchObject({ content: 'heard: hello', type: 19 });
    const lobby = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const mention = await lobby.say('@Soundtrack hi');
    const answer = await mention.reply();
    expect(answer.content).toBe(`heard: <@${sandbox.applicationId}> hi`);
    const reply = await lobby.say('and then?', { replyTo: answer.id });
    expect(reply.message).toMatchObject({ type: 19, mentions: [{ bot: true }] });
    expect((await reply.reply()).content).toBe('heard: and then?');
  });

  it('are told when no reply comes', async () => {
    const sandbox = await sandboxOfTest();
    const said = await sandbox.actor(USERS.juno).say('hello');
    await expect(said.reply(20)).rejects.toMatchObject({ reason: 'no_answer' });
  });

  it('delete what is theirs; moderators more', async () => {
    const { sandbox } = await botOfTest();
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const { message } = await juno.runLine('/echo x');
    expect(() => juno.deleteMessage(message?.id ?? '')).toThrow('may not delete');
    sandbox.actor(USERS.mara, CHANNELS.lobby).deleteMessage(message?.id ?? '');
    expect(juno.messages()).toEqual([]);
    const said = await juno.say('mine');
    juno.deleteMessage(said.message.id);
    expect(juno.messages()).toEqual([]);
  });

  it('see what happens in their channel, and only that', async () => {
    const { sandbox } = await botOfTest({
      interaction: (interaction) =>
        interaction.isChatInputCommand() && interaction.reply({ content: 'psst', flags: 64 }),
    });
    const seen: Record<string, string[]> = { juno: [], theo: [] };
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const theo = sandbox.actor(USERS.theo, CHANNELS.lobby);
    juno.onUpdate(({ type }) => seen.juno?.push(type));
    theo.onUpdate(({ type }) => seen.theo?.push(type));
    await juno.runLine('/echo x');
    await sandbox.actor(USERS.theo, CHANNELS.soundtracks).say('elsewhere');
    juno.deleteMessage(juno.messages()[0]?.id ?? '');
    sandbox.installCommands([]);
    expect(seen).toEqual({ juno: ['message', 'messageDelete', 'state'], theo: ['state'] });
  });

  it('download the bot’s files', async () => {
    const { sandbox } = await botOfTest({
      interaction: (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply({ files: [{ name: 'mine.json', attachment: Buffer.from('{}') }] }),
    });
    const juno = sandbox.actor(USERS.juno, CHANNELS.lobby);
    const { message } = await juno.runLine('/echo x');
    const [file] = message?.attachments ?? [];
    expect(file).toMatchObject({ filename: 'mine.json', size: 2 });
    expect(Buffer.from(await juno.download(file?.url ?? '')).toString()).toBe('{}');
    await expect(juno.download('https://example.org/x')).rejects.toMatchObject({
      reason: 'not_possible',
    });
  });
});
