import { GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Upgrade } from '../loopback.ts';
import type { World } from '../world/world.ts';
import { Connection, type Received } from './connection.ts';
import { type GatewayFaults, type HandshakeParts, identify, resume } from './handshake.ts';
import type { IdentifyLimit } from './identify-limit.ts';
import { intentFor } from './intents.ts';
import { sendMembers } from './members-chunk.ts';
import { Sessions } from './sessions.ts';

export interface GatewayOptions {
  readonly world: World;
  readonly token: string;
  readonly privilegedIntents: number;
  /** Milliseconds. */
  readonly heartbeatInterval: number;
  readonly identifyLimit: IdentifyLimit;
  /** Hears of the bot's coming and going. */
  readonly changed: () => void;
}

/** The WebSocket side: hello, identify, heartbeats, resume with replay, events by intent and shard. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Sessions();
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  readonly #awaitingReady: (() => void)[] = [];
  readonly #watch: NodeJS.Timeout;
  readonly faults: GatewayFaults = {
    heartbeatsMuted: false,
    resumesIgnored: false,
    nextResumeRefused: false,
  };
  /** Where bots connect, once the port is known. */
  url = '';

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#watch = setInterval(() => this.#dropSilent(), options.heartbeatInterval / 2).unref();
  }

  /** Takes an upgrade to `/gateway`. */
  readonly upgrade: Upgrade = (request, socket, head) => {
    this.#server.handleUpgrade(request, socket, head, (connected) => {
      const version = new URL(request.url ?? '', 'ws://host').searchParams.get('v') ?? '10';
      this.#open(connected, version);
    });
  };

  get online(): boolean {
    return [...this.#sessions.all()].some(({ connected }) => connected);
  }

  /** Whether the bot is told the content of messages that don't concern it. */
  get readsContent(): boolean {
    const bit = GatewayIntentBits.MessageContent;
    return [...this.#sessions.all()].some(({ intents }) => (intents & bit) !== 0);
  }

  whenReady(): Promise<void> {
    if (this.online) return Promise.resolve();
    return new Promise((resolve) => this.#awaitingReady.push(resolve));
  }

  /**
   * Sends an event to the sessions that hear it; one that lost its socket gets it on resuming.
   *
   * @param guildId - undefined for what happens in direct messages
   * @returns whether any session hears it
   */
  dispatch(type: string, data: unknown, guildId?: string): boolean {
    const intent = intentFor(type, guildId !== undefined);
    let heard = false;
    for (const session of this.#sessions.all()) {
      if (!session.hears(guildId) || (session.intents & intent) !== intent) continue;
      session.dispatch(type, data);
      heard = true;
    }
    return heard;
  }

  /** Breaks every connection without a close frame. */
  drop(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }

  closeAll(code: number, reason = ''): void {
    for (const { socket } of this.#connections) socket.close(code, reason);
  }

  broadcast(op: Op, data: unknown): void {
    for (const connection of this.#connections) connection.send(op, data);
  }

  endSessions(): void {
    for (const connection of this.#connections) connection.unbind();
    this.#sessions.endAll();
    this.#options.changed();
  }

  close(): void {
    clearInterval(this.#watch);
    this.drop();
    this.#server.close();
  }

  #open(socket: WebSocket, version: string): void {
    const connection = new Connection(socket);
    socket.on('error', () => socket.terminate());
    if (version !== '10' && version !== '9') {
      connection.refuse('invalidVersion');
      return;
    }
    this.#connections.add(connection);
    socket.on('message', (raw) => {
      const received = connection.read(raw.toString());
      if (received) this.#handle(connection, received);
    });
    socket.on('close', (code) => this.#closed(connection, code));
    connection.send(Op.Hello, { heartbeat_interval: this.#options.heartbeatInterval, _trace: [] });
  }

  #closed(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    connection.unbind();
    // The bot's 1000 and 1001 end its session for good.
    if (session && !session.connected && (code === 1000 || code === 1001)) {
      this.#sessions.end(session);
    }
    this.#options.changed();
  }

  #handle(connection: Connection, { op, d, data }: Received): void {
    switch (op) {
      case Op.Heartbeat:
        connection.lastBeat = performance.now();
        if (!this.faults.heartbeatsMuted) connection.send(Op.HeartbeatAck, d ?? null);
        return;
      case Op.Identify:
        if (identify(this.#parts(), connection, data)) this.#becameReady();
        return;
      case Op.Resume:
        if (this.faults.resumesIgnored) return;
        if (resume(this.#parts(), connection, data)) this.#becameReady();
        return;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
        if (!connection.session) connection.refuse('notAuthenticated');
        else if (op === Op.RequestGuildMembers) {
          sendMembers(connection.session, this.#options.world, data);
        }
        return;
      default:
        connection.refuse('unknownOpcode');
    }
  }

  #parts(): HandshakeParts {
    return { ...this.#options, sessions: this.#sessions, faults: this.faults, url: this.url };
  }

  #becameReady(): void {
    for (const resolve of this.#awaitingReady.splice(0)) resolve();
    this.#options.changed();
  }

  /** Closes the sockets from which no heartbeat has come in time. */
  #dropSilent(): void {
    const longest = this.#options.heartbeatInterval * 1.5;
    for (const connection of this.#connections) {
      if (performance.now() - connection.lastBeat > longest) connection.refuse('sessionTimedOut');
    }
  }
}
