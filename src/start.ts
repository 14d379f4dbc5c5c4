import { readFileSync } from 'node:fs';
import { config as loadDotenv } from 'dotenv';
import type { Logger } from 'pino';
import { startBot } from './bot/bot.ts';
import { loadRegistry, type Registry } from './bot/registry.ts';
import { EXIT, StartError } from './bot/start-failure.ts';
import { loadCatalog } from './catalog/load.ts';
import { CatalogError } from './catalog/problem.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { keepHealthFile } from './health.ts';
import { loadTranslations } from './i18n/load.ts';
import { createLogger } from './log.ts';
import { openStores } from './stores/open-stores.ts';
import { StoreError } from './stores/store-error.ts';

const ROOT = new URL('../', import.meta.url);

/** Milliseconds after ready at which the search indices are built, if nobody asked before. */
const WARM_UP_DELAY = 20;

/** Where the bot connects to. */
interface Endpoint {
  readonly token: string;
  readonly apiUrl: string;
  close(): Promise<void>;
}

/** The composition root: configuration → catalog → stores → bot; nothing else wires. */
export async function start(): Promise<void> {
  try {
    loadDotenv({ quiet: true });
    await run(readConfig(process.env));
  } catch (error) {
    process.exitCode = explain(error);
  }
}

async function run(config: Config): Promise<void> {
  const pretty =
    config.logFormat === undefined ? process.stdout.isTTY === true : config.logFormat === 'pretty';
  const password = URL.parse(config.databaseUrl)?.password;
  const logger = await createLogger({
    level: config.logLevel,
    pretty,
    secrets: [config.token, password, password && decodeURIComponent(password)].filter(
      (secret): secret is string => Boolean(secret),
    ),
  });
  const catalog = loadCatalog(new URL('data/', ROOT));
  const translations = loadTranslations(new URL('data/locales/', ROOT));
  const [registry, stores] = await Promise.all([
    loadRegistry(new URL('commands/', ROOT)),
    openStores({ databaseUrl: config.databaseUrl, logger }),
  ]);
  let endpoint: Endpoint | undefined;
  try {
    endpoint =
      config.token === undefined
        ? await openSandbox(config, registry)
        : discord(config.token, config.apiUrl);
    const bot = await startBot({
      token: endpoint.token,
      apiUrl: endpoint.apiUrl,
      registry,
      translations,
      services: {
        catalog,
        favourites: stores.favourites,
        settings: stores.settings,
        logger,
        clock: () => new Date(),
        version: versionOf(),
        startedAt: new Date(),
      },
      onFatal(error) {
        console.error(error.message);
        process.exit(error.exitCode);
      },
    });
    // After the first answers that wait already, not before them.
    setTimeout(() => catalog.warm(), WARM_UP_DELAY).unref();
    const endHealth =
      config.healthFile === undefined ? () => {} : keepHealthFile(config.healthFile, bot.connected);
    const opened = endpoint;
    onStop(logger, async () => {
      endHealth();
      await bot.close();
      await stores.close();
      await opened.close();
    });
  } catch (error) {
    await endpoint?.close();
    await stores.close();
    throw error;
  }
}

const discord = (token: string, apiUrl: string): Endpoint => ({
  token,
  apiUrl,
  close: async () => {},
});

/** With no token, Discord is embedded: the bot connects to it as to the real one. */
async function openSandbox({ sandboxPort }: Config, registry: Registry): Promise<Endpoint> {
  const { startSandbox } = await import('./sandbox/sandbox.ts');
  const sandbox = await startSandbox({ port: sandboxPort }).catch((error: unknown) => {
    throw new StartError(
      EXIT.configuration,
      `The page cannot be served on port ${sandboxPort}: choose another with SANDBOX_PORT.`,
      { cause: error },
    );
  });
  sandbox.installCommands(registry.commands.map(({ data }) => data));
  console.log(
    `\n  No DISCORD_TOKEN is set, so here is an embedded Discord to try the bot in:\n\n    ${sandbox.pageUrl}\n\n  Type /soundtrack Drive. Ctrl+C ends it; what you save is kept.\n`,
  );
  return { token: sandbox.token, apiUrl: sandbox.apiUrl, close: () => sandbox.close() };
}

function versionOf(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL('package.json', ROOT), 'utf8'),
  );
  return version;
}

/** On SIGTERM or Ctrl+C: stop taking, finish what is under way, close the stores, exit 0. */
function onStop(logger: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const handle = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      logger.error({ err: error }, 'stopping failed');
      process.exit(1);
    }
  };
  process.on('SIGTERM', handle);
  process.on('SIGINT', handle);
}

/** Says in one sentence what to mend, without a stack trace. @returns the exit code */
function explain(error: unknown): number {
  if (error instanceof StartError) {
    console.error(error.message);
    return error.exitCode;
  }
  if (error instanceof ConfigError || error instanceof CatalogError) {
    console.error(error.message);
    return EXIT.configuration;
  }
  if (error instanceof StoreError) {
    console.error(error.message);
    return EXIT.failure;
  }
  console.error(error);
  return EXIT.failure;
}
