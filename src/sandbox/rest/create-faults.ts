import { GatewayOpcodes } from 'discord-api-types/v10';
import type { Faults } from '../faults.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Interactions } from '../interactions.ts';
import type { World } from '../world/world.ts';
import type { FaultQueue } from './fault-queue.ts';

interface Victims {
  readonly world: World;
  readonly gateway: Gateway;
  readonly strikes: FaultQueue;
  readonly interactions: Interactions;
  readonly changed: () => void;
  readonly duplicate: (count: number) => void;
}

/** Everything that can go wrong, wired to what it goes wrong with. */
export function createFaults({
  world,
  gateway,
  strikes,
  interactions,
  changed,
  duplicate,
}: Victims): Faults {
  const guildGone = (guildId: string, unavailable: boolean) => {
    gateway.dispatch('GUILD_DELETE', { id: guildId, ...(unavailable && { unavailable }) }, guildId);
    changed();
  };
  const guildBack = (guildId: string) => {
    const guild = world.guild(guildId);
    if (guild) gateway.dispatch('GUILD_CREATE', world.guildObject(guild), guildId);
    changed();
  };
  return {
    failRequests: (status, match) => strikes.add({ kind: 'status', status }, match),
    rateLimit: ({ retryAfterMs, global = false }, match) =>
      strikes.add({ kind: 'rate-limit', retryAfter: retryAfterMs, global }, match),
    delayRequests: (ms, match) => strikes.add({ kind: 'delay', ms }, match),
    loseResponses: (match) => strikes.add({ kind: 'lose' }, match),
    dropSockets: () => gateway.drop(),
    closeSockets: (code, reason) => gateway.closeAll(code, reason),
    requestReconnect: () => gateway.send(GatewayOpcodes.Reconnect, null),
    invalidateSessions({ resumable }) {
      gateway.send(GatewayOpcodes.InvalidSession, resumable);
      if (!resumable) gateway.forgetSessions();
    },
    refuseNextResume() {
      gateway.refuseNextResume = true;
    },
    muteHeartbeats() {
      gateway.muted = true;
    },
    ignoreResumes() {
      gateway.resumesIgnored = true;
    },
    duplicateInteractions: (count = 1) => duplicate(count),
    expireInteractions(count = 1) {
      interactions.expireNext = count;
    },
    guildOutage(guildId) {
      world.out.add(guildId);
      guildGone(guildId, true);
    },
    guildRecovered(guildId) {
      world.out.delete(guildId);
      guildBack(guildId);
    },
    kickBot(guildId) {
      guildGone(guildId, false);
      world.left.add(guildId);
      changed();
    },
    inviteBot(guildId) {
      world.left.delete(guildId);
      guildBack(guildId);
    },
    clear() {
      strikes.clear();
      duplicate(0);
      interactions.expireNext = 0;
      gateway.muted = false;
      gateway.resumesIgnored = false;
      gateway.refuseNextResume = false;
    },
  };
}
