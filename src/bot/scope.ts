import type { BaseInteraction } from 'discord.js';

/** The key of favourites and settings: the server's, or the member's own in a direct message. */
export const scopeOf = ({ guildId, user }: Pick<BaseInteraction, 'guildId' | 'user'>): string =>
  guildId ?? `dm-${user.id}`;
