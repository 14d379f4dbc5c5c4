import { randomBytes } from 'node:crypto';
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { MessageKey, MessageParams, Translate } from '../i18n/translate.ts';
import { plain } from '../replies/markdown.ts';
import { notice } from '../replies/notice.ts';
import type { MessageReply } from '../replies/reply.ts';
import { UserError } from '../replies/user-error.ts';
import { StoreError } from '../stores/store-error.ts';

/** How an interaction ended, as the log says it. */
export type Outcome =
  | 'ok'
  | 'user-error'
  | 'storage-error'
  | 'unknown'
  | 'late'
  | 'duplicate'
  | 'forbidden'
  | 'failed';

export interface Failure {
  readonly outcome: Outcome;
  /** What the member is told; absent when Discord won't take an answer any more. */
  readonly reply?: (t: Translate) => MessageReply;
  /** Under which an unexpected error is logged and reported. */
  readonly reference?: string;
}

/** Sorts what a handler threw: what the member can mend, what Discord refused, what is our defect. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return told('user-error', `errors.${error.key}`, error.params);
  if (error instanceof StoreError) return told('storage-error', `errors.storage-${error.reason}`);
  if (error instanceof DiscordAPIError) {
    switch (error.code) {
      case RESTJSONErrorCodes.UnknownInteraction:
      case RESTJSONErrorCodes.InvalidWebhookToken:
      case RESTJSONErrorCodes.UnknownWebhook:
        return { outcome: 'late' };
      case RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged:
        return { outcome: 'duplicate' };
      case RESTJSONErrorCodes.MissingAccess:
      case RESTJSONErrorCodes.MissingPermissions:
        return told('forbidden', 'errors.forbidden');
    }
  }
  const reference = randomBytes(4).toString('hex');
  return { ...told('failed', 'errors.unexpected', { reference }), reference };
}

function told(outcome: Outcome, key: MessageKey, params: MessageParams = {}): Failure {
  const escaped = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && !OURS.has(name) ? plain(value) : value,
    ]),
  );
  return { outcome, reply: (t) => notice(t(key, escaped)) };
}

/** Parameters that are command mentions of our own making; everything else is shown as written. */
const OURS: ReadonlySet<string> = new Set(['command', 'list', 'set']);
