import { startBot } from '../../src/bot/bot.ts';
import { loadRegistry, type Registry } from '../../src/bot/registry.ts';
import type { StartError } from '../../src/bot/start-failure.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { loadTranslations } from '../../src/i18n/load.ts';
import { createLogger } from '../../src/log.ts';
import type { Actor } from '../../src/sandbox/actor.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { CHANNELS, USERS } from '../../src/sandbox/world/seed.ts';
import { openStores, type Stores } from '../../src/stores/open-stores.ts';

const ROOT = new URL('../../', import.meta.url);

/** The real catalog, read once a test file. */
let catalog: Catalog | undefined;
export const realCatalog = (): Catalog => {
  catalog ??= loadCatalog(new URL('data/', ROOT));
  return catalog;
};

/** A line of the bot's log. */
export type LogLine = Readonly<Record<string, unknown>>;

export interface TestBot {
  readonly sandbox: Sandbox;
  readonly stores: Stores;
  readonly registry: Registry;
  readonly catalog: Catalog;
  /** Everything logged so far. */
  readonly log: readonly LogLine[];
  readonly fatal: readonly StartError[];
  readonly connected: () => boolean;
  /** Mara manages both servers, Theo and Juno are members. A channel's id, or the direct message. */
  as(user: keyof typeof USERS, channel?: keyof typeof CHANNELS | 'dm'): Actor;
  /** Disconnects the bot and leaves the sandbox and the stores, as a crash of the process would. */
  stopBot(): Promise<void>;
  close(): Promise<void>;
}

export interface TestBotOptions {
  readonly sandbox?: SandboxOptions;
  readonly stores?: Stores;
  /** Commands to add to the real ones. */
  readonly extraCommands?: Registry['commands'];
  readonly clock?: () => Date;
  /** Milliseconds without a connection after which the bot logs in anew. */
  readonly reviveAfterMs?: number;
}

/** The real bot, over the real discord.js client, connected to the loopback Discord. */
export async function startTestBot(options: TestBotOptions = {}): Promise<TestBot> {
  const real = await loadRegistry(new URL('commands/', ROOT));
  const commands = [...real.commands, ...(options.extraCommands ?? [])];
  const registry: Registry = {
    commands,
    get: (name) => options.extraCommands?.find(({ data }) => data.name === name) ?? real.get(name),
  };
  const sandbox = await startSandbox({ identifyIntervalMs: 0, ...options.sandbox });
  sandbox.installCommands(commands.map(({ data }) => data));
  const stores = options.stores ?? (await openStores({ databaseUrl: 'memory:' }));
  const log: LogLine[] = [];
  const fatal: StartError[] = [];
  const logger = await createLogger({
    level: 'trace',
    pretty: false,
    secrets: [sandbox.token],
    stream: { write: (line) => void log.push(JSON.parse(line)) },
  });
  const bot = await startBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    registry,
    translations: loadTranslations(new URL('data/locales/', ROOT)),
    services: {
      catalog: realCatalog(),
      favourites: stores.favourites,
      settings: stores.settings,
      logger,
      clock: options.clock ?? (() => new Date()),
      version: '0.0.0-test',
      startedAt: new Date(),
    },
    onFatal: (error) => fatal.push(error),
    ...(options.reviveAfterMs !== undefined && { reviveAfterMs: options.reviveAfterMs }),
  });
  return {
    sandbox,
    stores,
    registry,
    catalog: realCatalog(),
    log,
    fatal,
    connected: bot.connected,
    as: (user, channel = 'lobby') =>
      sandbox.actor(USERS[user], channel === 'dm' ? undefined : CHANNELS[channel]),
    stopBot: () => bot.close(),
    async close() {
      await bot.close();
      await stores.close();
      await sandbox.close();
    },
  };
}
