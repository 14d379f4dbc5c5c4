import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { loadCatalog } from '../../src/catalog/load.ts';
import { loadTranslations } from '../../src/i18n/load.ts';
import { titleCard } from '../../src/replies/title/card.ts';
import { DEFAULT_SETTINGS } from '../../src/stores/settings.ts';
import type { FromLoopback, Load, Measured, ToLoopback } from './protocol.ts';

/**
 * `npm run bench`: a bare echo bot and ours take turns against a sandbox in a process of its own;
 * prints ours ÷ echo for latencies and throughput, time to ready and memory. `npm run bench -- 3
 * same-card` lets the echo bot answer with the card of Drive, as ours does.
 */
const [given = '3', payload] = process.argv.slice(2);
const ROUNDS = Number(given);
const WARM_UP: Load = { kind: 'chat', count: 300, inFlight: 8 };
const LOADS: readonly { readonly name: string; readonly load: Load }[] = [
  { name: '/soundtrack, one at a time', load: { kind: 'chat', count: 600, inFlight: 1 } },
  { name: '/soundtrack, 32 in flight', load: { kind: 'chat', count: 3000, inFlight: 32 } },
  { name: 'autocomplete, one at a time', load: { kind: 'autocomplete', count: 600, inFlight: 1 } },
  { name: 'autocomplete, 32 in flight', load: { kind: 'autocomplete', count: 3000, inFlight: 32 } },
];
const BOTS = { echo: 'scripts/bench/echo-bot.ts', ours: 'src/main.ts' } as const;
type BotName = keyof typeof BOTS;

interface Result {
  readonly ready: number[];
  /** MiB. */
  readonly memory: number[];
  readonly loads: Measured[][];
}

const ROOT = new URL('../../', import.meta.url);
const ECHO = payload === 'same-card' ? { ECHO_CARD: JSON.stringify(driveCard()) } : {};
const results: Record<BotName, Result> = {
  echo: { ready: [], memory: [], loads: LOADS.map(() => []) },
  ours: { ready: [], memory: [], loads: LOADS.map(() => []) },
};

function driveCard(): unknown {
  const catalog = loadCatalog(new URL('data/', ROOT));
  const drive = catalog.title('drive-2011');
  if (!drive) throw new Error('the catalog has no Drive (2011)');
  const t = loadTranslations(new URL('data/locales/', ROOT)).in('en-US');
  const { services, region, spoilers } = DEFAULT_SETTINGS;
  const face = { t, locale: 'en-US', services, region, spoilers };
  return titleCard(catalog, drive, face, { view: 'overview' }).components;
}

async function ask<T extends FromLoopback['type']>(
  loopback: ChildProcess,
  message: ToLoopback | undefined,
  answer: T,
): Promise<Extract<FromLoopback, { type: T }>> {
  if (message) loopback.send(message);
  for (;;) {
    const [received]: [FromLoopback] = (await once(loopback, 'message')) as [FromLoopback];
    if (received.type === answer) return received as Extract<FromLoopback, { type: T }>;
  }
}

const residentMemory = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;

async function measure(name: BotName): Promise<void> {
  const loopback = fork(new URL('scripts/bench/loopback.ts', ROOT));
  const { apiUrl, token } = await ask(loopback, undefined, 'listening');
  const began = performance.now();
  const bot = spawn(process.execPath, [new URL(BOTS[name], ROOT).pathname], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISCORD_API_URL: apiUrl,
      DISCORD_TOKEN: token,
      DATABASE_URL: 'memory:',
      ...ECHO,
    },
  });
  await ask(loopback, { type: 'await-ready' }, 'ready');
  results[name].ready.push(performance.now() - began);
  await ask(loopback, { type: 'load', load: WARM_UP }, 'measured');
  await ask(loopback, { type: 'load', load: { ...WARM_UP, kind: 'autocomplete' } }, 'measured');
  for (const [index, { load }] of LOADS.entries()) {
    const { measured } = await ask(loopback, { type: 'load', load }, 'measured');
    results[name].loads[index]?.push(measured);
  }
  results[name].memory.push(residentMemory(bot.pid ?? 0));
  bot.kill('SIGTERM');
  await once(bot, 'exit');
  loopback.kill();
  await once(loopback, 'exit');
}

// A first start of each, unmeasured, fills Node's compile cache as any second start finds it.
for (const name of ['echo', 'ours'] as const) await measure(name);
for (const result of Object.values(results)) {
  result.ready.length = 0;
  result.memory.length = 0;
  for (const load of result.loads) load.length = 0;
}
for (let round = 0; round < ROUNDS; round += 1) {
  for (const name of ['echo', 'ours'] as const) await measure(name);
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const row = (name: string, echo: number, ours: number, unit: string): string =>
  `| ${name} | ${echo.toFixed(2)} ${unit} | ${ours.toFixed(2)} ${unit} | ${(ours / echo).toFixed(2)} |`;

console.log(
  `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${ROUNDS} rounds\n`,
);
console.log('| what | echo bot | ours | ours ÷ echo |\n|---|---|---|---|');
for (const [index, { name }] of LOADS.entries()) {
  const of = (bot: BotName) => results[bot].loads[index] ?? [];
  const latencies = (bot: BotName) => of(bot).flatMap((measured) => measured.latencies);
  const rate = (bot: BotName) =>
    latencies(bot).length / of(bot).reduce((sum, { total }) => sum + total / 1000, 0);
  console.log(
    row(`${name}: p50`, quantile(latencies('echo'), 0.5), quantile(latencies('ours'), 0.5), 'ms'),
  );
  console.log(
    row(`${name}: p99`, quantile(latencies('echo'), 0.99), quantile(latencies('ours'), 0.99), 'ms'),
  );
  console.log(row(`${name}: throughput`, rate('echo'), rate('ours'), '/s'));
}
console.log(
  row(
    'process start to ready (median)',
    quantile(results.echo.ready, 0.5),
    quantile(results.ours.ready, 0.5),
    'ms',
  ),
);
console.log(
  row(
    'resident memory (median)',
    quantile(results.echo.memory, 0.5),
    quantile(results.ours.memory, 0.5),
    'MiB',
  ),
);
