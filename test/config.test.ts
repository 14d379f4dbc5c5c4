import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

/** Of a bot token's shape, and no bot's. */
const TOKEN = `${'MTAwMDAwMDAwMDAwMDAwMDAw'}.GAbCdE.${'x'.repeat(38)}`;

function problemsOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('expected a ConfigError');
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      token: undefined,
      clientId: undefined,
      apiUrl: 'https://discord.com/api',
      databaseUrl: 'sqlite://.data/soundtrack-bot.sqlite',
      logLevel: 'info',
      logFormat: undefined,
      sandboxPort: 8333,
      healthFile: undefined,
    });
  });

  it('takes what is set, without the blanks around it', () => {
    const config = readConfig({
      DISCORD_TOKEN: ` ${TOKEN}\n`,
      DISCORD_CLIENT_ID: '100000000000000000',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      DATABASE_URL: 'postgres://bot:pass@db/bot',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'json',
      SANDBOX_PORT: '0',
      HEALTH_FILE: '/tmp/health',
      NODE_ENV: 'production',
    });
    expect(config).toEqual({
      token: TOKEN,
      clientId: '100000000000000000',
      apiUrl: 'http://127.0.0.1:8080/api',
      databaseUrl: 'postgres://bot:pass@db/bot',
      logLevel: 'debug',
      logFormat: 'json',
      sandboxPort: 0,
      healthFile: '/tmp/health',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('counts an empty variable as unset', () => {
    expect(readConfig({ DISCORD_TOKEN: '', LOG_LEVEL: ' ', SANDBOX_PORT: '' })).toEqual(
      readConfig({}),
    );
  });

  it.each([
    ['DISCORD_TOKEN', `Bot ${TOKEN}`, 'the word "Bot"'],
    ['DISCORD_TOKEN', `"${TOKEN}"`, 'the quotes'],
    ['DISCORD_TOKEN', `'${TOKEN}`, 'the quotes'],
    ['DISCORD_TOKEN', `${TOKEN} ${TOKEN}`, 'one word'],
    ['DISCORD_TOKEN', 'a1b2c3'.repeat(10), 'not look like a bot token'],
    ['DISCORD_CLIENT_ID', 'abc-secret', '17 to 20 digits'],
    ['DISCORD_API_URL', 'discord.secret/api', 'http or https'],
    ['DISCORD_API_URL', 'ftp://discord.secret/api', 'http or https'],
    ['DISCORD_API_URL', 'https://discord.secret/api?key=1', 'leave out what follows'],
    ['DISCORD_API_URL', 'https://discord.secret/api/v9', 'leave out the version'],
    ['DATABASE_URL', 'mysql://bot:secret@db/bot', 'must begin with sqlite://'],
    ['DATABASE_URL', 'redis://bot:sec%ret@db/0', 'percent-encoded'],
    ['LOG_LEVEL', 'loud-secret', 'use one of fatal'],
    ['LOG_FORMAT', 'xml-secret', 'pretty or json'],
    ['SANDBOX_PORT', 'secret', 'a port number'],
    ['SANDBOX_PORT', '65536', '0 to 65535'],
    ['SANDBOX_PORT', '1.5', 'a whole number'],
  ])('refuses a wrong %s in one line, without its value: %s', (name, value, words) => {
    const message = problemsOf({ [name]: value });
    expect(message.split('\n')).toHaveLength(2);
    expect(message).toContain(`${name}: `);
    expect(message).toContain(words);
    expect(message).not.toContain(value);
    expect(message).not.toContain('secret@');
  });

  it('names every problem at once', () => {
    const message = problemsOf({
      DISCORD_TOKEN: 'a1b2c3',
      DISCORD_CLIENT_ID: 'x',
      DATABASE_URL: 'y',
      LOG_LEVEL: 'z',
    });
    for (const name of ['DISCORD_TOKEN', 'DISCORD_CLIENT_ID', 'DATABASE_URL', 'LOG_LEVEL']) {
      expect(message).toContain(`\n  ${name}: `);
    }
    expect(message).not.toContain('a1b2c3');
  });

  it('needs a token in production only', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toContain('DISCORD_TOKEN: in production');
    expect(readConfig({ NODE_ENV: 'development' }).token).toBeUndefined();
  });

  it("takes any shape of token where the server isn't Discord", () => {
    const token = 'made-by-another-server';
    expect(
      readConfig({ DISCORD_TOKEN: token, DISCORD_API_URL: 'http://chat.test/api' }).token,
    ).toBe(token);
    const ours = { DISCORD_TOKEN: token, DISCORD_API_URL: 'https://canary.discord.com/api' };
    expect(problemsOf(ours)).toContain('not look like a bot token');
  });

  it("leaves the version out of Discord's address, since the client adds it", () => {
    expect(readConfig({ DISCORD_API_URL: 'https://discord.com/api/v10/' }).apiUrl).toBe(
      'https://discord.com/api',
    );
  });
});
