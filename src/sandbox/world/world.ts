import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIUser,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { channelObject, directMessageObject } from './channel-object.ts';
import { guildObject, memberObject } from './guild-object.ts';
import { permissionsOf } from './permissions.ts';
import type { ChannelSeed, GuildSeed, UserSeed, WorldSeed } from './seed.ts';
import { botObject, userObject } from './user-object.ts';

/** Where something happens: a guild's channel, or somebody's direct message with the bot. */
export interface Place {
  readonly channelId: string;
  readonly guild?: GuildSeed;
  readonly channel?: ChannelSeed;
  /** The person whose direct message it is. */
  readonly recipient?: UserSeed;
}

/** A member as interactions show it: with its permissions in the channel. */
export type MemberObject = APIGuildMember & { permissions?: string };

/** Who and what there is, and who may do what where. */
export class World {
  readonly seed: WorldSeed;
  readonly botId: string;
  /** The bot's own user. */
  readonly bot: APIUser;
  /** Guilds that the bot is not in. */
  readonly left = new Set<string>();
  /** Guilds that have an outage. */
  readonly out = new Set<string>();
  readonly #places = new Map<string, Place>();
  readonly #guilds: ReadonlyMap<string, GuildSeed>;
  readonly #people: ReadonlyMap<string, UserSeed>;
  readonly #users: ReadonlyMap<string, APIUser>;

  constructor(seed: WorldSeed, botId: string) {
    this.seed = seed;
    this.botId = botId;
    this.bot = botObject(botId, seed.bot.username);
    this.#guilds = new Map(seed.guilds.map((guild) => [guild.id, guild]));
    this.#people = new Map(seed.users.map((user) => [user.id, user]));
    this.#users = new Map([
      [botId, this.bot],
      ...seed.users.map((user) => [user.id, userObject(user)] as const),
    ]);
    for (const guild of seed.guilds) {
      for (const channel of guild.channels) {
        this.#places.set(channel.id, { channelId: channel.id, guild, channel });
      }
    }
    for (const recipient of seed.users) {
      const channelId = this.directMessageOf(recipient.id);
      this.#places.set(channelId, { channelId, recipient });
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
    return this.#guilds.get(id);
  }

  /** A person; the bot is none. */
  userSeed(id: string): UserSeed | undefined {
    return this.#people.get(id);
  }

  /** A person or the bot. */
  user(id: string): APIUser | undefined {
    return this.#users.get(id);
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

  /** A member, with permissions at a place if one is given. */
  member(guild: GuildSeed, userId: string, place?: Place): MemberObject {
    const member = memberObject(this.user(userId) ?? this.bot, this.rolesOf(guild, userId));
    if (!place) return member;
    return { ...member, permissions: this.permissions(guild, userId, place.channel).toString() };
  }

  channelObject({ channelId, guild, channel, recipient }: Place): APIChannel {
    if (guild && channel) return channelObject(guild, channel);
    return directMessageObject(channelId, (recipient && this.user(recipient.id)) ?? this.bot);
  }

  /** A whole guild, as GUILD_CREATE brings it; without the privileged intent the bot is alone. */
  guildObject(guild: GuildSeed, allMembers = false): APIGuild {
    const people = allMembers ? guild.members.map(({ userId }) => userId) : [];
    const whole = {
      ...guildObject(guild),
      members: [this.botId, ...people].map((id) => this.member(guild, id)),
      channels: guild.channels.map((channel) => channelObject(guild, channel)),
    };
    return whole;
  }
}
