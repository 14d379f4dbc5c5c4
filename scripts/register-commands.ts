import { parseArgs } from 'node:util';
import { config as loadDotenv } from 'dotenv';
import { type CommandChange, diffCommands } from '../src/bot/command-diff.ts';
import { createDeployer, refusalOf, type Target } from '../src/bot/deploy.ts';
import { loadRegistry } from '../src/bot/registry.ts';
import { EXIT } from '../src/bot/start-failure.ts';
import { type Config, ConfigError, readConfig } from '../src/config.ts';

const USAGE = `Say where to deploy the commands:
  npm run register -- --global            to every server
  npm run register -- --guild <id>        to one server, at once
  npm run register -- --clear-guild <id>  takes one server's own commands away
  npm run register -- --dry-run           only shows them, or with one of the above what would change`;

/** Deploys the commands in one bulk request, after showing what it changes. */
async function main(): Promise<number> {
  const asked = readArguments();
  if (!asked) {
    console.error(USAGE);
    return EXIT.failure;
  }
  loadDotenv({ quiet: true });
  const config = readConfig({ ...process.env, NODE_ENV: undefined });
  const registry = await loadRegistry(new URL('../commands/', import.meta.url));
  const local = asked.clear ? [] : registry.commands.map(({ data }) => data);
  const { target } = asked;
  if (!target || (asked.dry && !credentials(config))) {
    for (const { name, type } of local)
      console.log(`  ${type === undefined || type === 1 ? `/${name}` : name}`);
    console.log(
      `\n${local.length} commands, ${JSON.stringify(local).length} bytes. Nothing was sent.`,
    );
    return 0;
  }
  const account = credentials(config);
  if (!account) {
    console.error(
      'Set DISCORD_TOKEN and DISCORD_CLIENT_ID in .env first: both are in the developer portal.',
    );
    return EXIT.configuration;
  }
  const deployer = createDeployer({ ...account, apiUrl: config.apiUrl });
  try {
    const changes = diffCommands(local, await deployer.remote(target));
    for (const line of changes.flatMap(describe)) console.log(line);
    if (asked.dry) {
      console.log('\nNothing was sent.');
      return 0;
    }
    const deployed = await deployer.overwrite(target, local);
    const where = target.kind === 'global' ? 'every server' : `server ${target.id}`;
    console.log(`\nDeployed ${deployed.length} commands to ${where}.`);
    return 0;
  } catch (error) {
    console.error(refusalOf(error, config.apiUrl));
    return EXIT.failure;
  }
}

interface Asked {
  readonly target: Target | undefined;
  readonly clear: boolean;
  readonly dry: boolean;
}

/** Undefined for anything but one target, with or without a dry run. */
function readArguments(): Asked | undefined {
  try {
    const { values } = parseArgs({
      options: {
        global: { type: 'boolean' },
        guild: { type: 'string' },
        'clear-guild': { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
    const { global, guild, 'clear-guild': clear, 'dry-run': dry = false } = values;
    const given = [global, guild, clear].filter((value) => value !== undefined);
    if (given.length > 1 || (given.length === 0 && !dry)) return undefined;
    const id = guild ?? clear;
    if (id !== undefined && !/^\d{17,20}$/.test(id)) return undefined;
    const target: Target | undefined = global
      ? { kind: 'global' }
      : id === undefined
        ? undefined
        : { kind: 'guild', id };
    return { target, clear: clear !== undefined, dry };
  } catch {
    return undefined;
  }
}

const credentials = ({ token, clientId }: Config) =>
  token === undefined || clientId === undefined ? undefined : { token, clientId };

const SIGNS = { added: '+', changed: '~', removed: '-', same: ' ' } as const;

const describe = ({ name, kind, details }: CommandChange): string[] => [
  `${SIGNS[kind]} ${name}${kind === 'same' ? ' (unchanged)' : ''}`,
  ...details.map((detail) => `    ${detail}`),
];

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = EXIT.configuration;
}
