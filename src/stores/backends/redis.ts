import KeyvRedis, { createClient } from '@keyv/redis';
import { withDeadline } from '../deadline.ts';
import { type Backend, keyvOver } from './backend.ts';
import { unreachable } from './unreachable.ts';

const CONNECT_TIMEOUT_MS = 3000;
/** A connection that is silent for this long, although it is pinged, is given up and made anew. */
const SILENCE_MS = 6000;
const PING_MS = 2000;
const LONGEST_PAUSE_MS = 2000;

/**
 * Opens Redis or Valkey.
 *
 * @throws StoreError with the reason `down`
 */
export async function openRedis(url: string, place: string): Promise<Backend> {
  let opened = false;
  const client = createClient({
    url,
    // While the connection is down a command fails at once instead of waiting for it.
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_MS,
      // At start-up the first refusal is the answer; later the bot keeps trying.
      reconnectStrategy: (attempts) => opened && Math.min(50 * 2 ** attempts, LONGEST_PAUSE_MS),
    },
  });
  const adapter = new KeyvRedis<string>(client, { throwOnErrors: true });
  const keyv = keyvOver(adapter);
  const startUpErrors: unknown[] = [];
  const remember = (error: unknown) => startUpErrors.push(error);
  keyv.on('error', remember);
  try {
    await withDeadline(client.connect(), CONNECT_TIMEOUT_MS);
    await withDeadline(keyv.get('soundtrack:'), CONNECT_TIMEOUT_MS);
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw unreachable('Redis', place, startUpErrors.at(-1) ?? error);
  }
  opened = true;
  keyv.off('error', remember);
  const warning = await durabilityWarning(() => client.configGet(['appendonly', 'appendfsync']));
  return {
    shared: true,
    keyv,
    keys: async (prefix) => {
      // SCAN may show a key more than once.
      const found = new Set<string>();
      for await (const page of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1000 })) {
        for (const key of page) found.add(key);
      }
      return [...found];
    },
    close: async () => {
      try {
        await withDeadline(adapter.disconnect(), CONNECT_TIMEOUT_MS);
      } catch {
        // There is nobody to say goodbye to.
        client.destroy();
      }
    },
    ...(warning === undefined ? {} : { warning }),
  };
}

async function durabilityWarning(
  configGet: () => Promise<Record<string, string>>,
): Promise<string | undefined> {
  try {
    const { appendonly, appendfsync } = await withDeadline(configGet(), CONNECT_TIMEOUT_MS);
    if (appendonly === 'yes' && appendfsync === 'always') return undefined;
    return 'Redis is not set to "appendonly yes" and "appendfsync always": what members saved last can be lost if it crashes';
  } catch {
    // Hosted services keep CONFIG to themselves; what can't be known isn't warned of.
    return undefined;
  }
}
