import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { invalidFormBody, refuse } from '../discord-error.ts';
import { componentsV2, legacyComponents, mediaOf } from './components.ts';
import { embeds, isEmptyEmbed } from './embeds.ts';
import { MESSAGE } from './limits.ts';
import { allowedMentions, attachmentList, messageReference } from './message-fields.ts';
import { type ErrorTree, merge, place, problem } from './problem.ts';
import { boolean, type Dictionary, integer, optional, shape, text } from './rules.ts';

/** What a message body is checked beside. */
export interface MessageContext {
  /** The message that is edited. */
  readonly existing?: APIMessage;
  /** Names of the files that come with the request. */
  readonly fileNames: readonly string[];
}

const fields = shape({
  content: optional(text(0, MESSAGE.content)),
  embeds: optional(embeds),
  tts: optional(boolean),
  flags: optional(integer(0, Number.MAX_SAFE_INTEGER)),
  allowed_mentions: optional(allowedMentions),
  attachments: optional(attachmentList),
  message_reference: optional(messageReference),
});

const LEGACY_FIELDS = ['content', 'embeds', 'sticker_ids', 'poll'] as const;

/** True when the message has, or after this edit will have, Components V2. */
export function isV2(body: Dictionary, existing?: APIMessage): boolean {
  const flags = Number(body.flags ?? 0) | Number(existing?.flags ?? 0);
  return (flags & MessageFlags.IsComponentsV2) !== 0;
}

/**
 * Checks the body of a message to be created, or of an edit.
 *
 * @throws DiscordError 50035 with the faults, or 50006 for a message with nothing in it
 */
export function checkMessage(body: Dictionary, context: MessageContext): void {
  const v2 = isV2(body, context.existing);
  let errors = fields(body);
  if (body.components !== undefined && body.components !== null) {
    const rule = v2 ? componentsV2 : legacyComponents;
    const inner = rule(body.components);
    if (inner !== undefined) errors = merge(errors, { components: inner });
  }
  if (v2) errors = merge(errors, legacyFields(body, context.existing));
  errors = merge(errors, missingFiles(body, context));
  if (errors !== undefined) throw invalidFormBody(errors);
  if (isEmpty(body, v2, context)) throw refuse('emptyMessage');
}

/** Beside Components V2 stand no content, embeds, stickers or poll, not even left from before. */
function legacyFields(body: Dictionary, existing: APIMessage | undefined): ErrorTree | undefined {
  let errors: ErrorTree | undefined;
  for (const field of LEGACY_FIELDS) {
    const value = field in body ? body[field] : field !== 'poll' && existing?.[field as 'content'];
    if (!value || (Array.isArray(value) && value.length === 0)) continue;
    const fault = problem(
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
    errors = merge(errors, { [field]: fault });
  }
  return errors;
}

/** `attachment://name` must name a file of this request or one that the message keeps. */
function missingFiles(body: Dictionary, context: MessageContext): ErrorTree | undefined {
  let known: Set<string> | undefined;
  let errors: ErrorTree | undefined;
  for (const { media, path } of mediaOf(body.components)) {
    const { url } = media;
    if (typeof url !== 'string' || !url.startsWith('attachment://')) continue;
    known ??= new Set([
      ...context.fileNames,
      ...(context.existing?.attachments ?? []).map((attachment) => attachment.filename),
    ]);
    if (known.has(url.slice('attachment://'.length))) continue;
    const fault = problem(
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      'The referenced attachment was not found',
    );
    errors = merge(errors, place(['components', ...path], fault));
  }
  return errors;
}

function isEmpty(body: Dictionary, v2: boolean, { existing, fileNames }: MessageContext): boolean {
  const kept = (field: 'content' | 'embeds' | 'components' | 'attachments') =>
    body[field] === undefined ? existing?.[field] : body[field];
  const some = (value: unknown) => Array.isArray(value) && value.length > 0;
  if (some(kept('components'))) return false;
  if (v2) return true;
  const content = kept('content');
  if (typeof content === 'string' && content.trim() !== '') return false;
  const cards = kept('embeds');
  if (Array.isArray(cards) && cards.some((embed) => !isEmptyEmbed(embed))) return false;
  if (fileNames.length > 0 || body.poll || some(body.sticker_ids)) return false;
  return existing === undefined || !some(kept('attachments'));
}
