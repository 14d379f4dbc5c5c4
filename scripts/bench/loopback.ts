import { loadRegistry } from '../../src/bot/registry.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { CHANNELS, USERS } from '../../src/sandbox/world/seed.ts';
import type { FromLoopback, Load, Measured, ToLoopback } from './protocol.ts';

/** The sandbox in a process of its own, with a member who asks as fast as the bot answers. */
const sandbox = await startSandbox({ identifyIntervalMs: 0 });
const registry = await loadRegistry(new URL('../../commands/', import.meta.url));
sandbox.installCommands(registry.commands.map(({ data }) => data));
const member = sandbox.actor(USERS.theo, CHANNELS.lobby);

/** Titles and beginnings of titles that take turns, so that no answer is a repeat of the last. */
const TITLES = [
  'drive-2011',
  'inception-2010',
  'pulp-fiction-1994',
  'spirited-away-2001',
  'jaws-1975',
];
const TYPED = ['d', 'dri', 'incep', 'pulp fic', 'spirted aw', 'jaw', 'the l', 'star is b'];

const once = (kind: Load['kind'], turn: number): Promise<unknown> =>
  kind === 'chat'
    ? member.run('soundtrack', { title: TITLES[turn % TITLES.length] ?? '' })
    : member.autocomplete('soundtrack', {}, 'title', TYPED[turn % TYPED.length] ?? '');

async function drive({ kind, count, inFlight }: Load): Promise<Measured> {
  const latencies: number[] = [];
  let turn = 0;
  const began = performance.now();
  const worker = async () => {
    while (turn < count) {
      const mine = turn;
      turn += 1;
      const start = performance.now();
      await once(kind, mine);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { latencies, total: performance.now() - began };
}

const tell = (message: FromLoopback) => process.send?.(message);

process.on('message', async (message: ToLoopback) => {
  if (message.type === 'await-ready') {
    await sandbox.botReady();
    tell({ type: 'ready' });
  } else {
    tell({ type: 'measured', measured: await drive(message.load) });
  }
});
tell({ type: 'listening', apiUrl: sandbox.apiUrl, token: sandbox.token });
process.on('SIGTERM', () => process.exit(0));
