import { GatewayIntentBits as Intent } from 'discord-api-types/v10';

/** Intents that Discord gives only to apps which it has approved, or which switched them on. */
export const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

export const ALL_INTENTS = Object.values(Intent).reduce<number>(
  (bits, bit) => (typeof bit === 'number' ? bits | bit : bits),
  0,
);

/** What an event asks for, in a guild and in a direct message; 0 where it needs no intent. */
const NEEDED: Readonly<Record<string, readonly [guild: number, direct: number]>> = {
  GUILD_CREATE: [Intent.Guilds, 0],
  GUILD_DELETE: [Intent.Guilds, 0],
  MESSAGE_CREATE: [Intent.GuildMessages, Intent.DirectMessages],
  MESSAGE_UPDATE: [Intent.GuildMessages, Intent.DirectMessages],
  MESSAGE_DELETE: [Intent.GuildMessages, Intent.DirectMessages],
};

/** The intent without which a session is not told of an event. */
export function intentFor(event: string, inGuild: boolean): number {
  const [guild, direct] = NEEDED[event] ?? [0, 0];
  return inGuild ? guild : direct;
}
