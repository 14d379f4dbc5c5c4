import {
  type APIMessage,
  ChannelType,
  InteractionType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import type { Gateway } from './gateway/gateway.ts';
import { installationOwners } from './interactions/metadata.ts';
import type { OpenInteraction } from './interactions/open-interaction.ts';
import { FILES } from './validate/limits.ts';
import type { MessageEvent } from './world/messages.ts';
import type { World } from './world/world.ts';

/** What an app may do in the direct message with it. */
const DIRECT_PERMISSIONS =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.MentionEveryone |
  P.UseExternalEmojis |
  P.AddReactions;

/** INTERACTION_CREATE as the gateway brings it. */
export function interactionEvent(world: World, interaction: OpenInteraction): object {
  const { place, userId, origin, type } = interaction;
  const { guild, channel } = place;
  const own = guild ? world.permissions(guild, world.botId, channel) : DIRECT_PERMISSIONS;
  return {
    id: interaction.id,
    application_id: world.botId,
    type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: place.channelId,
    channel: {
      ...world.channelObject(place),
      ...(guild && { permissions: world.permissions(guild, userId, channel).toString() }),
    },
    locale: world.userSeed(userId)?.locale ?? 'en-US',
    entitlements: [],
    app_permissions: own.toString(),
    attachment_size_limit: FILES.each,
    context: guild ? 0 : 1,
    authorizing_integration_owners: installationOwners(interaction),
    ...(guild
      ? {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: world.member(guild, userId, place),
        }
      : { user: world.user(userId) }),
    ...(origin && type !== InteractionType.ApplicationCommand && { message: origin.message }),
  };
}

/** Tells the bot of a message; ephemeral ones it knows from its own requests only. */
export function tellOfMessage(
  world: World,
  gateway: Gateway,
  { type, stored: { message, onlyFor } }: MessageEvent,
): void {
  const place = world.place(message.channel_id);
  if (!place || onlyFor !== undefined || !world.maySee(world.botId, place)) return;
  const { guild } = place;
  if (type === 'messageDelete') {
    const gone = { id: message.id, channel_id: message.channel_id };
    gateway.dispatch('MESSAGE_DELETE', guild ? { ...gone, guild_id: guild.id } : gone, guild?.id);
    return;
  }
  const { user: _, ...member } = guild ? world.member(guild, message.author.id) : { user: null };
  gateway.dispatch(
    type === 'message' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE',
    {
      ...readableMessage(world, message, gateway.readsContent),
      // Without it a client drops messages of direct channels that it doesn't know yet.
      channel_type: guild ? ChannelType.GuildText : ChannelType.DM,
      ...(guild && { guild_id: guild.id }),
      ...(guild && message.webhook_id === undefined && { member }),
    },
    guild?.id,
  );
}

/**
 * A message as the bot may read it: the content of others' messages is blank, unless the bot has
 * the privileged intent, they mention it, or they are written to it directly.
 */
export function readableMessage(
  world: World,
  message: APIMessage,
  readsContent: boolean,
): APIMessage {
  const concernsBot =
    message.author.id === world.botId ||
    world.place(message.channel_id)?.recipient !== undefined ||
    message.mentions.some(({ id }) => id === world.botId);
  if (readsContent || concernsBot) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}
