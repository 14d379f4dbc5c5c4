import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../clock.ts';
import { asArray, asNumber, asObject, asString, type Json } from '../validate/json.ts';
import type { Place, World } from '../world/world.ts';
import { Session } from './session.ts';

/** Close codes of the gateway, as Discord documents them. */
const CLOSE = {
  unknownOpcode: [4001, 'Unknown opcode'],
  decodeError: [4002, 'Error while decoding payload'],
  notAuthenticated: [4003, 'Not authenticated'],
  authenticationFailed: [4004, 'Authentication failed'],
  alreadyAuthenticated: [4005, 'Already authenticated'],
  rateLimited: [4008, 'Rate limited'],
  invalidShard: [4010, 'Invalid shard'],
  invalidIntents: [4013, 'Invalid intent(s)'],
  disallowedIntents: [4014, 'Disallowed intent(s)'],
} as const;

const MAX_PAYLOAD = 4096;
const MAX_EVENTS = 120;
const EVENT_WINDOW = 60_000;
const PRIVILEGED =
  GatewayIntentBits.GuildMembers |
  GatewayIntentBits.GuildPresences |
  GatewayIntentBits.MessageContent;
const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (bits, bit) => (typeof bit === 'number' ? bits | bit : bits),
  0,
);

export interface GatewayOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly token: string;
  readonly privilegedIntents: number;
  readonly heartbeatInterval: number;
  /** Milliseconds between two IDENTIFYs. */
  readonly identifyInterval: number;
}

/** One socket of the bot's. */
interface Connection {
  readonly socket: WebSocket;
  session: Session | undefined;
  readonly received: number[];
}

/** The WebSocket side: hello, identify, heartbeats, resume with replay, and events by intent and shard. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Map<string, Session>();
  readonly #readyWaiters: (() => void)[] = [];
  readonly #stateListeners = new Set<() => void>();
  #lastIdentify = Number.NEGATIVE_INFINITY;
  url = '';
  muted = false;
  resumesIgnored = false;
  refuseNextResume = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  /** Takes the upgrades to `/gateway`. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      if (!request.url?.startsWith('/gateway')) return;
      this.#server.handleUpgrade(request, socket, head, (connected) => this.#open(connected));
    });
  }

  get online(): boolean {
    return [...this.#sessions.values()].some(({ connected }) => connected);
  }

  whenReady(): Promise<void> {
    if (this.online) return Promise.resolve();
    return new Promise((resolve) => this.#readyWaiters.push(resolve));
  }

  onStateChange(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  /** Sends an event to the shard that hears it, if it asked for it. @returns whether anybody is there */
  dispatch(type: string, data: unknown, guildId?: string, intent = 0): boolean {
    let heard = false;
    for (const session of this.#sessions.values()) {
      if (!session.hears(guildId) || (session.intents & intent) !== intent) continue;
      session.dispatch(type, data);
      heard ||= session.connected;
    }
    return heard;
  }

  /** Whether the bot would get the content of messages that don't concern it. */
  get readsContent(): boolean {
    return [...this.#sessions.values()].some(
      ({ intents }) => (intents & GatewayIntentBits.MessageContent) !== 0,
    );
  }

  drop(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }

  closeAll(code: number, reason = ''): void {
    for (const { socket } of this.#connections) socket.close(code, reason);
  }

  send(op: number, data: unknown): void {
    for (const { socket } of this.#connections)
      socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
  }

  forgetSessions(): void {
    for (const connection of this.#connections) connection.session = undefined;
    this.#sessions.clear();
    this.#changed();
  }

  async close(): Promise<void> {
    this.drop();
    this.#server.close();
  }

  #open(socket: WebSocket): void {
    const connection: Connection = { socket, session: undefined, received: [] };
    this.#connections.add(connection);
    socket.on('message', (raw) => this.#receive(connection, raw.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      this.#connections.delete(connection);
      connection.session?.detach();
      // 1000 and 1001 from the bot end its session for good.
      if (connection.session && (code === 1000 || code === 1001))
        this.#sessions.delete(connection.session.id);
      this.#changed();
    });
    this.#reply(connection, Op.Hello, {
      heartbeat_interval: this.#options.heartbeatInterval,
      _trace: [],
    });
  }

  #receive(connection: Connection, raw: string): void {
    const now = this.#options.clock.now();
    connection.received.push(now);
    while ((connection.received[0] ?? now) < now - EVENT_WINDOW) connection.received.shift();
    if (connection.received.length > MAX_EVENTS) {
      this.#refuse(connection, 'rateLimited');
      return;
    }
    if (Buffer.byteLength(raw) > MAX_PAYLOAD) {
      this.#refuse(connection, 'decodeError');
      return;
    }
    let payload: Json;
    try {
      payload = asObject(JSON.parse(raw));
    } catch {
      this.#refuse(connection, 'decodeError');
      return;
    }
    this.#handle(connection, asNumber(payload.op) ?? -1, asObject(payload.d));
  }

  #handle(connection: Connection, op: number, data: Json): void {
    switch (op) {
      case Op.Heartbeat:
        if (!this.muted) this.#reply(connection, Op.HeartbeatAck, null);
        break;
      case Op.Identify:
        this.#identify(connection, data);
        break;
      case Op.Resume:
        if (!this.resumesIgnored) this.#resume(connection, data);
        break;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
        if (!connection.session) this.#refuse(connection, 'notAuthenticated');
        break;
      default:
        this.#refuse(connection, 'unknownOpcode');
    }
  }

  #identify(connection: Connection, data: Json): void {
    const { token, clock, privilegedIntents, identifyInterval, world } = this.#options;
    if (connection.session) {
      this.#refuse(connection, 'alreadyAuthenticated');
      return;
    }
    if (asString(data.token)?.replace(/^Bot /, '') !== token) {
      this.#refuse(connection, 'authenticationFailed');
      return;
    }
    const intents = asNumber(data.intents);
    if (intents === undefined || (intents & ~ALL_INTENTS) !== 0) {
      this.#refuse(connection, 'invalidIntents');
      return;
    }
    if ((intents & PRIVILEGED & ~privilegedIntents) !== 0) {
      this.#refuse(connection, 'disallowedIntents');
      return;
    }
    const [index = 0, count = 1] = asArray(data.shard ?? [0, 1]).map(Number);
    if (!(Number.isInteger(index) && Number.isInteger(count) && index >= 0 && index < count)) {
      this.#refuse(connection, 'invalidShard');
      return;
    }
    const now = clock.now();
    if (now - this.#lastIdentify < identifyInterval) {
      this.#reply(connection, Op.InvalidSession, false);
      return;
    }
    this.#lastIdentify = now;
    const session = new Session(randomBytes(16).toString('hex'), intents, [index, count]);
    this.#sessions.set(session.id, session);
    this.#bind(connection, session);
    const guilds = world.seed.guilds.filter(({ id }) => session.hears(id) && !world.left.has(id));
    session.dispatch('READY', {
      v: 10,
      user: {
        ...world.user(world.botId),
        verified: true,
        mfa_enabled: false,
        email: null,
        flags: 0,
      },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: session.shard,
      application: { id: world.botId, flags: 0 },
    });
    for (const guild of guilds) {
      if (world.out.has(guild.id))
        session.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
      else session.dispatch('GUILD_CREATE', world.guildObject(guild));
    }
    for (const resolve of this.#readyWaiters.splice(0)) resolve();
    this.#changed();
  }

  #resume(connection: Connection, data: Json): void {
    const session = this.#sessions.get(asString(data.session_id) ?? '');
    if (asString(data.token)?.replace(/^Bot /, '') !== this.#options.token) {
      this.#refuse(connection, 'authenticationFailed');
      return;
    }
    const missed = session?.missed(asNumber(data.seq) ?? 0);
    if (!session || !missed || this.refuseNextResume) {
      this.refuseNextResume = false;
      if (session) this.#sessions.delete(session.id);
      this.#reply(connection, Op.InvalidSession, false);
      return;
    }
    for (const event of missed) connection.socket.send(JSON.stringify(event));
    this.#bind(connection, session);
    session.dispatch('RESUMED', { _trace: [] });
    for (const resolve of this.#readyWaiters.splice(0)) resolve();
    this.#changed();
  }

  #bind(connection: Connection, session: Session): void {
    connection.session = session;
    session.attach((event) => connection.socket.send(JSON.stringify(event)));
  }

  #reply({ socket }: Connection, op: number, data: unknown): void {
    socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
  }

  #refuse({ socket }: Connection, why: keyof typeof CLOSE): void {
    const [code, reason] = CLOSE[why];
    socket.close(code, reason);
  }

  #changed(): void {
    for (const listener of this.#stateListeners) listener();
  }
}

/** The intent without which the bot isn't told of messages at a place. */
export const messageIntent = ({ guild }: Place): number =>
  guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
