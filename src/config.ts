import { z } from 'zod';
import { DEFAULT_DATABASE_URL, parseDatabaseUrl } from './stores/database-url.ts';
import { StoreError } from './stores/store-error.ts';

/** A variable of the environment; blanks around it don't count, and an empty one is unset. */
const variable = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() || undefined : value), schema);

/** Discord's tokens have three parts: the bot's id, a time and a signature, each base64url. */
const TOKEN = /^[\w-]{10,}\.[\w-]{4,}\.[\w-]{20,}$/;

const DISCORD_API = 'https://discord.com/api';

const environmentSchema = z.object({
  DISCORD_TOKEN: variable(
    z
      .string()
      .refine((value) => !/^bot\s/i.test(value), 'leave out the word "Bot": give the token alone')
      .refine((value) => !/^["']|["']$/.test(value), 'leave out the quotes around the token')
      .refine(
        (value) => /^bot\s/i.test(value) || !/\s/.test(value),
        'leave out the blanks inside: a token is one word',
      )
      .optional(),
  ),
  DISCORD_CLIENT_ID: variable(
    z
      .string()
      .regex(/^\d{17,20}$/, 'give the application id: 17 to 20 digits')
      .optional(),
  ),
  DISCORD_API_URL: variable(
    z
      .url({
        protocol: /^https?$/,
        error: 'give an http or https address, such as https://discord.com/api',
      })
      .refine((value) => !/[?#]/.test(value), 'leave out what follows ? or #')
      // The client adds the version it speaks.
      .transform((value) => value.replace(/\/+$/, '').replace(/\/v10$/, ''))
      .refine((value) => !/\/v\d+$/.test(value), 'leave out the version: the bot speaks v10')
      .default(DISCORD_API),
  ),
  DATABASE_URL: variable(z.string().superRefine(checkDatabaseUrl).default(DEFAULT_DATABASE_URL)),
  LOG_LEVEL: variable(
    z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'use one of fatal, error, warn, info, debug, trace, silent',
      })
      .default('info'),
  ),
  LOG_FORMAT: variable(z.enum(['pretty', 'json'], { error: 'use pretty or json' }).optional()),
  SANDBOX_PORT: variable(
    z.coerce
      .number('give a port number')
      .int('give a whole number')
      .min(0, 'give 0 to 65535')
      .max(65_535, 'give 0 to 65535')
      .default(8333),
  ),
  HEALTH_FILE: variable(z.string().optional()),
  NODE_ENV: variable(z.string().optional()),
});

/** What the process runs with. */
export interface Config {
  /** Undefined: the sandbox is started instead. */
  readonly token: string | undefined;
  readonly clientId: string | undefined;
  /** Base of Discord's API, or of one compatible with it, without the version. */
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly logLevel: string;
  /** Undefined: pretty in a terminal, JSON elsewhere. */
  readonly logFormat: 'pretty' | 'json' | undefined;
  /** 0 takes any free port. */
  readonly sandboxPort: number;
  /** Touched while the bot is connected, for the container's health check. */
  readonly healthFile: string | undefined;
}

/** The environment can't be used. Names each variable and what it wants, never its value. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(
      `The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError naming every problem at once */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const result = environmentSchema.safeParse(environment);
  const problems = result.success
    ? []
    : [...new Map(result.error.issues.map((issue) => [issue.path.join('.'), issue.message]))].map(
        ([name, message]) => `${name}: ${message}`,
      );
  if (environment.NODE_ENV === 'production' && !environment.DISCORD_TOKEN?.trim()) {
    problems.push(
      'DISCORD_TOKEN: in production a token is needed; without NODE_ENV=production the sandbox starts instead',
    );
  }
  if (!problems.some((problem) => problem.startsWith('DISCORD_TOKEN')) && isStrange(environment)) {
    problems.push(
      'DISCORD_TOKEN: this does not look like a bot token: copy it from the developer portal, under Bot (it is neither the public key nor the client secret)',
    );
  }
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  const { data } = result;
  return Object.freeze({
    token: data.DISCORD_TOKEN,
    clientId: data.DISCORD_CLIENT_ID,
    apiUrl: data.DISCORD_API_URL,
    databaseUrl: data.DATABASE_URL,
    logLevel: data.LOG_LEVEL,
    logFormat: data.LOG_FORMAT,
    sandboxPort: data.SANDBOX_PORT,
    healthFile: data.HEALTH_FILE,
  });
}

/** Whether the token can't be Discord's; a server that is only compatible makes its own as it likes. */
function isStrange({ DISCORD_TOKEN, DISCORD_API_URL }: NodeJS.ProcessEnv): boolean {
  const token = DISCORD_TOKEN?.trim() ?? '';
  const host = URL.parse(DISCORD_API_URL?.trim() || DISCORD_API)?.hostname ?? '';
  return token !== '' && /(^|\.)discord\.com$/.test(host) && !TOKEN.test(token);
}

function checkDatabaseUrl(value: string, context: z.RefinementCtx): void {
  try {
    parseDatabaseUrl(value);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    context.addIssue({ code: 'custom', message: error.message.replace(/^DATABASE_URL /, 'it ') });
  }
}
