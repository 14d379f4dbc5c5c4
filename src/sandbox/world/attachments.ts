import type { APIAttachment } from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import { asArray, asObject, type Json } from '../validate/json.ts';
import { FILES } from '../validate/limits.ts';
import type { SentFile } from './compose.ts';

/** Where files are kept and served. */
export interface FileShelf {
  readonly baseUrl: string;
  readonly snowflake: () => string;
  /** Keeps the bytes under the path of their address. */
  readonly keep: (path: string, file: { data: Buffer; contentType: string }) => void;
}

/**
 * Keeps a request's files and describes them as a message's attachments; the description of
 * `files[n]` is that of the entry of `attachments` whose id is `n`.
 *
 * @throws DiscordError 40005 when a file, or all together, is too large
 */
export function attach(
  shelf: FileShelf,
  channelId: string,
  body: Json,
  files: readonly SentFile[],
): APIAttachment[] {
  if (files.length === 0) return [];
  const total = files.reduce((sum, { data }) => sum + data.length, 0);
  if (total > FILES.request || files.some(({ data }) => data.length > FILES.each)) {
    throw refuse('tooLarge');
  }
  const described = asArray(body.attachments).map(asObject);
  return files.map(({ field, name, data, contentType }) => {
    const id = shelf.snowflake();
    const path = `/attachments/${channelId}/${id}/${encodeURIComponent(name)}`;
    shelf.keep(path, { data, contentType });
    const index = /\[(\d+)\]/.exec(field)?.[1];
    const description = described.find((one) => String(one.id) === index)?.description;
    const url = `${shelf.baseUrl}${path}`;
    return {
      id,
      filename: name,
      size: data.length,
      url,
      proxy_url: url,
      content_type: contentType,
      ...(typeof description === 'string' && { description }),
    };
  });
}

/** The attachments that an edit keeps: those it lists, all when it lists none at all. */
export function keptAttachments(
  before: readonly APIAttachment[],
  body: Json,
): readonly APIAttachment[] {
  if (body.attachments === undefined) return before;
  const listed = new Set(asArray(body.attachments).map((one) => String(asObject(one).id)));
  return before.filter(({ id }) => listed.has(id));
}
