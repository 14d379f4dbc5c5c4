import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
} from 'discord.js';

/** Exit codes: 78 is sysexits.h's EX_CONFIG, "something in the configuration is wrong". */
export const EXIT = { failure: 1, configuration: 78 } as const;

/** The bot could not be started, or not be kept connected; the message is one sentence to show as it is. */
export class StartError extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.exitCode = exitCode;
  }
}

const REFUSED_TOKEN =
  'Discord does not accept the token: copy it anew from the developer portal into DISCORD_TOKEN.';

/** Turns what discord.js throws at log-in into what the owner can do. @param apiUrl - without credentials */
export function explainLogin(error: unknown, apiUrl: string): StartError {
  if (error instanceof StartError) return error;
  const options = { cause: error };
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new StartError(EXIT.configuration, REFUSED_TOKEN, options);
  }
  if (error instanceof DiscordAPIError && error.status === 401) {
    return new StartError(EXIT.configuration, REFUSED_TOKEN, options);
  }
  if (error instanceof DiscordAPIError && error.status === 404) {
    return new StartError(EXIT.configuration, noApiAt(apiUrl), options);
  }
  if (error instanceof HTTPError) {
    return new StartError(
      EXIT.failure,
      `${hostOf(apiUrl)} is in trouble (status ${error.status}): try again in a few minutes.`,
      options,
    );
  }
  if (isNetworkError(error)) {
    return new StartError(
      EXIT.failure,
      `${hostOf(apiUrl)} cannot be reached: check the network and DISCORD_API_URL.`,
      options,
    );
  }
  if (error instanceof Error && /disallowed intents/i.test(error.message))
    return explainClose(GatewayCloseCodes.DisallowedIntents);
  const reason = error instanceof Error ? error.message : String(error);
  return new StartError(EXIT.failure, `The bot could not connect: ${reason}`, options);
}

/** Turns a fatal close code of the gateway into what the owner can do. */
export function explainClose(code: number): StartError {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new StartError(EXIT.configuration, REFUSED_TOKEN);
    case GatewayCloseCodes.DisallowedIntents:
      return new StartError(
        EXIT.configuration,
        'Discord does not allow an intent that was asked for: this bot needs no privileged one, so check that its code is unchanged.',
      );
    case GatewayCloseCodes.ShardingRequired:
      return new StartError(
        EXIT.configuration,
        'The bot is in too many servers for one connection: run it with shards.',
      );
    default:
      return new StartError(EXIT.failure, `Discord closed the connection for good (code ${code}).`);
  }
}

/** Close codes after which discord.js doesn't try again. */
export const isFatalClose = (code: number): boolean =>
  [
    GatewayCloseCodes.AuthenticationFailed,
    GatewayCloseCodes.InvalidShard,
    GatewayCloseCodes.ShardingRequired,
    GatewayCloseCodes.InvalidAPIVersion,
    GatewayCloseCodes.InvalidIntents,
    GatewayCloseCodes.DisallowedIntents,
  ].includes(code);

export const hostOf = (url: string): string =>
  URL.parse(url)?.host ?? 'the address in DISCORD_API_URL';

/** What to do about an address that answers, but not as Discord's API. */
export const noApiAt = (apiUrl: string): string =>
  `There is no Discord API at ${hostOf(apiUrl)}: check DISCORD_API_URL (it ends before the version, as in https://discord.com/api).`;

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ECONNRESET',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** Whether a request never reached anybody, or its answer never came back. */
export function isNetworkError(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && NETWORK_CODES.has(String(cause.code))) return true;
    if (cause instanceof AggregateError && cause.errors.some(isNetworkError)) return true;
    if (cause.name === 'AbortError' || cause.message === 'fetch failed') return true;
  }
  return false;
}
