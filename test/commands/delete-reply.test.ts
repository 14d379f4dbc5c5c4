import { SlashCommandBuilder } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/bot/command.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { englishWorld } from '../support/english.ts';
import { idOf, textOf } from '../support/parts.ts';

const data = (name: string) =>
  new SlashCommandBuilder().setName(name).setDescription('For a test').toJSON();

const explode: Command = {
  data: data('explode'),
  execute: () => Promise.reject(new Error('a secret of the inside')),
};

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ extraCommands: [explode], sandbox: { world: englishWorld } });
});
afterAll(() => bot.close());

type Who = Parameters<TestBot['as']>[0];
type Where = Parameters<TestBot['as']>[1];
const remove = (who: Who, messageId: string, where?: Where) =>
  bot.as(who, where).useMessageCommand('Delete reply', messageId);
const isThere = (id: string, where?: Where) =>
  bot
    .as('mara', where)
    .messages()
    .some((message) => message.id === id);

describe('Delete reply', () => {
  it('deletes an answer for who asked for it', async () => {
    const id = idOf(await bot.as('theo').runLine('/about'));
    const answer = await remove('theo', id);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toBe('Deleted.');
    expect(isThere(id)).toBe(false);
  });

  it('deletes it for who may Manage Messages, and for nobody else', async () => {
    const id = idOf(await bot.as('theo').runLine('/about'));
    const refused = await remove('juno', id);
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused)).toBe(
      'Only who asked for this answer, or a member who may Manage Messages, can delete it.',
    );
    expect(isThere(id)).toBe(true);
    expect(textOf(await remove('mara', id))).toBe('Deleted.');
    expect(isThere(id)).toBe(false);
  });

  it('says the same to two who delete it at once', async () => {
    const id = idOf(await bot.as('theo').runLine('/about'));
    const answers = await Promise.all([remove('theo', id), remove('mara', id)]);
    expect(answers.map(textOf)).toEqual(['Deleted.', 'Deleted.']);
    expect(isThere(id)).toBe(false);
  });

  it("deletes no message but the bot's own, whoever asks", async () => {
    const { message } = await bot.as('theo').say('hello');
    for (const who of ['theo', 'mara'] as const) {
      expect(textOf(await remove(who, message.id))).toBe('I can only delete messages of my own.');
    }
    expect(isThere(message.id)).toBe(true);
  });

  it('works in direct messages', async () => {
    const theo = bot.as('theo', 'dm');
    const id = idOf(await theo.runLine('/about'));
    await remove('theo', id, 'dm');
    expect(theo.messages().some((message) => message.id === id)).toBe(false);
  });

  it('says what it lacks where it may not see the channel', async () => {
    const id = idOf(await bot.as('mara', 'backstage').runLine('/about'));
    const answer = await remove('mara', id, 'backstage');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain('I lack a permission in this channel');
    expect(isThere(id, 'backstage')).toBe(true);
  });
});

describe('what goes wrong', () => {
  it('inside is told by a reference that the log has, and by nothing else', async () => {
    const answer = await bot.as('theo').runLine('/explode');
    expect(answer.ephemeral).toBe(true);
    const [, reference] = /`([0-9a-f]{8})`/.exec(textOf(answer)) ?? [];
    expect(reference).toBeDefined();
    expect(textOf(answer)).not.toContain('secret');
    expect(bot.log.find((line) => line.reference === reference)).toMatchObject({
      outcome: 'failed',
      err: { message: 'a secret of the inside' },
    });
  });

  it('with a command that was deployed and is no more is told with its remedy', async () => {
    bot.sandbox.installCommands([
      ...bot.registry.commands.map((one) => one.data),
      data('vanished'),
    ]);
    const answer = await bot.as('theo').runLine('/vanished');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain("I don't know this command (any more)");
    expect(textOf(answer)).toContain('`npm run register`');
  });
});
