import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Actor } from './actor.ts';
import { type Clock, systemClock } from './clock.ts';
import { interactionEvent, messageEvent } from './events.ts';
import type { Faults } from './faults.ts';
import { Gateway, messageIntent } from './gateway/gateway.ts';
import { Interactions } from './interactions.ts';
import { createActor, type Stage } from './member-actor.ts';
import { MessageWriter } from './message-writer.ts';
import { servePageApi } from './page-api.ts';
import { createPageFiles } from './page-files.ts';
import { createFaults } from './rest/create-faults.ts';
import { FaultQueue } from './rest/fault-queue.ts';
import { createRest } from './rest/rest.ts';
import { createSnowflakes } from './snowflake.ts';
import { GATEWAY } from './validate/limits.ts';
import { CommandStore } from './world/command-store.ts';
import { type MessageEvent, Messages } from './world/messages.ts';
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
  /** Milliseconds between two IDENTIFYs; 5,000 by default, as Discord's. */
  readonly identifyIntervalMs?: number;
  /** Shards that `/gateway/bot` recommends; 1 by default. */
  readonly recommendedShards?: number;
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

/** Starts a loopback Discord on 127.0.0.1. @throws Error when the port is taken */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? systemClock;
  const applicationId = options.applicationId ?? APPLICATION_ID;
  const token = options.token ?? TOKEN;
  const seed = options.world ?? defaultWorld;
  const snowflake = createSnowflakes(clock);
  const world = new World(seed, applicationId);
  const messages = new Messages();
  const writer = new MessageWriter(world, messages, clock, snowflake);
  const commands = new CommandStore(applicationId, snowflake);
  const strikes = new FaultQueue();
  const gateway = new Gateway({
    world,
    clock,
    token,
    privilegedIntents: options.privilegedIntents ?? 0,
    heartbeatInterval: options.heartbeatIntervalMs ?? GATEWAY.heartbeatInterval,
    identifyInterval: options.identifyIntervalMs ?? GATEWAY.identifyWindow,
  });
  let duplicates = 0;
  const interactions = new Interactions({
    world,
    clock,
    snowflake,
    writer,
    patience: options.patienceMs ?? PATIENCE,
    deliver(interaction) {
      const event = interactionEvent(world, interaction);
      const guildId = interaction.place.guild?.id;
      if (guildId !== undefined && world.left.has(guildId)) return false;
      const heard = gateway.dispatch('INTERACTION_CREATE', event, guildId);
      if (duplicates > 0) {
        duplicates -= 1;
        gateway.dispatch('INTERACTION_CREATE', event, guildId);
      }
      return heard;
    },
  });
  messages.listen((event) => tellBot(world, gateway, event));

  const observers = new Set<(request: ObservedRequest) => void>();
  const stateListeners = new Set<() => void>();
  const typingListeners = new Set<(channelId: string) => void>();
  const changed = () => {
    for (const listener of stateListeners) listener();
  };
  gateway.onStateChange(changed);
  const app = createRest({
    world,
    token,
    gateway,
    commands,
    messages,
    writer,
    interactions,
    faults: strikes,
    recommendedShards: options.recommendedShards ?? 1,
    commandsChanged: changed,
    typing(channelId) {
      for (const listener of typingListeners) listener(channelId);
    },
    observe(request) {
      for (const observer of observers) observer(request);
    },
  });
  app.route('/', createPageFiles(messages));
  const server = createAdaptorServer({ fetch: app.fetch, hostname: HOST }) as Server;
  gateway.attach(server);
  const stage: Stage = {
    world,
    clock,
    snowflake,
    commands,
    messages,
    interactions,
    onState: (listener) => subscribe(stateListeners, listener),
    onTyping: (listener) => subscribe(typingListeners, listener),
  };
  const closePageApi = servePageApi(server, stage, () => gateway.online);
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
    faults: createFaults({
      world,
      gateway,
      strikes,
      interactions,
      changed,
      duplicate: (count) => (duplicates = count),
    }),
    actor: (userId, channelId) => createActor(stage, userId, channelId),
    installCommands(list, guildId) {
      // Over HTTP, fields that are undefined would not arrive.
      commands.overwrite(JSON.parse(JSON.stringify(list)), guildId);
      changed();
    },
    observe: (listener) => subscribe(observers, listener),
    botReady: () => gateway.whenReady(),
    async close() {
      closePageApi();
      await gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Messages as the bot's gateway tells them; ephemeral ones it has from its own requests only. */
function tellBot(world: World, gateway: Gateway, { type, stored }: MessageEvent): void {
  const { message, onlyFor } = stored;
  const place = world.place(message.channel_id);
  if (!place || onlyFor !== undefined || !world.maySee(world.botId, place)) return;
  const intent = messageIntent(place);
  const guildId = place.guild?.id;
  if (type === 'messageDelete') {
    const gone = {
      id: message.id,
      channel_id: message.channel_id,
      ...(guildId !== undefined && { guild_id: guildId }),
    };
    gateway.dispatch('MESSAGE_DELETE', gone, guildId, intent);
    return;
  }
  const event = type === 'message' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
  gateway.dispatch(event, messageEvent(world, message, gateway.readsContent), guildId, intent);
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
