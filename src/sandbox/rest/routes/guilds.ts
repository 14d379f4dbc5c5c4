import { refuse } from '../../discord-error.ts';
import { guildObject, rolesOf } from '../../world/guild-object.ts';
import type { GuildSeed } from '../../world/seed.ts';
import { param, type RestApp, type RestContext, type RestOptions } from '../api.ts';

export function addGuildRoutes(app: RestApp, { world }: RestOptions): void {
  const guildOf = (context: RestContext): GuildSeed => {
    const guild = world.guild(param(context, 'guild'));
    if (!guild || world.left.has(guild.id)) throw refuse('unknownGuild');
    return guild;
  };
  app.get('/guilds/:guild', (context) => context.json(guildObject(guildOf(context))));
  app.get('/guilds/:guild/channels', (context) => {
    const guild = guildOf(context);
    return context.json(
      guild.channels.map((channel) =>
        world.channelObject({ channelId: channel.id, guild, channel }),
      ),
    );
  });
  app.get('/guilds/:guild/roles', (context) => context.json(rolesOf(guildOf(context))));
  app.get('/guilds/:guild/members/:user', (context) => {
    const guild = guildOf(context);
    const userId = param(context, 'user');
    const member = guild.members.some((one) => one.userId === userId) || userId === world.botId;
    if (!member) throw refuse(world.user(userId) ? 'unknownMember' : 'unknownUser');
    return context.json(world.member(guild, userId));
  });
}
