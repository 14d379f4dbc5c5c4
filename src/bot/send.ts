import {
  type APIMessageTopLevelComponent,
  DiscordAPIError,
  type InteractionReplyOptions,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  Routes,
} from 'discord.js';
import { fitted } from '../replies/fit.ts';
import type { DeleteReply, MessageReply, Reply } from '../replies/reply.ts';

/**
 * The only place that sends. Chooses between replying, updating the message a component is on and
 * editing a deferred reply, and deletes where a command asks for it.
 *
 * @param alone - true when the interaction's reply must be seen by its asker alone
 */
export async function send(
  interaction: RepliableInteraction,
  reply: Reply,
  alone: boolean,
): Promise<void> {
  if (reply.kind === 'modal') {
    if (!interaction.isModalSubmit()) await interaction.showModal(reply.modal);
    return;
  }
  if (reply.kind === 'delete') {
    await remove(interaction, reply);
    return send(interaction, reply.confirmation, true);
  }
  const body = {
    components: fitted(reply.components).map(encoded),
    ...(reply.files && {
      files: reply.files.map(({ name, data }) => ({ name, attachment: data })),
    }),
  };
  if (interaction.deferred && !interaction.replied) {
    await interaction.editReply({ ...body, flags: MessageFlags.IsComponentsV2 });
  } else if (reply.update === true && interaction.isMessageComponent()) {
    await interaction.update({ ...body, flags: MessageFlags.IsComponentsV2 });
  } else {
    await respond(interaction, { ...body, flags: flagsOf(reply, alone) });
  }
}

/** One that somebody else has deleted in the meantime is gone all the same. */
async function remove(
  { client }: RepliableInteraction,
  { channelId, messageId }: DeleteReply,
): Promise<void> {
  try {
    await client.rest.delete(Routes.channelMessage(channelId, messageId));
  } catch (error) {
    const gone =
      error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
    if (!gone) throw error;
  }
}

const respond = (interaction: RepliableInteraction, options: InteractionReplyOptions) =>
  interaction.replied ? interaction.followUp(options) : interaction.reply(options);

const flagsOf = (reply: MessageReply, alone: boolean) =>
  alone || reply.private === true
    ? MessageFlags.IsComponentsV2 | (MessageFlags.Ephemeral as const)
    : (MessageFlags.IsComponentsV2 as const);

/** Our components are in Discord's own shape already: this keeps discord.js from converting them again. */
const encoded = (component: APIMessageTopLevelComponent) => ({ toJSON: () => component });
