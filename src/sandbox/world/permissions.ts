import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelSeed, GuildSeed } from './seed.ts';

const ALL = Object.values(PermissionFlagsBits).reduce((bits, bit) => bits | bit, 0n);

/** A member's permissions in a guild and, if given, in one of its channels, as Discord computes them. */
export function permissionsOf(
  guild: GuildSeed,
  userId: string,
  roles: readonly string[],
  rolePermissions: bigint,
  channel?: ChannelSeed,
): bigint {
  if (guild.ownerId === userId) return ALL;
  const base = guild.everyone | rolePermissions;
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL;
  const overwrites = channel?.overwrites ?? [];
  const everyone = overwrites.filter(({ id }) => id === guild.id);
  const ofRoles = overwrites.filter(({ id, kind }) => kind === 'role' && roles.includes(id));
  const own = overwrites.filter(({ id, kind }) => kind === 'member' && id === userId);
  let bits = base;
  for (const group of [everyone, ofRoles, own]) {
    bits &= ~group.reduce((sum, { deny }) => sum | (deny ?? 0n), 0n);
    bits |= group.reduce((sum, { allow }) => sum | (allow ?? 0n), 0n);
  }
  return bits;
}
