import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import { invalidFormBody } from './discord-error.ts';
import type { Json } from './validate/json.ts';
import { MESSAGE } from './validate/limits.ts';
import { checkMessage } from './validate/message.ts';
import { problem } from './validate/problem.ts';
import { attach, type FileShelf, keptAttachments } from './world/attachments.ts';
import { blank, fieldsOf, flagsOf, type SentFile } from './world/compose.ts';
import { mentionsOf } from './world/mentions.ts';
import { isEphemeral, type Messages, type StoredMessage } from './world/messages.ts';
import type { Place, World } from './world/world.ts';

interface Origin {
  /** Who alone sees it, should it be ephemeral; a message without it can't be. */
  readonly onlyFor?: string;
  readonly extra?: Partial<APIMessage>;
}

export interface WriterOptions {
  readonly world: World;
  readonly messages: Messages;
  readonly clock: Clock;
  readonly snowflake: () => string;
}

/** Writes, edits and deletes the bot's messages, refusing what Discord refuses. */
export class MessageWriter {
  readonly #options: WriterOptions;
  /** Where attachments are served, once the port is known. */
  baseUrl = '';

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** @throws DiscordError 50035, 50006, 40005 */
  write(
    place: Place,
    body: Json,
    files: readonly SentFile[],
    { onlyFor, extra }: Origin = {},
  ): StoredMessage {
    checkMessage(body, { fileNames: files.map(({ name }) => name) });
    const attachments = attach(this.shelf(), place.channelId, body, files);
    const forbidden = onlyFor === undefined ? MessageFlags.Ephemeral : 0;
    const { mentions: replied = [], ...more } = extra ?? {};
    const { mentions, ...mentioned } = mentionsOf(this.#options.world, place, body);
    const message: APIMessage = {
      ...this.#blank(place),
      ...more,
      ...fieldsOf(body, attachments),
      ...mentioned,
      mentions: [...replied, ...mentions],
      attachments,
      flags: flagsOf(body) & ~forbidden,
    };
    return this.#add(message, onlyFor);
  }

  /** "Soundtrack is thinking…". */
  placeholder(place: Place, flags: MessageFlags, { onlyFor, extra }: Origin): StoredMessage {
    return this.#add({ ...this.#blank(place), ...extra, flags }, onlyFor);
  }

  /** @throws DiscordError 50035, 50006, 40005 */
  edit(stored: StoredMessage, body: Json, files: readonly SentFile[]): void {
    const { message } = stored;
    checkMessage(body, { existing: message, fileNames: files.map(({ name }) => name) });
    const kept = keptAttachments(message.attachments, body);
    if (kept.length + files.length > MESSAGE.attachments) {
      const tooMany = `Must be ${MESSAGE.attachments} or fewer in length.`;
      throw invalidFormBody({ attachments: problem('BASE_TYPE_MAX_LENGTH', tooMany) });
    }
    const added = attach(this.shelf(), message.channel_id, body, files);
    const attachments = [...kept, ...added];
    const before = message.flags ?? 0;
    const place = this.#options.world.place(message.channel_id);
    const textChanges = body.content !== undefined || body.components !== undefined;
    this.#options.messages.update(stored, {
      ...fieldsOf(body, attachments),
      ...(place && textChanges && mentionsOf(this.#options.world, place, body)),
      attachments,
      flags: (before & ~MessageFlags.Loading) | (flagsOf(body) & MessageFlags.IsComponentsV2),
      edited_timestamp:
        (before & MessageFlags.Loading) === 0
          ? new Date(this.#options.clock.now()).toISOString()
          : null,
    });
  }

  remove(stored: StoredMessage): void {
    this.#options.messages.delete(stored);
  }

  exists({ message }: StoredMessage): boolean {
    return this.#options.messages.get(message.channel_id, message.id) !== undefined;
  }

  /** Where files are kept. */
  shelf(): FileShelf {
    const { messages, snowflake } = this.#options;
    return { baseUrl: this.baseUrl, snowflake, keep: messages.keep.bind(messages) };
  }

  #blank({ channelId }: Place): APIMessage {
    const { world, clock, snowflake } = this.#options;
    return blank({ id: snowflake(), channel_id: channelId, author: world.bot }, clock.now());
  }

  #add(message: APIMessage, onlyFor: string | undefined): StoredMessage {
    const hidden = isEphemeral(message) && onlyFor !== undefined;
    const stored: StoredMessage = hidden ? { message, onlyFor } : { message };
    this.#options.messages.add(stored);
    return stored;
  }
}
