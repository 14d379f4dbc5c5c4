import type { APIMessage } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';

/** A message with what Discord knows of it and doesn't say. */
export interface StoredMessage {
  message: APIMessage;
  /** The one person who sees it, when it is ephemeral. */
  readonly onlyFor?: string;
}

export type MessageEvent =
  | { readonly type: 'message' | 'messageUpdate'; readonly stored: StoredMessage }
  | { readonly type: 'messageDelete'; readonly stored: StoredMessage };

/** A file that a message carries. */
export interface StoredFile {
  readonly data: Buffer;
  readonly contentType: string;
}

/** Messages kept in a channel; beyond that the oldest are forgotten. */
const KEPT = 2000;

/** All messages, by channel, and the files that they carry. */
export class Messages {
  readonly #byChannel = new Map<string, Map<string, StoredMessage>>();
  readonly #files = new Map<string, StoredFile>();
  readonly #listeners = new Set<(event: MessageEvent) => void>();

  in(channelId: string): readonly StoredMessage[] {
    return [...(this.#byChannel.get(channelId)?.values() ?? [])];
  }

  get(channelId: string, messageId: string): StoredMessage | undefined {
    return this.#byChannel.get(channelId)?.get(messageId);
  }

  add(stored: StoredMessage): void {
    const channelId = stored.message.channel_id;
    const channel = this.#byChannel.get(channelId) ?? new Map<string, StoredMessage>();
    this.#byChannel.set(channelId, channel);
    channel.set(stored.message.id, stored);
    if (channel.size > KEPT) this.#forgetOldest(channel);
    this.#emit({ type: 'message', stored });
  }

  #forgetOldest(channel: Map<string, StoredMessage>): void {
    for (const [id, { message }] of channel) {
      channel.delete(id);
      for (const { url } of message.attachments) this.#files.delete(new URL(url).pathname);
      return;
    }
  }

  update(stored: StoredMessage, change: Partial<APIMessage>): void {
    stored.message = { ...stored.message, ...change };
    this.#emit({ type: 'messageUpdate', stored });
  }

  delete(stored: StoredMessage): void {
    this.#byChannel.get(stored.message.channel_id)?.delete(stored.message.id);
    this.#emit({ type: 'messageDelete', stored });
  }

  /** Keeps an attachment's bytes under the path of its address. */
  keep(path: string, file: StoredFile): void {
    this.#files.set(path, file);
  }

  file(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }

  /** @returns a function that ends it */
  listen(listener: (event: MessageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #emit(event: MessageEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

export const isEphemeral = ({ flags }: Pick<APIMessage, 'flags'>): boolean =>
  ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
