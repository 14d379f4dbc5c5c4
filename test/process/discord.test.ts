import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/bot/registry.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { CHANNELS, USERS } from '../../src/sandbox/world/seed.ts';
import { textOf } from '../support/parts.ts';
import { type RunningProcess, startProcess, temporaryFolder } from '../support/process.ts';

const ROOT = new URL('../../', import.meta.url);

let folder: ReturnType<typeof temporaryFolder>;
let discord: Sandbox;
let bot: RunningProcess;
beforeEach(async () => {
  folder = temporaryFolder();
  discord = await startSandbox({ identifyIntervalMs: 0 });
  const { commands } = await loadRegistry(new URL('commands/', ROOT));
  discord.installCommands(commands.map(({ data }) => data));
  bot = startProcess('src/main.ts', folder.path, {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: 'memory:',
    NODE_ENV: 'production',
    LOG_LEVEL: 'trace',
  });
  await bot.said(/"msg":"ready"/);
});
afterEach(async () => {
  bot.kill('SIGKILL');
  await bot.ended;
  await discord.close();
  folder.remove();
});

const theo = () => discord.actor(USERS.theo, CHANNELS.lobby);

describe('a bot with a token', () => {
  it('connects to the Discord that DISCORD_API_URL names, and tells nobody the token', async () => {
    expect(textOf(await theo().runLine('/soundtrack Drive'))).toContain('Drive (2011)');
    bot.kill('SIGTERM');
    const { code, stdout, stderr } = await bot.ended;
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).not.toContain(discord.token);
    expect(stdout).not.toContain('embedded Discord');
  });

  it('finishes the answers under way on SIGTERM, and takes no more', async () => {
    discord.faults.delayRequests(1000, { path: /\/callback$/ });
    const answers = [theo().runLine('/soundtrack Drive'), theo().runLine('/help')];
    // One of the two is held back; when the other is there, both have begun.
    await Promise.race(answers);
    bot.kill('SIGTERM');
    const texts = (await Promise.all(answers)).map(textOf);
    expect(texts[0]).toContain('Drive (2011)');
    expect((await bot.ended).code).toBe(0);
    await expect(theo().runLine('/help')).rejects.toMatchObject({ reason: 'offline' });
  });

  it.each([
    [4004, 78, 'does not accept the token'],
    [4014, 78, 'does not allow an intent'],
    [4011, 78, 'too many servers'],
    [4012, 1, 'code 4012'],
  ])('ends with one sentence when Discord closes for good with %d', async (code, exit, words) => {
    discord.faults.closeSockets(code);
    const ended = await bot.ended;
    expect(ended.code).toBe(exit);
    expect(ended.stderr).toContain(words);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.stdout + ended.stderr).not.toContain(discord.token);
  });

  it('waits five seconds at most for an answer under way', async () => {
    discord.faults.delayRequests(15_000, { path: /\/callback$/ });
    const answers = [theo().runLine('/soundtrack Drive'), theo().runLine('/help')];
    const settled = Promise.allSettled(answers);
    await Promise.race(answers);
    bot.kill('SIGTERM');
    const { code, stdout } = await bot.ended;
    expect(code).toBe(0);
    expect(stdout).toContain('stopped before every reply was finished');
    const outcomes = (await settled).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
