import {
  ApplicationCommandType,
  ContextMenuCommandBuilder,
  type MessageContextMenuCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command } from '../src/bot/command.ts';
import { notice } from '../src/replies/notice.ts';
import { UserError } from '../src/replies/user-error.ts';
import { EVERYWHERE, INSTALLS } from './_options.ts';

const data = new ContextMenuCommandBuilder()
  .setName('Delete reply')
  .setType(ApplicationCommandType.Message)
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .toJSON();

export default {
  data,

  async execute(interaction: MessageContextMenuCommandInteraction, { t }) {
    const { targetMessage: message, user, memberPermissions } = interaction;
    if (message.author.id !== interaction.client.user.id) throw new UserError('not-my-message');
    const asker = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
    const moderates = memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
    if (interaction.inGuild() && asker !== user.id && !moderates) throw new UserError('not-asker');
    return {
      kind: 'delete',
      channelId: message.channelId,
      messageId: message.id,
      confirmation: notice(t('deleted')),
    };
  },
} satisfies Command<MessageContextMenuCommandInteraction>;
