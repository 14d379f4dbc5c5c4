import { type DestinationStream, type Logger, pino } from 'pino';

export interface LogOptions {
  readonly level: string;
  readonly pretty: boolean;
  /** Texts that no line may hold, such as the token and a database's password. */
  readonly secrets: readonly string[];
  /** Standard output when left out. */
  readonly stream?: DestinationStream;
}

/** Below this a secret could be a word, and every such word would be blotted out. */
const SHORTEST_SECRET = 6;

/** The process's logger: one JSON object a line, or coloured text; secrets are blotted out of every line. */
export async function createLogger({
  level,
  pretty,
  secrets,
  stream,
}: LogOptions): Promise<Logger> {
  const out = stream ?? (pretty ? await prettyStream() : pino.destination({ sync: true }));
  return pino(
    {
      level,
      redact: {
        paths: ['token', '*.token', 'authorization', '*.authorization', 'err.request*'],
        censor: '[redacted]',
      },
    },
    blotting(out, secrets),
  );
}

/** Loaded only in a terminal: it is not needed elsewhere, and takes time. */
async function prettyStream(): Promise<DestinationStream> {
  const { default: prettify } = await import('pino-pretty');
  return prettify({
    colorize: true,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    sync: true,
  });
}

function blotting(out: DestinationStream, secrets: readonly string[]): DestinationStream {
  const long = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  if (long.length === 0) return out;
  return {
    write(line) {
      out.write(long.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line));
    },
  };
}
