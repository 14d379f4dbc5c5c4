import { GatewayIntentBits } from 'discord-api-types/v10';
import { asArray, asNumber, asString, type Json } from '../validate/json.ts';
import type { World } from '../world/world.ts';
import type { Session } from './session.ts';

/**
 * Answers opcode 8 with one GUILD_MEMBERS_CHUNK. Asking for all members (an empty query without a
 * limit) takes the privileged intent; without it Discord answers nothing, and neither do we.
 */
export function sendMembers(session: Session, world: World, data: Json): void {
  const guildId = asString(data.guild_id) ?? '';
  const guild = world.guild(guildId);
  if (!guild || world.left.has(guildId) || !session.hears(guildId)) return;
  const wanted = data.user_ids === undefined ? undefined : [data.user_ids].flat();
  const query = asString(data.query) ?? '';
  const limit = asNumber(data.limit) ?? 0;
  const all = wanted === undefined && query === '' && limit === 0;
  if (all && (session.intents & GatewayIntentBits.GuildMembers) === 0) return;
  const ids = [world.botId, ...guild.members.map(({ userId }) => userId)];
  const found = ids.filter((id) =>
    wanted ? wanted.includes(id) : (world.user(id)?.username ?? '').startsWith(query.toLowerCase()),
  );
  session.dispatch('GUILD_MEMBERS_CHUNK', {
    guild_id: guildId,
    members: found.slice(0, limit || undefined).map((id) => world.member(guild, id)),
    chunk_index: 0,
    chunk_count: 1,
    not_found: asArray(wanted).filter((id) => !ids.includes(String(id))),
    ...(data.nonce !== undefined && { nonce: data.nonce }),
  });
}
