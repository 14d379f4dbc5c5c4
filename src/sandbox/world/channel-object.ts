import {
  type APIChannel,
  type APIUser,
  type ChannelFlags,
  ChannelType,
  OverwriteType,
} from 'discord-api-types/v10';
import type { ChannelSeed, GuildSeed } from './seed.ts';

export function channelObject(
  guild: GuildSeed,
  channel: ChannelSeed,
  lastMessageId?: string,
): APIChannel {
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: guild.id,
    name: channel.name,
    topic: channel.topic ?? null,
    position: guild.channels.indexOf(channel),
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: lastMessageId ?? null,
    flags: 0 as ChannelFlags,
    permission_overwrites: (channel.overwrites ?? []).map(({ id, kind, allow, deny }) => ({
      id,
      type: kind === 'role' ? OverwriteType.Role : OverwriteType.Member,
      allow: String(allow ?? 0n),
      deny: String(deny ?? 0n),
    })),
  };
}

export function directMessageObject(id: string, recipient: APIUser): APIChannel {
  return {
    id,
    type: ChannelType.DM,
    name: null,
    recipients: [recipient],
    last_message_id: null,
    flags: 0 as ChannelFlags,
  };
}
