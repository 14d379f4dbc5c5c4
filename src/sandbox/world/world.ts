import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIUser,
  ChannelType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { permissionsOf } from './permissions.ts';
import type { ChannelSeed, GuildSeed, UserSeed, WorldSeed } from './seed.ts';

/** Where something happens: a guild's channel, or somebody's direct message with the bot. */
export interface Place {
  readonly channelId: string;
  readonly guild?: GuildSeed;
  readonly channel?: ChannelSeed;
  /** The person whose direct message it is. */
  readonly recipient?: UserSeed;
}

const JOINED = '2026-01-01T00:00:00.000000+00:00';

/** Who and what there is, and who may do what where. */
export class World {
  readonly seed: WorldSeed;
  readonly botId: string;
  /** Guilds that the bot is not in, and guilds that are out. */
  readonly left = new Set<string>();
  readonly out = new Set<string>();
  readonly #places = new Map<string, Place>();

  constructor(seed: WorldSeed, botId: string) {
    this.seed = seed;
    this.botId = botId;
    for (const guild of seed.guilds) {
      for (const channel of guild.channels) {
        this.#places.set(channel.id, { channelId: channel.id, guild, channel });
      }
    }
    for (const user of seed.users) {
      const channelId = this.directMessageOf(user.id);
      this.#places.set(channelId, { channelId, recipient: user });
    }
  }

  /** The id of somebody's direct message with the bot. */
  directMessageOf(userId: string): string {
    return (BigInt(userId) + 500_000_000_000_000_000n).toString();
  }

  place(channelId: string): Place | undefined {
    return this.#places.get(channelId);
  }

  guild(id: string): GuildSeed | undefined {
    return this.seed.guilds.find((guild) => guild.id === id);
  }

  userSeed(id: string): UserSeed | undefined {
    return this.seed.users.find((user) => user.id === id);
  }

  user(id: string): APIUser | undefined {
    if (id === this.botId) return this.bot;
    const seed = this.userSeed(id);
    if (!seed) return undefined;
    const { username, displayName } = seed;
    return { id, username, global_name: displayName, discriminator: '0', avatar: null };
  }

  /** The bot's own user. */
  get bot(): APIUser {
    return {
      id: this.botId,
      username: this.seed.bot.username,
      global_name: null,
      discriminator: '0001',
      avatar: null,
      bot: true,
    };
  }

  rolesOf(guild: GuildSeed, userId: string): readonly string[] {
    return guild.members.find((member) => member.userId === userId)?.roles ?? [];
  }

  permissions(guild: GuildSeed, userId: string, channel?: ChannelSeed): bigint {
    const roles = this.rolesOf(guild, userId);
    const given = guild.roles
      .filter(({ id }) => roles.includes(id))
      .reduce((sum, role) => sum | role.permissions, 0n);
    const bits = userId === this.botId ? guild.botPermissions : given;
    return permissionsOf(guild, userId, roles, bits, channel);
  }

  /** Whether somebody may do something at a place; in a direct message everybody may. */
  may(userId: string, place: Place, permission: bigint): boolean {
    if (!place.guild) return true;
    return (this.permissions(place.guild, userId, place.channel) & permission) === permission;
  }

  maySee(userId: string, place: Place): boolean {
    if (place.recipient) return userId === this.botId || userId === place.recipient.id;
    if (place.guild && userId === this.botId && this.left.has(place.guild.id)) return false;
    return this.may(userId, place, PermissionFlagsBits.ViewChannel);
  }

  member(
    guild: GuildSeed,
    userId: string,
    place?: Place,
  ): APIGuildMember & { permissions?: string } {
    const user = this.user(userId);
    return {
      ...(user && { user }),
      nick: null,
      roles: [...this.rolesOf(guild, userId)],
      joined_at: JOINED,
      deaf: false,
      mute: false,
      flags: 0,
      ...(place && { permissions: this.permissions(guild, userId, place.channel).toString() }),
    } as unknown as APIGuildMember & { permissions?: string };
  }

  channelObject({ channelId, guild, channel, recipient }: Place): APIChannel {
    if (guild && channel) {
      return {
        id: channelId,
        type: ChannelType.GuildText,
        guild_id: guild.id,
        name: channel.name,
        topic: channel.topic ?? null,
        position: guild.channels.indexOf(channel),
        parent_id: null,
        nsfw: false,
        rate_limit_per_user: 0,
        permission_overwrites: (channel.overwrites ?? []).map(({ id, kind, allow, deny }) => ({
          id,
          type: kind === 'role' ? 0 : 1,
          allow: String(allow ?? 0n),
          deny: String(deny ?? 0n),
        })),
      } as unknown as APIChannel;
    }
    const user = recipient && this.user(recipient.id);
    return {
      id: channelId,
      type: ChannelType.DM,
      recipients: user ? [user] : [],
    } as unknown as APIChannel;
  }

  /** A whole guild, as GUILD_CREATE brings it. */
  guildObject(guild: GuildSeed, allMembers = false): APIGuild {
    const role = (id: string, name: string, permissions: bigint) => ({
      id,
      name,
      permissions: permissions.toString(),
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: false,
      position: 0,
      flags: 0,
    });
    return {
      id: guild.id,
      name: guild.name,
      owner_id: guild.ownerId,
      preferred_locale: guild.locale,
      icon: null,
      features: [],
      emojis: [],
      stickers: [],
      roles: [
        role(guild.id, '@everyone', guild.everyone),
        ...guild.roles.map(({ id, name, permissions }) => role(id, name, permissions)),
      ],
      unavailable: false,
      joined_at: JOINED,
      large: false,
      member_count: guild.members.length + 1,
      members: [this.botId, ...(allMembers ? guild.members : []).map(({ userId }) => userId)]
        .slice(0, allMembers ? undefined : 1)
        .map((id) => this.member(guild, id)),
      channels: guild.channels.map((channel) =>
        this.channelObject({ channelId: channel.id, guild, channel }),
      ),
      threads: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
      verification_level: 0,
      default_message_notifications: 0,
      explicit_content_filter: 0,
      mfa_level: 0,
      nsfw_level: 0,
      premium_tier: 0,
      system_channel_flags: 0,
      afk_timeout: 300,
    } as unknown as APIGuild;
  }
}
