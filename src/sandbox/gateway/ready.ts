import { GatewayIntentBits } from 'discord-api-types/v10';
import type { World } from '../world/world.ts';
import { intentFor } from './intents.ts';
import type { Session } from './session.ts';

/** READY, then the guilds of the shard one by one. */
export function introduce(session: Session, world: World, resumeUrl: string): void {
  const guilds = world.seed.guilds.filter(({ id }) => session.hears(id) && !world.left.has(id));
  session.dispatch('READY', {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: { id: world.botId, flags: 0 },
    session_type: 'normal',
    private_channels: [],
    relationships: [],
    presences: [],
    geo_ordered_rtc_regions: [],
    user_settings: {},
    _trace: [],
  });
  if ((session.intents & intentFor('GUILD_CREATE', true)) === 0) return;
  const members = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
  for (const guild of guilds) {
    const out = world.out.has(guild.id);
    if (out) session.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
    else session.dispatch('GUILD_CREATE', world.guildObject(guild, members));
  }
}
