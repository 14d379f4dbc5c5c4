import {
  type APIApplicationCommand,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import type { CommandStore } from './command-store.ts';
import type { Place, World } from './world.ts';

/**
 * The commands that somebody can use at a place, by context and `default_member_permissions`: the
 * guild's own first, then the global ones. One that was deployed both ways is there twice, as in
 * Discord. The app is installed to guilds only.
 */
export function usableCommands(
  world: World,
  store: CommandStore,
  userId: string,
  place: Place,
): readonly APIApplicationCommand[] {
  const { guild } = place;
  if (guild) {
    if (world.left.has(guild.id) || world.out.has(guild.id)) return [];
    if (!world.may(userId, place, P.UseApplicationCommands)) return [];
  }
  const own = guild ? store.list(guild.id) : [];
  const global = store.list().filter((command) => inContext(command, place));
  return [...own, ...global].filter((command) => permitted(world, userId, place, command));
}

function inContext({ contexts, integration_types: types }: APIApplicationCommand, place: Place) {
  if (types && !types.includes(ApplicationIntegrationType.GuildInstall)) return false;
  const here = place.guild ? InteractionContextType.Guild : InteractionContextType.BotDM;
  return !contexts || contexts.includes(here);
}

/** In direct messages the default permissions don't count. */
function permitted(
  world: World,
  userId: string,
  place: Place,
  { default_member_permissions: wanted }: APIApplicationCommand,
): boolean {
  if (!place.guild || wanted === null || wanted === undefined) return true;
  return world.may(userId, place, wanted === '0' ? P.Administrator : BigInt(wanted));
}
