import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Stage } from './acting/stage.ts';
import type { Actor } from './actor.ts';
import { localizedCommand } from './page-commands.ts';
import type { PageGuild, PageState, PageUser } from './page-types.ts';
import type { GuildSeed } from './world/seed.ts';
import type { World } from './world/world.ts';

/** Everything the page draws, for one member in one channel. */
export function pageState({ world }: Stage, actor: Actor, botOnline: boolean): PageState {
  const me = actor.user.id;
  const bot = person(world, world.botId);
  const locale = world.userSeed(me)?.locale ?? '';
  return {
    me: person(world, me),
    bot,
    botOnline,
    users: [...world.seed.users.map(({ id }) => person(world, id)), bot],
    guilds: world.seed.guilds.map((guild) => guildFor(world, guild, me)),
    directMessage: {
      id: world.directMessageOf(me),
      name: bot.displayName,
      topic: '',
      canSend: true,
    },
    here: { channelId: actor.channelId, guildId: actor.guildId ?? null },
    commands: actor.commands().map((command) => localizedCommand(command, locale)),
    messages: actor.messages(),
  };
}

function person(world: World, id: string): PageUser {
  const { username, global_name: name, bot = false } = world.user(id) ?? world.bot;
  return { id, username, displayName: name ?? username, bot };
}

function guildFor(world: World, guild: GuildSeed, me: string): PageGuild {
  const isAdmin = (userId: string) => (world.permissions(guild, userId) & P.ManageGuild) !== 0n;
  return {
    id: guild.id,
    name: guild.name,
    admin: isAdmin(me),
    adminIds: guild.members.map(({ userId }) => userId).filter(isAdmin),
    hasBot: !world.left.has(guild.id) && !world.out.has(guild.id),
    channels: guild.channels
      .map((channel) => ({ channel, place: { channelId: channel.id, guild, channel } }))
      .filter(({ place }) => world.maySee(me, place))
      .map(({ channel, place }) => ({
        id: channel.id,
        name: channel.name,
        topic: channel.topic ?? '',
        canSend: world.may(me, place, P.SendMessages),
      })),
    roles: guild.roles.map(({ id, name }) => ({ id, name })),
  };
}
