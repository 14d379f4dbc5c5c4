import { asArray, asNumber, asString, type Json } from '../validate/json.ts';
import type { CloseReason } from './close-codes.ts';
import { ALL_INTENTS, PRIVILEGED } from './intents.ts';

export interface Identity {
  readonly intents: number;
  readonly shard: readonly [index: number, count: number];
}

/** Tokens come with and without the prefix. */
export const sameToken = (given: unknown, token: string): boolean =>
  asString(given)?.replace(/^Bot /, '') === token;

/** Reads the `d` of an IDENTIFY. @returns why the socket is to be closed, when it is refused */
export function readIdentify(
  data: Json,
  token: string,
  allowedPrivileged: number,
): Identity | CloseReason {
  if (!sameToken(data.token, token)) return 'authenticationFailed';
  const intents = asNumber(data.intents);
  if (intents === undefined || (intents & ~ALL_INTENTS) !== 0) return 'invalidIntents';
  if ((intents & PRIVILEGED & ~allowedPrivileged) !== 0) return 'disallowedIntents';
  const [index, count, ...more] = asArray(data.shard ?? [0, 1]).map(asNumber);
  const whole = Number.isInteger(index) && Number.isInteger(count) && more.length === 0;
  if (!whole || index === undefined || count === undefined || index < 0 || index >= count) {
    return 'invalidShard';
  }
  return { intents, shard: [index, count] };
}
