import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Ended, runProcess, takenPort, temporaryFolder } from '../support/process.ts';

const folder = temporaryFolder();
/** Shaped like a token, and nobody's. */
const TOKEN = `${Buffer.from('100000000000000009').toString('base64url')}.Gabcde.nobodys-token-at-all-0123456789abcdef`;

let discord: Sandbox;
let elsewhere: Server;
let elsewhereUrl: string;
let nowhereUrl: string;
beforeAll(async () => {
  discord = await startSandbox();
  elsewhere = createServer((_request, response) => response.writeHead(404).end('not found'));
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const address = elsewhere.address();
  elsewhereUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api`;
  const { port, free } = await takenPort();
  await free();
  nowhereUrl = `http://127.0.0.1:${port}/api`;
  mkdirSync(join(folder.path, 'a-folder.sqlite'));
  writeFileSync(join(folder.path, 'a-file'), '');
  writeFileSync(join(folder.path, 'text.sqlite'), 'This is no database, but a text. '.repeat(100));
});
afterAll(async () => {
  await discord.close();
  elsewhere.close();
  folder.remove();
});

const start = (environment: Readonly<Record<string, string>>) =>
  runProcess('src/main.ts', folder.path, {
    DATABASE_URL: 'memory:',
    SANDBOX_PORT: '0',
    ...environment,
  });

/** Its words are on standard error, without a stack trace, and no secret is anywhere. */
function expectRefusal(
  ended: Ended,
  code: number,
  words: RegExp,
  secrets: readonly string[],
): void {
  expect(ended.stderr).toMatch(words);
  expect(ended.code, ended.stderr).toBe(code);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  expect(ended.stderr).not.toContain('Error:');
  for (const secret of secrets) expect(ended.stdout + ended.stderr).not.toContain(secret);
}

const oneSentence = ({ stderr }: Ended) => expect(stderr.trimEnd().split('\n')).toHaveLength(1);

describe('a start that cannot succeed', () => {
  it('a wrong token: 78', async () => {
    const ended = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
    expectRefusal(ended, 78, /does not accept the token: .*DISCORD_TOKEN/, [TOKEN]);
    oneSentence(ended);
  });

  it.each([
    ['of one word', 'hunter2hunter2hunter2', /does not look like a bot token/],
    ['in quotes', `"${TOKEN}"`, /quotes/],
    ['with "Bot" before it', `Bot ${TOKEN}`, /leave out the word "Bot"/],
    ['with a blank in it', TOKEN.replace('.', ' '), /one word/],
  ])('a malformed token, %s: 78', async (_, token, words) => {
    const ended = await start({ DISCORD_TOKEN: token });
    expectRefusal(ended, 78, words, [token, TOKEN.slice(-20)]);
  });

  it('an address where nobody answers: 1', async () => {
    const ended = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: nowhereUrl });
    expectRefusal(ended, 1, /cannot be reached: .*DISCORD_API_URL/, [TOKEN]);
    oneSentence(ended);
  });

  it('an address where something else answers: 78', async () => {
    const ended = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: elsewhereUrl });
    expectRefusal(ended, 78, /no Discord API at .*DISCORD_API_URL/, [TOKEN]);
    oneSentence(ended);
  });

  it('a Discord in trouble: 1', async () => {
    discord.faults.failRequests(503, { count: Number.POSITIVE_INFINITY });
    const ended = await start({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
    discord.faults.clear();
    expectRefusal(ended, 1, /in trouble \(status 503\)/, [discord.token]);
    oneSentence(ended);
  });

  it.each([
    ['ftp://example.org', /http or https address/],
    ['discord.com', /http or https address/],
    ['https://discord.com/api/v9', /leave out the version/],
  ])('the address %s: 78', async (url, words) => {
    const ended = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: url });
    expectRefusal(ended, 78, words, [TOKEN]);
  });

  it('production without a token: 78', async () => {
    expectRefusal(
      await start({ NODE_ENV: 'production' }),
      78,
      /in production a token is needed/,
      [],
    );
  });

  it.each([
    ['of an unknown kind', 'mysql://me:hush-hush@localhost/bot', 78, /DATABASE_URL/],
    ['without a scheme', 'bot.sqlite', 78, /DATABASE_URL/],
    [
      'of a server that is gone',
      'redis://:hush-hush@127.0.0.1:1/0',
      1,
      /DATABASE_URL|reached|storage/,
    ],
    [
      'of another server that is gone',
      'postgres://me:hush-hush@127.0.0.1:1/bot',
      1,
      /DATABASE_URL|reached|storage/,
    ],
  ])('a database %s', async (_, url, code, words) => {
    expectRefusal(await start({ DATABASE_URL: url }), code, words, ['hush-hush']);
  });

  it.each([
    ['that is a folder', 'a-folder.sqlite'],
    ['in what is not a folder', join('a-file', 'bot.sqlite')],
    ['that is a text', 'text.sqlite'],
  ])('a database file %s: 1', async (_, file) => {
    const ended = await start({ DATABASE_URL: `sqlite://${join(folder.path, file)}` });
    expectRefusal(ended, 1, /DATABASE_URL|database/, []);
    oneSentence(ended);
  });

  it('a port that is taken: 78', async () => {
    const { port, free } = await takenPort();
    const ended = await start({ SANDBOX_PORT: String(port) });
    await free();
    expectRefusal(ended, 78, /port \d+.*SANDBOX_PORT/, []);
    oneSentence(ended);
  });

  it('everything wrong at once: each is named', async () => {
    const ended = await start({
      DISCORD_TOKEN: `'${TOKEN}'`,
      DATABASE_URL: 'mysql://me:hush-hush@localhost/bot',
      LOG_LEVEL: 'loud',
      SANDBOX_PORT: 'eight',
    });
    expectRefusal(
      ended,
      78,
      /DISCORD_TOKEN[\s\S]*DATABASE_URL[\s\S]*LOG_LEVEL[\s\S]*SANDBOX_PORT/,
      [TOKEN, 'hush-hush'],
    );
  });
});
