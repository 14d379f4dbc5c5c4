import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/log.ts';

const SECRET = 'abcdefgh.secret';

async function logging(secrets: readonly string[] = [SECRET], level = 'info') {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const logger = await createLogger({ level, pretty: false, secrets, stream });
  return { lines, logger };
}

describe('createLogger', () => {
  it('writes one JSON object a line, from its level on', async () => {
    const { lines, logger } = await logging([]);
    logger.debug('unseen');
    logger.info({ command: 'soundtrack' }, 'answered');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 30,
      command: 'soundtrack',
      msg: 'answered',
    });
  });

  it.each<[string, (secret: string) => [object, string]]>([
    ['a message', (secret: string) => [{}, `with ${secret} in it`]],
    ['a value, deep down', (secret: string) => [{ a: { b: [{ c: secret }] } }, 'x']],
    ['a key', (secret: string) => [{ [secret]: 1 }, 'x']],
    ['an error and its stack', (secret: string) => [{ err: new Error(secret) }, 'x']],
    [
      'the cause of an error',
      (secret: string) => [{ err: new Error('x', { cause: new Error(secret) }) }, 'x'],
    ],
    ['an address', (secret: string) => [{ url: `redis://bot:${secret}@host` }, 'x']],
  ])('blots a secret out of %s', async (_, write) => {
    const { lines, logger } = await logging();
    const [details, message] = write(SECRET);
    logger.error(details, message);
    expect(lines.join('')).toContain('[redacted]');
    expect(lines.join('')).not.toContain(SECRET);
  });

  it('blots out a secret that JSON writes differently', async () => {
    const password = 'pa"ss\\word';
    const { lines, logger } = await logging([password]);
    logger.info({ password }, password);
    const { msg, password: logged } = JSON.parse(lines[0] ?? '');
    expect([msg, logged]).toEqual(['[redacted]', '[redacted]']);
  });

  it('leaves words alone that a short secret could be', async () => {
    const { lines, logger } = await logging(['bot']);
    logger.info('the bot is ready');
    expect(lines[0]).toContain('the bot is ready');
  });

  it('hides whatever is called a token or an authorization', async () => {
    const { lines, logger } = await logging([]);
    const headers = { authorization: 'hide-me-1', accept: 'show-me' };
    logger.info({ token: 'hide-me-2', session: { token: 'hide-me-3' }, request: { headers } }, 'x');
    expect(lines[0]).not.toContain('hide-me');
    expect(lines[0]).toContain('show-me');
  });

  it("hides an interaction's token in the address of an error, and the request's body", async () => {
    const { lines, logger } = await logging([]);
    const url =
      'https://discord.com/api/v10/webhooks/100000000000000000/aW50ZXI6/messages/@original';
    const requestBody = { json: { content: 'what a member wrote' } };
    const err = Object.assign(new Error(`PATCH ${url}`), { url, status: 404, requestBody });
    logger.error({ err }, 'x');
    const line = JSON.parse(lines[0] ?? '');
    expect(line.err).toMatchObject({
      type: 'Error',
      status: 404,
      url: url.replace('aW50ZXI6', '[redacted]'),
    });
    expect(lines[0]).not.toContain('aW50ZXI6');
    expect(lines[0]).not.toContain('what a member wrote');
  });

  it('takes something thrown that is no error', async () => {
    const { lines, logger } = await logging([]);
    logger.error({ err: 'a text' }, 'x');
    expect(JSON.parse(lines[0] ?? '').err).toBe('a text');
  });
});
