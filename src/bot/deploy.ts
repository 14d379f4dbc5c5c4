import { DiscordAPIError, HTTPError, RateLimitError, REST } from '@discordjs/rest';
import {
  type APIApplicationCommand,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import { hostOf, isNetworkError, noApiAt } from './start-failure.ts';

/** Where commands are deployed: to every server, or to one. */
export type Target = { readonly kind: 'global' } | { readonly kind: 'guild'; readonly id: string };

export interface Deployer {
  /** What Discord has now. */
  remote(target: Target): Promise<readonly APIApplicationCommand[]>;
  /** Replaces all of it in one request. */
  overwrite(
    target: Target,
    commands: RESTPutAPIApplicationCommandsJSONBody,
  ): Promise<readonly APIApplicationCommand[]>;
}

export interface DeployerOptions {
  readonly token: string;
  readonly clientId: string;
  readonly apiUrl: string;
}

export function createDeployer({ token, clientId, apiUrl }: DeployerOptions): Deployer {
  const rest = new REST({ api: apiUrl, retries: 1, rejectOnRateLimit: ['/applications'] }).setToken(
    token,
  );
  const route = (target: Target) =>
    target.kind === 'global'
      ? Routes.applicationCommands(clientId)
      : Routes.applicationGuildCommands(clientId, target.id);
  return {
    async remote(target) {
      const query = new URLSearchParams({ with_localizations: 'true' });
      return (await rest.get(route(target), { query })) as APIApplicationCommand[];
    },
    async overwrite(target, commands) {
      return (await rest.put(route(target), { body: commands })) as APIApplicationCommand[];
    },
  };
}

/**
 * Why Discord refused, in words for the owner; never holds the token.
 *
 * @throws what is no refusal but a defect of ours
 */
export function refusalOf(error: unknown, apiUrl: string): string {
  if (error instanceof RateLimitError) {
    return `Discord asks to wait ${Math.ceil(error.retryAfter / 1000)} s before deploying again.`;
  }
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return 'Discord does not accept the token: check DISCORD_TOKEN.';
    if (error.code === 20012)
      return 'The token and DISCORD_CLIENT_ID belong to different applications.';
    if (error.code === 50001 || error.code === 10004)
      return 'The bot is not in that server: invite it first, or check the id.';
    // Discord's own 404s have a code; an address that is none of its API's hasn't.
    if (error.status === 404 && !error.code) return noApiAt(apiUrl);
    return `Discord refused the commands (${error.code}):\n${error.message}`;
  }
  if (error instanceof HTTPError) {
    return `${hostOf(apiUrl)} is in trouble (status ${error.status}): try again in a few minutes.`;
  }
  if (isNetworkError(error)) {
    return `${hostOf(apiUrl)} cannot be reached: check the network and DISCORD_API_URL.`;
  }
  throw error;
}
