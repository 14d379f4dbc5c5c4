import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { asNumber, asString, type Json } from '../validate/json.ts';
import type { World } from '../world/world.ts';
import type { CloseReason } from './close-codes.ts';
import type { Connection } from './connection.ts';
import { readIdentify, sameToken } from './identify.ts';
import type { IdentifyLimit } from './identify-limit.ts';
import { introduce } from './ready.ts';
import type { Sessions } from './sessions.ts';

/** Faults that last until they are cleared. */
export interface GatewayFaults {
  heartbeatsMuted: boolean;
  resumesIgnored: boolean;
  nextResumeRefused: boolean;
}

export interface HandshakeParts {
  readonly world: World;
  readonly token: string;
  readonly privilegedIntents: number;
  readonly identifyLimit: IdentifyLimit;
  readonly sessions: Sessions;
  readonly faults: GatewayFaults;
  /** Where the bot is to resume. */
  readonly url: string;
}

/** Opcode 2: a new session, READY and the guilds. @returns whether the bot is ready */
export function identify(parts: HandshakeParts, connection: Connection, data: Json): boolean {
  const { token, privilegedIntents, identifyLimit, sessions, world, url } = parts;
  if (connection.session) {
    connection.refuse('alreadyAuthenticated');
    return false;
  }
  const identity = readIdentify(data, token, privilegedIntents);
  if (typeof identity === 'string') {
    connection.refuse(identity);
    return false;
  }
  const verdict = identifyLimit.take(identity.shard[0]);
  if (verdict === 'too_soon') {
    connection.send(Op.InvalidSession, false);
    return false;
  }
  // Discord resets the token of a bot that has used up its day.
  if (verdict === 'exhausted') {
    connection.refuse('authenticationFailed');
    return false;
  }
  const session = sessions.create(identity);
  connection.bind(session);
  introduce(session, world, url);
  return true;
}

/** Opcode 6: what was missed, then RESUMED. @returns whether the bot is back */
export function resume(parts: HandshakeParts, connection: Connection, data: Json): boolean {
  const { sessions, faults } = parts;
  const refusal = resumeFault(parts, connection, data);
  if (refusal !== undefined) {
    connection.refuse(refusal);
    return false;
  }
  const session = sessions.get(asString(data.session_id) ?? '');
  const missed = session?.missed(asNumber(data.seq) ?? 0);
  if (!session || !missed || faults.nextResumeRefused) {
    faults.nextResumeRefused = false;
    if (session) sessions.end(session);
    connection.send(Op.InvalidSession, false);
    return false;
  }
  for (const event of missed) connection.forward(event);
  connection.bind(session);
  session.dispatch('RESUMED', { _trace: [] });
  return true;
}

function resumeFault(
  { token, sessions }: HandshakeParts,
  connection: Connection,
  data: Json,
): CloseReason | undefined {
  if (connection.session) return 'alreadyAuthenticated';
  if (!sameToken(data.token, token)) return 'authenticationFailed';
  const session = sessions.get(asString(data.session_id) ?? '');
  const ahead = session && (asNumber(data.seq) ?? 0) > session.sequence;
  return ahead ? 'invalidSequence' : undefined;
}
