import type { PageChannel, PageGuild, PageState } from '../../page-types.ts';

/** The server one is in; undefined in the direct message. */
export function guildOf(state: PageState): PageGuild | undefined {
  return state.guilds.find(({ id }) => id === state.here.guildId);
}

export function channelOf(state: PageState): PageChannel {
  const here = guildOf(state)?.channels.find(({ id }) => id === state.here.channelId);
  return here ?? state.directMessage;
}

/** The place's name: `#lobby · Neon Nights`, or the bot's in the direct message. */
export function nameOf(state: PageState): string {
  const guild = guildOf(state);
  return guild === undefined ? state.bot.displayName : `#${channelOf(state).name} · ${guild.name}`;
}

/** Whether a member manages the server one is in, or in the direct message any. */
export function isAdmin(state: PageState, userId: string): boolean {
  const guild = guildOf(state);
  const guilds = guild === undefined ? state.guilds : [guild];
  return guilds.some(({ adminIds }) => adminIds.includes(userId));
}
