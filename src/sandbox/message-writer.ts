import { type APIAttachment, type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import { refuse } from './discord-error.ts';
import { asArray, asObject, type Json } from './validate/json.ts';
import { FILES } from './validate/limits.ts';
import { checkMessage } from './validate/message.ts';
import { blank, fieldsOf, flagsOf, type SentFile } from './world/compose.ts';
import { isEphemeral, type Messages, type StoredMessage } from './world/messages.ts';
import type { Place, World } from './world/world.ts';

interface Origin {
  /** Who alone sees it, should it be ephemeral. */
  readonly onlyFor?: string;
  readonly extra?: Partial<APIMessage>;
}

/** Writes, edits and deletes the bot's messages, refusing what Discord refuses. */
export class MessageWriter {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #clock: Clock;
  readonly #snowflake: () => string;
  /** Where attachments are served, once the port is known. */
  baseUrl = '';

  constructor(world: World, messages: Messages, clock: Clock, snowflake: () => string) {
    this.#world = world;
    this.#messages = messages;
    this.#clock = clock;
    this.#snowflake = snowflake;
  }

  /** @throws ApiError 50035, 50006, 40005 */
  write(
    place: Place,
    body: Json,
    files: readonly SentFile[],
    { onlyFor, extra }: Origin = {},
  ): StoredMessage {
    checkMessage(body, { fileNames: files.map(({ name }) => name) });
    const empty = this.#blank(place);
    const attachments = this.#attach(empty, body, files);
    const flags = flagsOf(body);
    const message = {
      ...empty,
      ...extra,
      ...fieldsOf(body, attachments),
      attachments,
      flags,
    } as APIMessage;
    return this.#add(message, onlyFor);
  }

  /** "Soundtrack is thinking…". */
  placeholder(place: Place, flags: number, { onlyFor, extra }: Origin): StoredMessage {
    return this.#add({ ...this.#blank(place), ...extra, flags } as APIMessage, onlyFor);
  }

  /** @throws ApiError 50035, 50006, 40005 */
  edit(stored: StoredMessage, body: Json, files: readonly SentFile[]): void {
    const { message } = stored;
    const before = message.flags ?? 0;
    checkMessage(body, { existing: message, fileNames: files.map(({ name }) => name) });
    const listed =
      body.attachments === undefined
        ? undefined
        : new Set(asArray(body.attachments).map((one) => String(asObject(one).id)));
    const kept = message.attachments.filter(({ id }) => !listed || listed.has(id));
    const attachments = [...kept, ...this.#attach(message, body, files)];
    const flags = (before & ~MessageFlags.Loading) | (flagsOf(body) & MessageFlags.IsComponentsV2);
    const loading = (before & MessageFlags.Loading) !== 0;
    this.#messages.update(stored, {
      ...fieldsOf(body, attachments),
      attachments,
      flags,
      edited_timestamp: loading ? null : new Date(this.#clock.now()).toISOString(),
    });
  }

  remove(stored: StoredMessage): void {
    this.#messages.delete(stored);
  }

  #blank({ channelId, guild }: Place): APIMessage {
    const author = this.#world.user(this.#world.botId);
    if (!author) throw new Error('the world has no bot');
    const message = blank(
      { id: this.#snowflake(), channel_id: channelId, author },
      this.#clock.now(),
    );
    return guild ? ({ ...message, guild_id: guild.id } as APIMessage) : message;
  }

  #add(message: APIMessage, onlyFor: string | undefined): StoredMessage {
    const stored: StoredMessage = {
      message,
      ...(isEphemeral(message) && onlyFor !== undefined && { onlyFor }),
    };
    this.#messages.add(stored);
    return stored;
  }

  #attach(message: APIMessage, body: Json, files: readonly SentFile[]): APIAttachment[] {
    if (files.some(({ data }) => data.length > FILES.each)) throw refuse('tooLarge');
    if (files.reduce((sum, { data }) => sum + data.length, 0) > FILES.request)
      throw refuse('tooLarge');
    const described = asArray(body.attachments).map(asObject);
    return files.map(({ field, name, data, contentType }) => {
      const id = this.#snowflake();
      const path = `/attachments/${message.channel_id}/${id}/${encodeURIComponent(name)}`;
      this.#messages.keep(path, data);
      const index = /\[(\d+)\]/.exec(field)?.[1];
      const description = described.find((one) => String(one.id) === index)?.description;
      const url = `${this.baseUrl}${path}`;
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
}
