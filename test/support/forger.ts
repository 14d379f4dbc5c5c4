import { SlashCommandBuilder } from 'discord.js';
import { ComponentType } from 'discord-api-types/v10';
import type { Command } from '../../src/bot/command.ts';
import { button, row, select } from '../../src/replies/components.ts';

/** `/forge`: posts a button or menu with any custom id, as a message of an older version might hold. */
export const forger: Command = {
  data: new SlashCommandBuilder()
    .setName('forge')
    .setDescription('Posts a button or a menu')
    .addStringOption((option) => option.setName('id').setDescription('Custom id').setRequired(true))
    .addStringOption((option) => option.setName('values').setDescription("A menu's, with spaces"))
    .addBooleanOption((option) => option.setName('channels').setDescription('A channel menu'))
    .toJSON(),

  async execute(interaction) {
    if (!interaction.isChatInputCommand()) throw new Error('a chat command was expected');
    const id = interaction.options.getString('id', true);
    const values = interaction.options.getString('values')?.split(' ');
    if (interaction.options.getBoolean('channels')) {
      const menu = { type: ComponentType.ChannelSelect as const, custom_id: id, min_values: 0 };
      return { kind: 'message', components: [row(menu)] };
    }
    const options = values?.map((value) => ({ label: value, value }));
    return {
      kind: 'message',
      components: [options ? select(id, 'Forged', options) : row(button('Forged', id))],
    };
  },
};
