import {
  type APIApplicationCommand,
  ApplicationCommandType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { checkCommandList } from '../validate/command.ts';
import { asObject, asString } from '../validate/json.ts';
import type { Place, World } from './world.ts';

/** The commands the bot has deployed, everywhere and to single guilds. */
export class CommandStore {
  readonly #snowflake: () => string;
  readonly #applicationId: string;
  /** By guild id; those deployed everywhere under ''. */
  readonly #sets = new Map<string, APIApplicationCommand[]>();

  constructor(applicationId: string, snowflake: () => string) {
    this.#applicationId = applicationId;
    this.#snowflake = snowflake;
  }

  list(guildId = ''): readonly APIApplicationCommand[] {
    return this.#sets.get(guildId) ?? [];
  }

  /** Replaces a whole set; a command that stays keeps its id. @throws ApiError 50035 */
  overwrite(bodies: readonly unknown[], guildId = ''): readonly APIApplicationCommand[] {
    checkCommandList(bodies);
    const before = this.list(guildId);
    const commands = bodies.map((raw) => {
      const body = asObject(raw);
      const type = body.type ?? ApplicationCommandType.ChatInput;
      const known = before.find(
        (command) => command.name === asString(body.name) && command.type === type,
      );
      return {
        description: '',
        default_member_permissions: null,
        nsfw: false,
        contexts: null,
        integration_types: [0],
        ...body,
        type,
        id: known?.id ?? this.#snowflake(),
        application_id: this.#applicationId,
        version: this.#snowflake(),
        ...(guildId !== '' && { guild_id: guildId }),
      } as unknown as APIApplicationCommand;
    });
    this.#sets.set(guildId, commands);
    return commands;
  }

  /** Those somebody can use at a place: a guild's own hide global ones of the same name. */
  usable(world: World, userId: string, place: Place): readonly APIApplicationCommand[] {
    const { guild } = place;
    if (
      guild &&
      (world.left.has(guild.id) ||
        !world.may(userId, place, PermissionFlagsBits.UseApplicationCommands))
    )
      return [];
    const own = guild ? this.list(guild.id) : [];
    const global = this.list().filter(
      (command) => !own.some(({ name, type }) => name === command.name && type === command.type),
    );
    const context = guild ? 0 : 1;
    return [...own, ...global].filter((command) => {
      if (command.contexts && !command.contexts.some((allowed) => Number(allowed) === context))
        return false;
      return !guild || this.#permitted(world, userId, place, command.default_member_permissions);
    });
  }

  #permitted(world: World, userId: string, place: Place, wanted: string | null): boolean {
    if (wanted === null) return true;
    if (wanted === '0') return world.may(userId, place, PermissionFlagsBits.Administrator);
    return world.may(userId, place, BigInt(wanted));
  }
}
