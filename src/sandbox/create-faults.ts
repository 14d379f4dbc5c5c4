import { GatewayOpcodes } from 'discord-api-types/v10';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Interactions } from './interactions/interactions.ts';
import type { FaultQueue } from './rest/fault-queue.ts';
import type { CommandStore } from './world/command-store.ts';
import type { World } from './world/world.ts';

interface Victims {
  readonly world: World;
  readonly gateway: Gateway;
  readonly commands: CommandStore;
  readonly requests: FaultQueue;
  readonly interactions: Interactions;
  /** How many interactions to come are delivered twice. */
  readonly duplicates: { left: number };
  readonly changed: () => void;
}

/** Everything that can go wrong, wired to what it goes wrong with. */
export function createFaults(victims: Victims): Faults {
  const { gateway, requests, interactions, duplicates } = victims;
  return {
    failRequests: (status, match) => requests.add({ kind: 'status', status }, match),
    rateLimit: ({ retryAfterMs, global = false }, match) =>
      requests.add({ kind: 'rate-limit', retryAfter: retryAfterMs, global }, match),
    delayRequests: (ms, match) => requests.add({ kind: 'delay', ms }, match),
    loseResponses: (match) => requests.add({ kind: 'lose' }, match),
    dropSockets: () => gateway.drop(),
    closeSockets: (code, reason) => gateway.closeAll(code, reason),
    requestReconnect: () => gateway.broadcast(GatewayOpcodes.Reconnect, null),
    invalidateSessions({ resumable }) {
      gateway.broadcast(GatewayOpcodes.InvalidSession, resumable);
      if (!resumable) gateway.endSessions();
    },
    refuseNextResume() {
      gateway.faults.nextResumeRefused = true;
    },
    muteHeartbeats() {
      gateway.faults.heartbeatsMuted = true;
    },
    ignoreResumes() {
      gateway.faults.resumesIgnored = true;
    },
    duplicateInteractions(count = 1) {
      duplicates.left = count;
    },
    expireInteractions(count = 1) {
      interactions.expireNext = count;
    },
    ...guildFaults(victims),
    clear() {
      requests.clear();
      duplicates.left = 0;
      interactions.expireNext = 0;
      gateway.faults.heartbeatsMuted = false;
      gateway.faults.resumesIgnored = false;
      gateway.faults.nextResumeRefused = false;
    },
  };
}

type GuildFaults = Pick<Faults, 'guildOutage' | 'guildRecovered' | 'kickBot' | 'inviteBot'>;

/** @throws Error for a guild that isn't there, so that a test doesn't wait in vain */
function guildFaults({ world, gateway, commands, changed }: Victims): GuildFaults {
  const known = (guildId: string) => {
    const guild = world.guild(guildId);
    if (!guild) throw new Error(`There is no guild ${guildId}.`);
    return guild;
  };
  const back = (guildId: string) => {
    const guild = known(guildId);
    gateway.dispatch('GUILD_CREATE', world.guildObject(guild), guildId);
    changed();
  };
  return {
    guildOutage(guildId) {
      known(guildId);
      world.out.add(guildId);
      gateway.dispatch('GUILD_DELETE', { id: guildId, unavailable: true }, guildId);
      changed();
    },
    guildRecovered(guildId) {
      world.out.delete(guildId);
      back(guildId);
    },
    kickBot(guildId) {
      known(guildId);
      world.left.add(guildId);
      commands.forgetGuild(guildId);
      gateway.dispatch('GUILD_DELETE', { id: guildId }, guildId);
      changed();
    },
    inviteBot(guildId) {
      world.left.delete(guildId);
      back(guildId);
    },
  };
}
