import type { APIUser } from 'discord-api-types/v10';
import type { UserSeed } from './seed.ts';

/** What every user has and the sandbox gives nobody. */
const NOTHING = {
  avatar: null,
  avatar_decoration_data: null,
  collectibles: null,
  primary_guild: null,
  flags: 0,
  public_flags: 0,
};

export function userObject({ id, username, displayName }: UserSeed): APIUser {
  return { ...NOTHING, id, username, global_name: displayName, discriminator: '0' };
}

export function botObject(id: string, username: string): APIUser {
  return { ...NOTHING, id, username, global_name: null, discriminator: '0001', bot: true };
}
