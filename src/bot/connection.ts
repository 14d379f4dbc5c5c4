import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, Partials, Status } from 'discord.js';
import type { Logger } from 'pino';
import { EXIT, explainClose, explainLogin, isFatalClose, StartError } from './start-failure.ts';

/** Interactions need no intent; guilds are told of so that a removal purges what was saved there. */
const INTENTS = [GatewayIntentBits.Guilds];

/** Milliseconds that closing may take: a gateway that is gone doesn't close from its side. */
const CLOSING = 2000;

/** Attempts to log in wait longer and longer, up to so many times the first wait. */
const LONGEST_WAIT = 16;

export interface ConnectionOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  /** Milliseconds that a lost connection may take to come back before the bot logs in anew. */
  readonly reviveAfterMs: number;
  /** Adds the bot's listeners to a client that is about to log in. */
  readonly equip: (client: Client) => void;
  /** The connection is lost for good. */
  readonly onFatal: (error: StartError) => void;
}

/**
 * The connection to Discord. discord.js brings a lost one back by itself, but it waits for ever for
 * the answer to a RESUME; and a client can't log in twice. So a connection that doesn't come back in
 * time is given up for that of a new client.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #end = new AbortController();
  #client: Client;
  /** Runs while the connection is lost. */
  #timer: NodeJS.Timeout | undefined;

  /** @throws StartError saying in one sentence what to do */
  static async open(options: ConnectionOptions): Promise<Connection> {
    const connection = new Connection(options);
    await connection.#logIn();
    return connection;
  }

  private constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#client = this.#create();
  }

  /** Whether Discord is heard at this moment: the client's own word stays true when a shard is lost. */
  get connected(): boolean {
    const { shards } = this.#client.ws;
    return this.#client.isReady() && shards.every(({ status }) => status === Status.Ready);
  }

  /** Milliseconds; -1 before the first heartbeat. */
  get ping(): number {
    return this.#client.ws.ping;
  }

  async close(): Promise<void> {
    this.#end.abort();
    clearTimeout(this.#timer);
    await Promise.race([this.#client.destroy(), sleep(CLOSING, undefined, { ref: false })]);
  }

  #create(): Client {
    const { apiUrl, equip } = this.#options;
    const client = new Client({
      intents: INTENTS,
      partials: [Partials.Channel],
      rest: { api: apiUrl },
      allowedMentions: { parse: [] },
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
      }),
    });
    equip(client);
    return client;
  }

  /** @throws StartError */
  async #logIn(): Promise<void> {
    const client = this.#client;
    const { token, apiUrl, onFatal } = this.#options;
    const { promise: failed, reject } = Promise.withResolvers<never>();
    const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    let isIn = false;
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (!isFatalClose(code)) return;
      if (isIn) onFatal(explainClose(code));
      else reject(explainClose(code));
    });
    const stop = () => reject(new Error('stopped while logging in'));
    this.#end.signal.addEventListener('abort', stop);
    try {
      await Promise.race([client.login(token).then(() => ready), failed]);
      isIn = true;
      this.#watch(client);
    } catch (error) {
      discard(client);
      throw explainLogin(error, apiUrl);
    } finally {
      this.#end.signal.removeEventListener('abort', stop);
    }
  }

  #watch(client: Client): void {
    const { reviveAfterMs } = this.#options;
    const back = () => {
      if (!this.connected) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
    client.on(Events.ShardReconnecting, () => {
      if (this.#end.signal.aborted || client !== this.#client) return;
      this.#timer ??= setTimeout(() => this.#revive(), reviveAfterMs);
    });
    client.on(Events.ShardReady, back);
    client.on(Events.ShardResume, back);
  }

  /** Logs in with one new client after another until one is in. Never rejects. */
  async #revive(): Promise<void> {
    const { logger, reviveAfterMs, onFatal } = this.#options;
    const { signal } = this.#end;
    this.#timer = undefined;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      logger.warn({ attempt }, 'the connection did not come back: logging in anew');
      discard(this.#client);
      this.#client = this.#create();
      try {
        await this.#logIn();
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof StartError && error.exitCode === EXIT.configuration) {
          onFatal(error);
          return;
        }
        logger.warn({ err: error }, 'logging in anew failed');
        const wait = reviveAfterMs * Math.min(2 ** attempt, LONGEST_WAIT);
        await sleep(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

/** Lets a client go whose gateway may answer nothing any more. */
function discard(client: Client): void {
  client.removeAllListeners();
  // What a client emits while it goes concerns nobody; without this listener it would be thrown.
  client.on(Events.Error, () => undefined);
  client.destroy().catch(() => undefined);
}
