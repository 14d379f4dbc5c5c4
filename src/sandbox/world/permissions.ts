import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { ChannelSeed, GuildSeed } from './seed.ts';

const ALL = Object.values(P).reduce((bits, bit) => bits | bit, 0n);
/** Without Send Messages these are denied too. */
const OF_SENDING = P.MentionEveryone | P.SendTTSMessages | P.AttachFiles | P.EmbedLinks;

/**
 * A member's permissions in a guild and, if given, in one of its channels, as Discord's
 * "Permissions" computes them: base, overwrites of everyone, of roles, of the member, and what
 * their absence implies.
 *
 * @param rolePermissions - of all the member's roles together
 */
export function permissionsOf(
  guild: GuildSeed,
  userId: string,
  roles: readonly string[],
  rolePermissions: bigint,
  channel?: ChannelSeed,
): bigint {
  if (guild.ownerId === userId) return ALL;
  const base = guild.everyone | rolePermissions;
  if ((base & P.Administrator) !== 0n) return ALL;
  if (!channel) return base;
  const overwrites = channel.overwrites ?? [];
  let bits = base;
  for (const group of [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id, kind }) => kind === 'role' && id !== guild.id && roles.includes(id)),
    overwrites.filter(({ id, kind }) => kind === 'member' && id === userId),
  ]) {
    bits &= ~group.reduce((sum, { deny }) => sum | (deny ?? 0n), 0n);
    bits |= group.reduce((sum, { allow }) => sum | (allow ?? 0n), 0n);
  }
  if ((bits & P.ViewChannel) === 0n) return 0n;
  return (bits & P.SendMessages) === 0n ? bits & ~OF_SENDING : bits;
}
