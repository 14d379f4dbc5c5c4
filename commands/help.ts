import { ApplicationCommandType, SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/bot/command.ts';
import { container, separator, text } from '../src/replies/components.ts';
import { asMember } from './_face.ts';
import { EVERYWHERE, INSTALLS } from './_options.ts';

const data = new SlashCommandBuilder()
  .setName('help')
  .setDescription('What I can answer, with examples')
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .toJSON();

export default {
  data,

  async execute(_interaction, context) {
    const { commands, mention, t } = asMember(context);
    const lines = commands.map(({ data: command }) =>
      command.type === undefined || command.type === ApplicationCommandType.ChatInput
        ? `${mention(command.name)} — ${'description' in command ? command.description : ''}`
        : `**${command.name}** — ${t('help.onMessage')}`,
    );
    const examples = t('help.examples', {
      soundtrack: mention('soundtrack'),
      recommend: mention('recommend'),
      song: mention('song'),
      artist: mention('artist'),
    });
    return {
      kind: 'message',
      private: true,
      components: [
        container(
          undefined,
          text(`# ${t('help.heading')}\n${t('help.intro')}`),
          separator(),
          text(`### ${t('help.try')}\n${examples}`),
          text(`### ${t('help.commands')}\n${lines.join('\n')}`),
        ),
      ],
    };
  },
} satisfies Command;
