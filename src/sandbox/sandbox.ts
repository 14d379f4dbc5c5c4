import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { createActor } from './acting/member-actor.ts';
import type { Stage } from './acting/stage.ts';
import type { Actor } from './actor.ts';
import { type Clock, systemClock } from './clock.ts';
import { createFaults } from './create-faults.ts';
import { interactionEvent, tellOfMessage } from './events.ts';
import type { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { IdentifyLimit } from './gateway/identify-limit.ts';
import { Interactions } from './interactions/interactions.ts';
import { isLoopback, routeUpgrades } from './loopback.ts';
import { MessageWriter } from './message-writer.ts';
import { createPageApi } from './page-api.ts';
import { createPageFiles } from './page-files.ts';
import { FaultQueue } from './rest/fault-queue.ts';
import { RateLimits } from './rest/rate-limits.ts';
import { createRest } from './rest/rest.ts';
import { createSnowflakes } from './snowflake.ts';
import { Subscribers } from './subscribers.ts';
import { GATEWAY, REST } from './validate/limits.ts';
import { CommandStore } from './world/command-store.ts';
import { Messages } from './world/messages.ts';
import { defaultWorld, type WorldSeed } from './world/seed.ts';
import { World } from './world/world.ts';

const HOST = '127.0.0.1';
const APPLICATION_ID = '1000000000000000001';
/** Shaped like Discord's tokens, and good for this sandbox alone. */
const TOKEN = `${Buffer.from(APPLICATION_ID).toString('base64url')}.SANDBX.only-good-for-the-loopback-sandbox-01`;
const PATIENCE = 15_000;

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

/**
 * Starts a loopback Discord on 127.0.0.1.
 *
 * @throws Error when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? systemClock;
  const applicationId = options.applicationId ?? APPLICATION_ID;
  const token = options.token ?? TOKEN;
  const seed = options.world ?? defaultWorld;
  const snowflake = createSnowflakes(clock);
  const world = new World(seed, applicationId);
  const messages = new Messages();
  const commands = new CommandStore(applicationId, snowflake);
  const state = new Subscribers<void>();
  const typing = new Subscribers<string>();
  const observers = new Subscribers<ObservedRequest>();
  const changed = () => state.tell();

  const identifyLimit = new IdentifyLimit({
    window: options.identifyIntervalMs ?? GATEWAY.identifyWindow,
    maxConcurrency: options.maxConcurrency ?? 1,
    perDay: options.identifiesPerDay ?? GATEWAY.identifiesPerDay,
  });
  const gateway = new Gateway({
    world,
    token,
    privilegedIntents: options.privilegedIntents ?? 0,
    heartbeatInterval: options.heartbeatIntervalMs ?? GATEWAY.heartbeatInterval,
    identifyLimit,
    changed,
  });
  messages.listen((event) => tellOfMessage(world, gateway, event));

  const writer = new MessageWriter({ world, messages, clock, snowflake });
  const duplicates = { left: 0 };
  const interactions = new Interactions({
    world,
    clock,
    snowflake,
    writer,
    patience: options.patienceMs ?? PATIENCE,
    deliver(interaction) {
      const event = interactionEvent(world, interaction);
      const guildId = interaction.place.guild?.id;
      const heard = gateway.dispatch('INTERACTION_CREATE', event, guildId);
      if (duplicates.left > 0) {
        duplicates.left -= 1;
        gateway.dispatch('INTERACTION_CREATE', event, guildId);
      }
      return heard;
    },
  });

  const requests = new FaultQueue();
  const app = createRest({
    world,
    token,
    gateway,
    identifyLimit,
    commands,
    messages,
    writer,
    interactions,
    faults: requests,
    rateLimits: new RateLimits(options.requestsPerSecond ?? REST.global),
    recommendedShards: options.recommendedShards ?? 1,
    commandsChanged: changed,
    typing: (channelId) => typing.tell(channelId),
    observe: (request) => observers.tell(request),
  });
  app.route('/', createPageFiles(messages));
  const stage: Stage = {
    world,
    clock,
    snowflake,
    commands,
    messages,
    interactions,
    shelf: () => writer.shelf(),
    onState: (listener) => state.add(listener),
    onTyping: (listener) => typing.add(listener),
  };
  const pageApi = createPageApi(stage, () => gateway.online);

  const server = createServer(
    getRequestListener(
      (request, env) =>
        isLoopback(request.headers.get('host') ?? undefined)
          ? app.fetch(request, env)
          : new Response('The sandbox answers on loopback only.', { status: 403 }),
      { overrideGlobalObjects: false },
    ),
  );
  routeUpgrades(server, { '/gateway': gateway.upgrade, '/sandbox/socket': pageApi.upgrade });
  const port = await listen(server, options.port ?? 0);
  const base = `http://${HOST}:${port}`;
  gateway.url = `ws://${HOST}:${port}/gateway`;
  writer.baseUrl = base;

  return {
    apiUrl: `${base}/api`,
    pageUrl: `${base}/`,
    token,
    applicationId,
    world: seed,
    faults: createFaults({ world, gateway, commands, requests, interactions, duplicates, changed }),
    actor: (userId, channelId) => createActor(stage, userId, channelId),
    installCommands(list, guildId) {
      // Over HTTP, fields that are undefined would not arrive.
      commands.overwrite(JSON.parse(JSON.stringify(list)), guildId);
      changed();
    },
    observe: (listener) => observers.add(listener),
    botReady: () => gateway.whenReady(),
    async close() {
      pageApi.close();
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
