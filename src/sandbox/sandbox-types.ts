import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { WorldSeed } from './world/seed.ts';

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** A snowflake; also the bot user's id. */
  readonly applicationId?: string;
  /** The bot's token; a fixed one that looks like Discord's by default. */
  readonly token?: string;
  readonly world?: WorldSeed;
  /** Decides when interactions are late and tokens expire; the system's by default. */
  readonly clock?: Clock;
  /** Privileged intent bits that the bot may ask for (none by default: close code 4014). */
  readonly privilegedIntents?: number;
  /** How long a deferred response may take before an exchange fails, ms; 15,000 by default. */
  readonly patienceMs?: number;
  /** Gateway heartbeat interval, ms; 41,250 by default, as Discord's. */
  readonly heartbeatIntervalMs?: number;
  /**
   * Milliseconds in which one IDENTIFY per concurrency key is accepted; 5,000 by default, as
   * Discord's: a bot restarted sooner waits. 0 spares a test that wait.
   */
  readonly identifyIntervalMs?: number;
  /** `max_concurrency` of the identify limit; 1 by default. */
  readonly maxConcurrency?: number;
  /** IDENTIFYs a day; 1,000 by default, as Discord's. */
  readonly identifiesPerDay?: number;
  /** Shards that `/gateway/bot` recommends; 1 by default. */
  readonly recommendedShards?: number;
  /** REST requests a second, in all and for each route; 50 by default, Discord's global limit. */
  readonly requestsPerSecond?: number;
}

/** A REST request the bot made, after it was answered. */
export interface ObservedRequest {
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  /** The parsed JSON body (of a multipart request its `payload_json`). */
  readonly body: unknown;
  readonly status: number;
}

/** A running loopback Discord. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT/api`: what `DISCORD_API_URL` and discord.js's `rest.api` take. */
  readonly apiUrl: string;
  /** The page's address. */
  readonly pageUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly world: WorldSeed;
  readonly faults: Faults;
  /** Someone in a channel; without `channelId`, in their direct message with the bot. */
  actor(userId: string, channelId?: string): Actor;
  /** Registers commands as PUT does, without HTTP; throws on what Discord would refuse. */
  installCommands(commands: RESTPutAPIApplicationCommandsJSONBody, guildId?: string): void;
  /** Hears of every REST request of the bot. @returns a function that ends it */
  observe(listener: (request: ObservedRequest) => void): () => void;
  /** Resolves when the bot has a gateway session that is ready. */
  botReady(): Promise<void>;
  close(): Promise<void>;
}
