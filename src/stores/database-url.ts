import { StoreError } from './store-error.ts';

/** Where the stores live, as `DATABASE_URL` says it. */
export type DatabaseTarget =
  | { readonly driver: 'memory' }
  | { readonly driver: 'sqlite'; readonly file: string }
  | {
      readonly driver: 'redis' | 'postgres';
      /** With its credentials: for the driver alone. */
      readonly url: string;
      /** Host and port, to be shown. */
      readonly place: string;
    };

export const DEFAULT_DATABASE_URL = 'sqlite://.data/soundtrack-bot.sqlite';

/** Schemes of servers: the driver that speaks to them, its own scheme and its default port. */
const SERVERS = {
  redis: ['redis', 'redis', 6379],
  rediss: ['redis', 'rediss', 6379],
  valkey: ['redis', 'redis', 6379],
  valkeys: ['redis', 'rediss', 6379],
  postgres: ['postgres', 'postgres', 5432],
  postgresql: ['postgres', 'postgres', 5432],
} as const;

function isServerScheme(scheme: string): scheme is keyof typeof SERVERS {
  return Object.hasOwn(SERVERS, scheme);
}

/**
 * Reads a `DATABASE_URL`: `sqlite://<file>` (relative to the working directory, or absolute with a
 * third slash), `redis://`, `rediss://`, `valkey://`, `valkeys://`, `postgres://`, `postgresql://`,
 * or `memory:`, which forgets everything when the process ends.
 *
 * @throws StoreError with the reason `down`; its message doesn't repeat the value.
 */
export function parseDatabaseUrl(value: string): DatabaseTarget {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/is.exec(value.trim()) ?? [];
  const name = scheme.toLowerCase();
  if (name === 'memory') return { driver: 'memory' };
  if (name === 'sqlite') return { driver: 'sqlite', file: sqliteFile(rest) };
  if (isServerScheme(name)) return serverTarget(name, rest);
  throw new StoreError(
    'down',
    'DATABASE_URL must begin with sqlite://, redis://, rediss://, valkey://, postgres:// or postgresql:// (or be memory:)',
  );
}

function sqliteFile(rest: string): string {
  // "sqlite:///C:/…" names a Windows drive; elsewhere the third slash is the root.
  const file = rest.replace(/^\/\//, '').replace(/^\/(?=[a-z]:[\\/])/i, '');
  if (file === '' || /[?#\0]/.test(file) || /[\\/]$/.test(file)) {
    throw new StoreError(
      'down',
      'DATABASE_URL must name a file after sqlite://, as in sqlite://.data/soundtrack-bot.sqlite',
    );
  }
  return file;
}

function serverTarget(name: keyof typeof SERVERS, rest: string): DatabaseTarget {
  const [driver, scheme, defaultPort] = SERVERS[name];
  const url = URL.parse(`${scheme}:${rest}`);
  // A PostgreSQL URL may leave the host out and give a socket's folder as a parameter.
  const hostMissing = driver === 'redis' && url?.hostname === '';
  if (url === null || !rest.startsWith('//') || hostMissing || !isDecodable(url)) {
    throw new StoreError(
      'down',
      `DATABASE_URL isn't a whole URL: write ${name}://user:password@host:port/database, with special characters of the password percent-encoded`,
    );
  }
  if (driver === 'redis' && !/^\/?\d*$/.test(url.pathname)) {
    throw new StoreError(
      'down',
      `DATABASE_URL must end with a database number, as in ${name}://host/0`,
    );
  }
  const place = `${url.hostname || 'localhost'}:${url.port || defaultPort}`;
  return { driver, url: url.href, place };
}

/** The drivers decode name and password, and throw at a stray percent sign. */
function isDecodable({ username, password }: URL): boolean {
  return [username, password].every((part) => !/%(?![\da-f]{2})/i.test(part));
}
