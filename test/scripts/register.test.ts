import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/bot/registry.ts';
import { type ObservedRequest, type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { GUILDS } from '../../src/sandbox/world/seed.ts';
import { runProcess, takenPort, temporaryFolder } from '../support/process.ts';

const folder = temporaryFolder();
const { commands } = await loadRegistry(new URL('../../commands/', import.meta.url));
const local = commands.map(({ data }) => data);

let discord: Sandbox;
let requests: ObservedRequest[] = [];
beforeAll(async () => {
  discord = await startSandbox();
  discord.observe((request) => requests.push(request));
});
afterEach(() => {
  requests = [];
  discord.faults.clear();
  discord.installCommands([]);
  discord.installCommands([], GUILDS.neonNights);
});
afterAll(async () => {
  await discord.close();
  folder.remove();
});

const register = (
  parameters: readonly string[],
  more: Readonly<Record<string, string>> = {},
): ReturnType<typeof runProcess> =>
  runProcess(
    'scripts/register-commands.ts',
    folder.path,
    {
      DISCORD_TOKEN: discord.token,
      DISCORD_CLIENT_ID: discord.applicationId,
      DISCORD_API_URL: discord.apiUrl,
      ...more,
    },
    parameters,
  );

const puts = () => requests.filter(({ method }) => method === 'PUT');
/** As it arrives over HTTP: without what is undefined. */
const sent = (list: readonly unknown[]): unknown => JSON.parse(JSON.stringify(list));

const GLOBAL = () => `/applications/${discord.applicationId}/commands`;
const IN_GUILD = (id: string) => `/applications/${discord.applicationId}/guilds/${id}/commands`;

describe('npm run register', () => {
  it('--global replaces all commands in one request, and says what it adds', async () => {
    const { code, stdout, stderr } = await register(['--global']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(puts()).toEqual([{ method: 'PUT', path: GLOBAL(), body: sent(local), status: 200 }]);
    expect(requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    for (const { name } of local) expect(stdout).toMatch(new RegExp(`^\\+ ${name}$`, 'm'));
    expect(stdout).toContain(`Deployed ${local.length} commands to every server.`);
  });

  it('says that nothing changes the second time', async () => {
    await register(['--global']);
    const { stdout } = await register(['--global']);
    for (const { name } of local)
      expect(stdout).toMatch(new RegExp(`^ {2}${name} \\(unchanged\\)$`, 'm'));
    expect(stdout).not.toMatch(/^[+~-]/m);
  });

  it('shows what is added, changed and removed, with the old and the new value', async () => {
    const there = local
      .filter(({ name }) => name !== 'song')
      .map((command) =>
        command.name === 'help' ? { ...command, description: 'An older text' } : command,
      );
    discord.installCommands([...there, { name: 'gone', description: 'No longer in the code' }]);
    const { stdout } = await register(['--global', '--dry-run']);
    expect(stdout).toMatch(/^\+ song$/m);
    expect(stdout).toMatch(/^- gone$/m);
    expect(stdout).toMatch(/^~ help\n {4}description: "An older text" → "[^"]+"$/m);
    expect(stdout).toMatch(/^ {2}soundtrack \(unchanged\)$/m);
    expect(puts()).toEqual([]);
    expect(stdout).toContain('Nothing was sent.');
  });

  it('--guild deploys to that server only', async () => {
    const { code, stdout } = await register(['--guild', GUILDS.neonNights]);
    expect(code).toBe(0);
    expect(puts().map(({ path }) => path)).toEqual([IN_GUILD(GUILDS.neonNights)]);
    expect(stdout).toContain(`to server ${GUILDS.neonNights}`);
  });

  it("--clear-guild takes a server's own commands away", async () => {
    discord.installCommands([{ name: 'trial', description: 'Only here' }], GUILDS.neonNights);
    const { code, stdout } = await register(['--clear-guild', GUILDS.neonNights]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^- trial$/m);
    expect(puts()).toMatchObject([{ path: IN_GUILD(GUILDS.neonNights), body: [] }]);
  });

  it('--dry-run alone asks nobody and needs no token', async () => {
    const { code, stdout } = await register(['--dry-run'], {
      DISCORD_TOKEN: '',
      DISCORD_CLIENT_ID: '',
    });
    expect(code).toBe(0);
    expect(requests).toEqual([]);
    for (const { name } of local) expect(stdout).toContain(name);
    expect(stdout).toContain(`${local.length} commands`);
  });

  it('asks for what is missing', async () => {
    const { code, stderr } = await register(['--global'], { DISCORD_CLIENT_ID: '' });
    expect(code).toBe(78);
    expect(stderr).toContain('DISCORD_CLIENT_ID');
    expect(requests).toEqual([]);
  });

  it.each([
    [[]],
    [['--globe']],
    [['everywhere']],
    [['--guild']],
    [['--guild', 'my-server']],
    [['--global', '--guild', GUILDS.neonNights]],
    [['--guild', GUILDS.neonNights, '--clear-guild', GUILDS.neonNights]],
  ])('shows its usage when given %j', async (parameters) => {
    const { code, stdout, stderr } = await register(parameters);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('--global');
    expect(stderr).toContain('--clear-guild <id>');
    expect(requests).toEqual([]);
  });
});

describe('a refusal', () => {
  const expectReason = async (
    running: ReturnType<typeof register>,
    reason: RegExp,
    exit = 1,
  ): Promise<void> => {
    const { code, stdout, stderr } = await running;
    expect(stderr).toMatch(reason);
    expect(code).toBe(exit);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout + stderr).not.toContain(discord.token);
    expect(stdout).not.toContain('Deployed');
  };

  it('a wrong token', () =>
    expectReason(
      register(['--global'], { DISCORD_TOKEN: 'not-the-right-token' }),
      /does not accept the token/,
    ));

  it('another application', () =>
    expectReason(
      register(['--global'], { DISCORD_CLIENT_ID: '1000000000000000002' }),
      /belong to different applications/,
    ));

  it('a server that it is not in', () =>
    expectReason(register(['--guild', '1200000000000000999']), /not in that server/));

  it('nobody there', async () => {
    const { port, free } = await takenPort();
    await free();
    await expectReason(
      register(['--global'], { DISCORD_API_URL: `http://127.0.0.1:${port}/api` }),
      /cannot be reached/,
    );
  });

  it('somebody else there', async () => {
    const elsewhere = createServer((_request, response) => response.writeHead(404).end('nothing'));
    elsewhere.listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const address = elsewhere.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const url = `http://127.0.0.1:${port}/api`;
    await expectReason(register(['--global'], { DISCORD_API_URL: url }), /no Discord API at/);
    elsewhere.close();
  });

  it.each([
    [400, /refused/],
    [403, /refused/],
    [500, /in trouble \(status 500\)/],
    [503, /in trouble \(status 503\)/],
  ])('status %d', (status, reason) => {
    discord.faults.failRequests(status, { method: 'PUT', count: Number.POSITIVE_INFINITY });
    return expectReason(register(['--global']), reason);
  });

  it('too many requests', () => {
    discord.faults.rateLimit({ retryAfterMs: 90_000 }, { method: 'PUT' });
    return expectReason(register(['--global']), /wait 9[01] s/);
  });
});
