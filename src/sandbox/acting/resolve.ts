import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { OptionValue } from '../actor.ts';
import { attach, type FileShelf } from '../world/attachments.ts';
import { rolesOf } from '../world/guild-object.ts';
import type { Place, World } from '../world/world.ts';
import { impossible } from './impossible.ts';

type Kind = 'users' | 'members' | 'roles' | 'channels' | 'attachments';

/** Collects what an interaction's ids stand for, as Discord sends it along. */
export class Resolver {
  readonly #world: World;
  readonly #place: Place;
  readonly #shelf: FileShelf;
  readonly #found: Partial<Record<Kind, Record<string, unknown>>> = {};

  constructor(world: World, place: Place, shelf: FileShelf) {
    this.#world = world;
    this.#place = place;
    this.#shelf = shelf;
  }

  /** The value to send for an option: an id where it names somebody or something. */
  option({ name, type }: APIApplicationCommandOption, value: OptionValue): OptionValue {
    if (type === OptionType.Attachment && typeof value === 'object') return this.#upload(value);
    if (typeof value !== 'string') return value;
    const wanted = /^<(?:@!?|@&|#)(\d+)>$/.exec(value)?.[1] ?? value.replace(/^[@#]/, '');
    const found = this.#lookup(type, value, wanted);
    if (found === undefined) throw impossible(`"${name}" names nobody and nothing here: ${value}.`);
    return found;
  }

  #lookup(type: OptionType, value: string, wanted: string): string | undefined {
    switch (type) {
      case OptionType.User:
        return this.user(wanted);
      case OptionType.Role:
        return this.role(wanted);
      case OptionType.Mentionable:
        return this.user(wanted) ?? this.role(wanted);
      case OptionType.Channel:
        return this.channel(wanted);
      default:
        return value;
    }
  }

  user(wanted: string): string | undefined {
    const { seed, botId } = this.#world;
    const person = seed.users.find(({ id, username, displayName }) =>
      [id, username, displayName].includes(wanted),
    );
    const id = person?.id ?? ([botId, seed.bot.username].includes(wanted) ? botId : undefined);
    if (id === undefined) return undefined;
    this.#put('users', id, this.#world.user(id));
    const { guild } = this.#place;
    if (guild) {
      const { user: _, ...member } = this.#world.member(guild, id, this.#place);
      this.#put('members', id, member);
    }
    return id;
  }

  role(wanted: string): string | undefined {
    const { guild } = this.#place;
    const role = guild && rolesOf(guild).find(({ id, name }) => id === wanted || name === wanted);
    if (role) this.#put('roles', role.id, role);
    return role?.id;
  }

  channel(wanted: string): string | undefined {
    const { guild } = this.#place;
    const channel = guild?.channels.find(({ id, name }) => id === wanted || name === wanted);
    if (!guild || !channel) return undefined;
    const place = { channelId: channel.id, guild, channel };
    const permissions = this.#world.permissions(guild, this.#world.botId, channel).toString();
    this.#put('channels', channel.id, { ...this.#world.channelObject(place), permissions });
    return channel.id;
  }

  #upload({ filename, data, contentType = 'application/octet-stream' }: UploadLike): string {
    const file = { field: 'files[0]', name: filename, data: Buffer.from(data), contentType };
    const [attachment] = attach(this.#shelf, this.#place.channelId, {}, [file]);
    if (!attachment) throw impossible('The file could not be uploaded.');
    this.#put('attachments', attachment.id, attachment);
    return attachment.id;
  }

  #put(kind: Kind, id: string, what: unknown): void {
    this.#found[kind] = { ...this.#found[kind], [id]: what };
  }

  /** `{ resolved }`, or nothing when there is nothing to resolve. */
  result(): { resolved?: object } {
    return Object.keys(this.#found).length > 0 ? { resolved: this.#found } : {};
  }
}

type UploadLike = Extract<OptionValue, object>;
