import { ButtonStyle, type ChatInputCommandInteraction, SlashCommandBuilder } from 'discord.js';
import type { Command, Context } from '../src/bot/command.ts';
import { button, row } from '../src/replies/components.ts';
import { customId } from '../src/replies/custom-id.ts';
import { notice } from '../src/replies/notice.ts';
import type { MessageReply, Reply } from '../src/replies/reply.ts';
import { stale } from './_components.ts';
import { EVERYWHERE, INSTALLS } from './_options.ts';

const data = new SlashCommandBuilder()
  .setName('privacy')
  .setDescription('Your own data, in every server and in direct messages')
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .addSubcommand((command) =>
    command.setName('export').setDescription('A file of everything I keep about you'),
  )
  .addSubcommand((command) =>
    command.setName('delete').setDescription('Delete everything I keep about you'),
  )
  .toJSON();

export default {
  data,

  async execute(interaction: ChatInputCommandInteraction, context): Promise<Reply> {
    const { favourites } = context;
    const { t } = context.member;
    if (interaction.options.getSubcommand() === 'delete')
      return confirmation(interaction.user.id, context);
    const kept = await favourites.exportMember(interaction.user.id);
    if (kept.length === 0) return notice(t('privacy.nothing'));
    const file = JSON.stringify(
      { format: 'soundtrack-bot member', version: 1, saves: kept },
      null,
      2,
    );
    return {
      ...notice(t('privacy.export')),
      files: [{ name: 'my-data.json', data: Buffer.from(`${file}\n`) }],
    };
  },

  async component(interaction, [action], context): Promise<Reply> {
    const { favourites, member } = context;
    const { t } = member;
    switch (action) {
      case 'delete': {
        const count = await favourites.deleteMember(interaction.user.id);
        return { ...notice(t('privacy.deleted', { count })), update: true };
      }
      case 'keep':
        return { ...notice(t('privacy.kept')), update: true };
      default:
        throw stale(context, 'privacy delete');
    }
  },
} satisfies Command;

/** Asks before it deletes; what can't be read can't be counted, and is deleted all the same. */
async function confirmation(
  userId: string,
  { favourites, logger, member: { t } }: Context,
): Promise<MessageReply> {
  const ask = (text: string) =>
    notice(
      text,
      row(
        button(t('button.deleteMine'), customId('privacy', 'delete'), {
          style: ButtonStyle.Danger,
        }),
        button(t('button.keep'), customId('privacy', 'keep')),
      ),
    );
  try {
    const kept = await favourites.exportMember(userId);
    const count = kept.reduce((sum, scope) => sum + scope.favourites.length, 0);
    return count === 0 ? notice(t('privacy.nothing')) : ask(t('privacy.confirm', { count }));
  } catch (error) {
    logger.warn({ err: error }, "a member's saves could not be counted before deleting them");
    return ask(t('privacy.confirmAll'));
  }
}
