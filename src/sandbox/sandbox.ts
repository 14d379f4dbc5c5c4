import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createActor } from './acting/member-actor.ts';
import type { Stage } from './acting/stage.ts';
import { systemClock } from './clock.ts';
import { createFaults } from './create-faults.ts';
import { interactionEvent, tellOfMessage } from './events.ts';
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
import type { ObservedRequest, Sandbox, SandboxOptions } from './sandbox-types.ts';
import { createSnowflakes } from './snowflake.ts';
import { Subscribers } from './subscribers.ts';
import { GATEWAY, REST } from './validate/limits.ts';
import { CommandStore } from './world/command-store.ts';
import { Messages } from './world/messages.ts';
import { defaultWorld } from './world/seed.ts';
import { World } from './world/world.ts';

const HOST = '127.0.0.1';
const APPLICATION_ID = '1000000000000000001';
/** Shaped like Discord's tokens, and good for this sandbox alone. */
const TOKEN = `${Buffer.from(APPLICATION_ID).toString('base64url')}.SANDBX.only-good-for-the-loopback-sandbox-01`;
const PATIENCE = 15_000;

export type { ObservedRequest, Sandbox, SandboxOptions };

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
  const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
    gateway.close();
    pageApi.close();
    throw error;
  });
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
