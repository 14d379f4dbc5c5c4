import { refuse } from '../../discord-error.ts';
import type { Place } from '../../world/world.ts';
import { param, type RestContext, type RestOptions } from '../api.ts';

/**
 * The channel of a request, if the bot may do there what it asks for.
 *
 * @throws DiscordError 10003, 50001 when it can't see the channel, 50013
 */
export function placeFor({ world }: RestOptions, context: RestContext, permissions = 0n): Place {
  const place = world.place(param(context, 'channel'));
  if (!place) throw refuse('unknownChannel');
  if (!world.maySee(world.botId, place)) throw refuse('missingAccess');
  if (!world.may(world.botId, place, permissions)) throw refuse('missingPermissions');
  return place;
}
