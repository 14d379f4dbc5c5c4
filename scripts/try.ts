import { pino } from 'pino';
import { startBot } from '../src/bot/bot.ts';
import { loadRegistry } from '../src/bot/registry.ts';
import { loadCatalog } from '../src/catalog/load.ts';
import { loadTranslations } from '../src/i18n/load.ts';
import { ExchangeError } from '../src/sandbox/exchange.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { CHANNELS, USERS } from '../src/sandbox/world/seed.ts';
import { openStores } from '../src/stores/open-stores.ts';
import { terminalText } from './try/terminal-text.ts';

/**
 * `npm run try -- "/soundtrack Drive"`: the same answer as on Discord, in the terminal. The real bot
 * answers a member of the embedded Discord; nothing is saved. Exits 1 when the line can't be used.
 */
const line = process.argv.slice(2).join(' ').trim();
const root = new URL('../', import.meta.url);

if (line === '') {
  console.error('Give a command to try, such as: npm run try -- "/soundtrack Drive"');
  process.exit(1);
}

const registry = await loadRegistry(new URL('commands/', root));
const [sandbox, stores] = await Promise.all([
  startSandbox(),
  openStores({ databaseUrl: 'memory:' }),
]);
sandbox.installCommands(registry.commands.map(({ data }) => data));
const bot = await startBot({
  token: sandbox.token,
  apiUrl: sandbox.apiUrl,
  registry,
  translations: loadTranslations(new URL('data/locales/', root)),
  services: {
    catalog: loadCatalog(new URL('data/', root)),
    favourites: stores.favourites,
    settings: stores.settings,
    logger: pino({ level: 'silent' }),
    clock: () => new Date(),
    version: 'try',
    startedAt: new Date(),
  },
  onFatal: (error) => {
    throw error;
  },
});

try {
  const { message } = await sandbox.actor(USERS.mara, CHANNELS.soundtracks).runLine(line);
  console.log(message ? terminalText(message.components ?? []) : '(no message)');
} catch (error) {
  if (!(error instanceof ExchangeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await bot.close();
  await stores.close();
  await sandbox.close();
}
