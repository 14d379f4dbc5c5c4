import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

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

/**
 * An interaction's token, in the addresses that Discord's errors name: for 15 minutes whoever has it
 * can answer in the bot's name (https://docs.discord.com/developers/interactions/receiving-and-responding).
 */
const INTERACTION_TOKEN = /(\/(?:webhooks|interactions)\/\d+\/)[^/\s"?\\]+/g;

/** What of an error is logged beside its message and stack; a request's body holds members' text. */
const ERROR_DETAILS = ['code', 'errcode', 'status', 'method', 'url'] as const;

/**
 * The process's logger: one JSON object a line, or coloured text. The secrets, and the tokens of
 * interactions, are blotted out of every line, wherever in it they are.
 */
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
        paths: ['token', 'authorization'].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[redacted]',
      },
      serializers: { err: describeError },
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

/** An error without what libraries hang on it; its causes are told in the message and the stack. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const all = stdSerializers.err(error);
  const { type, message, stack } = all;
  const details = ERROR_DETAILS.filter((name) => all[name] !== undefined);
  return { type, message, stack, ...Object.fromEntries(details.map((name) => [name, all[name]])) };
}

function blotting(out: DestinationStream, secrets: readonly string[]): DestinationStream {
  const long = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  // A line is JSON, in which quotes and backslashes of a password are escaped.
  const written = new Set([...long, ...long.map((secret) => JSON.stringify(secret).slice(1, -1))]);
  return {
    write(line) {
      let text = line.replaceAll(INTERACTION_TOKEN, '$1[redacted]');
      for (const secret of written) text = text.replaceAll(secret, '[redacted]');
      out.write(text);
    },
  };
}
