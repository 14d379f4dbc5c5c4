import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  ApplicationCommandType,
  InteractionType,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { asObject } from '../validate/json.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import type { Act, OpenInteraction } from './open-interaction.ts';

/** Who installed the app that this interaction is of: the guild, or nobody in a direct message. */
export const installationOwners = ({ place }: Act): Record<string, string> => ({
  0: place.guild?.id ?? '0',
});

/** What the interaction's first message says of where it comes from. */
export function originalMetadata(world: World, interaction: OpenInteraction): Partial<APIMessage> {
  const chat =
    interaction.type === InteractionType.ApplicationCommand &&
    asObject(interaction.data).type === ApplicationCommandType.ChatInput;
  const { origin } = interaction;
  return {
    ...common(world, interaction),
    ...(chat && { type: MessageType.ChatInputCommand }),
    ...(origin && replyTo(origin)),
  };
}

/** The same of a follow-up: it replies to the first message. */
export function followUpMetadata(world: World, interaction: OpenInteraction): Partial<APIMessage> {
  const { original } = interaction;
  return { ...common(world, interaction), ...(original && replyTo(original)) };
}

function common(world: World, interaction: OpenInteraction): Partial<APIMessage> {
  const user = world.user(interaction.userId);
  const { id, type, used, origin } = interaction;
  if (!user || type === InteractionType.ApplicationCommandAutocomplete) return {};
  const command = type === InteractionType.ApplicationCommand;
  const metadata = {
    id,
    type,
    user,
    authorizing_integration_owners: installationOwners(interaction),
    ...(command && { name: used, command_type: asObject(interaction.data).type }),
    ...(origin && { interacted_message_id: origin.message.id }),
  };
  return {
    webhook_id: world.botId,
    application_id: world.botId,
    interaction_metadata: metadata as unknown as APIMessageInteractionMetadata,
    // Deprecated, but Discord still sends it.
    ...(command && { interaction: { id, type, name: used, user } }),
  };
}

function replyTo({ message }: StoredMessage): Partial<APIMessage> {
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: message.channel_id,
      message_id: message.id,
    },
    referenced_message: message,
  };
}
