import type { APIMessage } from 'discord-api-types/v10';

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const COMPONENTS_V2 = 1 << 15;

function has(message: APIMessage, flag: number): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}

/** Only the member who asked sees it. */
export const isEphemeral = (message: APIMessage) => has(message, EPHEMERAL);

/** A deferred response, not yet completed. */
export const isLoading = (message: APIMessage) => has(message, LOADING);

/** Made of components alone: its attachments are drawn only where a component shows them. */
export const isV2 = (message: APIMessage) => has(message, COMPONENTS_V2);
