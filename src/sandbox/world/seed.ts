import { PermissionFlagsBits as P } from 'discord-api-types/v10';

/** A person of the sandbox's world. Ids are snowflakes. */
export interface UserSeed {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** The language of their Discord client, a Discord locale. */
  readonly locale: string;
}

export interface RoleSeed {
  readonly id: string;
  readonly name: string;
  /** Permission bits. */
  readonly permissions: bigint;
}

export interface OverwriteSeed {
  /** A role's or a user's id; the guild's id means everyone. */
  readonly id: string;
  readonly kind: 'role' | 'member';
  readonly allow?: bigint;
  readonly deny?: bigint;
}

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly topic?: string;
  readonly overwrites?: readonly OverwriteSeed[];
}

export interface GuildSeed {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  /** The permissions of everyone. */
  readonly everyone: bigint;
  readonly roles: readonly RoleSeed[];
  /** Each user's roles. The bot is always a member, with no role but `botRole`. */
  readonly members: readonly { readonly userId: string; readonly roles: readonly string[] }[];
  /** The permissions of the role that Discord makes for the bot when it is invited. */
  readonly botPermissions: bigint;
  readonly channels: readonly ChannelSeed[];
}

/** The world as it is when the sandbox starts. */
export interface WorldSeed {
  /** The bot; its user id is the application's id. */
  readonly bot: { readonly username: string };
  readonly users: readonly UserSeed[];
  readonly guilds: readonly GuildSeed[];
}

/** The people of {@link defaultWorld}; Mara manages both servers. */
export const USERS = {
  mara: '1100000000000000001',
  theo: '1100000000000000002',
  juno: '1100000000000000003',
} as const;

/** On different shards of two. */
export const GUILDS = {
  neonNights: '1200000000000000001',
  scoreScholars: '1210000000000000001',
} as const;

/** Text channels, by guild. */
export const CHANNELS = {
  lobby: '1300000000000000001',
  soundtracks: '1300000000000000002',
  /** Here the bot lacks Send Messages. */
  announcements: '1300000000000000003',
  /** This one the bot cannot see; nor can members who don't manage the server. */
  backstage: '1300000000000000004',
  readingRoom: '1300000000000000011',
  listeningRoom: '1300000000000000012',
  /** Here the bot lacks Send Messages. */
  notices: '1300000000000000013',
} as const;

const MEMBER =
  P.ViewChannel |
  P.SendMessages |
  P.ReadMessageHistory |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.UseExternalEmojis |
  P.UseApplicationCommands |
  P.ChangeNickname |
  P.CreateInstantInvite;

const BOT = P.ViewChannel | P.SendMessages | P.EmbedLinks | P.AttachFiles | P.ReadMessageHistory;

const MANAGER = P.ManageGuild | P.ManageMessages | P.ManageRoles | P.ManageChannels | P.KickMembers;

/** Two servers, three people, one of them an admin, and a bot. */
export const defaultWorld: WorldSeed = {
  bot: { username: 'Soundtrack' },
  users: [
    { id: USERS.mara, username: 'mara', displayName: 'Mara', locale: 'en-US' },
    { id: USERS.theo, username: 'theo', displayName: 'Theo', locale: 'en-GB' },
    { id: USERS.juno, username: 'juno', displayName: 'Juno', locale: 'de' },
  ],
  guilds: [
    {
      id: GUILDS.neonNights,
      name: 'Neon Nights Film Club',
      ownerId: USERS.mara,
      locale: 'en-US',
      everyone: MEMBER,
      roles: [{ id: '1400000000000000001', name: 'Projectionist', permissions: MANAGER }],
      members: [
        { userId: USERS.mara, roles: ['1400000000000000001'] },
        { userId: USERS.theo, roles: [] },
        { userId: USERS.juno, roles: [] },
      ],
      botPermissions: BOT,
      channels: [
        { id: CHANNELS.lobby, name: 'lobby', topic: 'Tickets, popcorn and small talk' },
        { id: CHANNELS.soundtracks, name: 'soundtracks', topic: 'What plays when, and why' },
        {
          id: CHANNELS.announcements,
          name: 'announcements',
          topic: 'The bot may not write here',
          overwrites: [{ id: GUILDS.neonNights, kind: 'role', deny: P.SendMessages }],
        },
        {
          id: CHANNELS.backstage,
          name: 'backstage',
          topic: 'Managers only',
          overwrites: [
            { id: GUILDS.neonNights, kind: 'role', deny: P.ViewChannel },
            { id: '1400000000000000001', kind: 'role', allow: P.ViewChannel },
          ],
        },
      ],
    },
    {
      id: GUILDS.scoreScholars,
      name: 'Score Scholars',
      ownerId: USERS.mara,
      locale: 'en-GB',
      everyone: MEMBER,
      roles: [{ id: '1400000000000000011', name: 'Librarian', permissions: MANAGER }],
      members: [
        { userId: USERS.mara, roles: ['1400000000000000011'] },
        { userId: USERS.theo, roles: [] },
        { userId: USERS.juno, roles: [] },
      ],
      botPermissions: BOT,
      channels: [
        { id: CHANNELS.readingRoom, name: 'reading-room', topic: 'Leitmotifs and liner notes' },
        { id: CHANNELS.listeningRoom, name: 'listening-room', topic: 'One score a week' },
        {
          id: CHANNELS.notices,
          name: 'notices',
          topic: 'The bot may not write here',
          overwrites: [{ id: GUILDS.scoreScholars, kind: 'role', deny: P.SendMessages }],
        },
      ],
    },
  ],
};
