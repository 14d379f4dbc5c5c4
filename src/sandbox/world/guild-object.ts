import type {
  APIGuild,
  APIGuildMember,
  APIRole,
  APIUser,
  GuildMemberFlags,
  RoleFlags,
} from 'discord-api-types/v10';
import type { GuildSeed } from './seed.ts';

/** Everybody joined when the sandbox's world began. */
const JOINED = '2026-01-01T00:00:00.000000+00:00';

/** What every guild has, with Discord's defaults; GUILD_CREATE's fields included. */
const PLAIN = {
  icon: null,
  icon_hash: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  region: 'us-central',
  home_header: null,
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw: false,
  nsfw_level: 0,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  vanity_url_code: null,
  application_id: null,
  max_members: 500_000,
  max_presences: null,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  incidents_data: null,
  features: [],
  emojis: [],
  stickers: [],
  large: false,
  unavailable: false,
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
};

function roleObject(id: string, name: string, permissions: bigint, position: number): APIRole {
  return {
    id,
    name,
    permissions: permissions.toString(),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    icon: null,
    unicode_emoji: null,
    hoist: false,
    managed: false,
    mentionable: false,
    position,
    flags: 0 as RoleFlags,
  };
}

export function rolesOf(guild: GuildSeed): APIRole[] {
  return [
    roleObject(guild.id, '@everyone', guild.everyone, 0),
    ...guild.roles.map(({ id, name, permissions }, index) =>
      roleObject(id, name, permissions, index + 1),
    ),
  ];
}

export function memberObject(user: APIUser, roles: readonly string[]): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...roles],
    joined_at: JOINED,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
  };
}

/** A guild but for its members and channels, which GUILD_CREATE alone brings. */
export function guildObject(guild: GuildSeed): APIGuild {
  return {
    ...PLAIN,
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: rolesOf(guild),
    joined_at: JOINED,
    member_count: guild.members.length + 1,
  } as unknown as APIGuild;
}
