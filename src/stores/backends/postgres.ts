import KeyvPostgres from '@keyv/postgres';
import { withDeadline } from '../deadline.ts';
import { type Backend, keyvOver } from './backend.ts';
import { unreachable } from './unreachable.ts';

const CONNECT_TIMEOUT_MS = 3000;
const STATEMENT_TIMEOUT_MS = 2500;
const QUERY_TIMEOUT_MS = 4000;
const TABLE = 'soundtrack_bot';
const CONNECTIONS = 4;

interface Client {
  query(sql: string): Promise<unknown>;
}

interface ErrorEmitter {
  on(event: 'error', listener: () => void): unknown;
  listenerCount(event: 'error'): number;
}

/**
 * Opens PostgreSQL. One at a time in a process: the adapter keeps its pool of connections in its
 * module, so that a second one with another URL would take the first one's away.
 *
 * @throws StoreError with the reason `down`
 */
export async function openPostgres(url: string, place: string): Promise<Backend> {
  const adapter = new KeyvPostgres({
    uri: url,
    table: TABLE,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    onConnect: limitStatements,
    log: surviveLostConnections,
  });
  const keyv = keyvOver(adapter);
  const startUpErrors: unknown[] = [];
  const remember = (error: unknown) => startUpErrors.push(error);
  keyv.on('error', remember);
  try {
    await withDeadline(keyv.get('soundtrack:'), CONNECT_TIMEOUT_MS + QUERY_TIMEOUT_MS);
  } catch (error) {
    await adapter.disconnect();
    throw unreachable('PostgreSQL', place, startUpErrors.at(0) ?? error);
  }
  keyv.off('error', remember);
  return {
    shared: true,
    keyv,
    keys: async (prefix) => {
      const rows: { key: string }[] = await adapter.query(
        `SELECT key FROM ${TABLE} WHERE starts_with(key, $1)`,
        [prefix],
      );
      return rows.map((row) => row.key);
    },
    close: () => adapter.disconnect(),
  };
}

/**
 * The server gives up before we do, so that a query we no longer wait for can't land later. Said
 * once connected, since a pooler such as PgBouncer refuses it among a connection's own parameters.
 */
async function limitStatements(client: Client): Promise<void> {
  await client.query(`SET statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
}

/**
 * The pool of `pg` emits `error` when a waiting connection is lost (a server's restart is enough),
 * which ends a process that doesn't listen; the adapter doesn't, and keeps its pool to itself. The
 * pool calls this as its `log` method before it makes its first connection: the one way to it. It
 * has dropped the lost connection itself and makes a new one for the next query.
 */
function surviveLostConnections(this: ErrorEmitter): void {
  if (this.listenerCount('error') === 0) this.on('error', () => {});
}
