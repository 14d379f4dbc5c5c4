import { StoreError } from '../store-error.ts';

/** Error codes of Node's sockets, Redis and PostgreSQL (its appendix A), in plain words. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to that host',
  ENOTFOUND: 'that host is not known',
  EAI_AGAIN: 'that host is not known',
  ETIMEDOUT: "it doesn't answer",
  WRONGPASS: 'it refuses the name or the password',
  NOAUTH: 'it asks for a password',
  NOPERM: 'that user may not do this',
  '28000': 'it refuses the name or the password',
  '28P01': 'it refuses the name or the password',
  '3D000': 'it has no such database',
  '42501': "that user may not make the bot's table",
  '53300': 'it has no connection left',
};

/** The error of a server that can't be used at start-up; names the place, never the credentials. */
export function unreachable(service: string, place: string, cause: unknown): StoreError {
  const why = REASONS[codeOf(cause)] ?? "it doesn't answer as it should";
  return new StoreError(
    'down',
    `The bot's storage, ${service} at ${place}, can't be used: ${why}. Check DATABASE_URL and that the server runs.`,
    { cause },
  );
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (/time(d )?out|no answer/i.test(error.message)) return 'ETIMEDOUT';
  const inner = codeOf(error.cause);
  // Redis has no codes: its error replies begin with a word in capitals.
  return inner || (/^([A-Z]+) /.exec(error.message)?.[1] ?? '');
}
