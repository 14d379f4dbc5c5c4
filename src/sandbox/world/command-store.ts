import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
} from 'discord-api-types/v10';
import { invalidFormBody, refuse } from '../discord-error.ts';
import { checkCommand, checkCommandCounts, checkCommandList } from '../validate/command.ts';
import { asArray, asObject, type Json } from '../validate/json.ts';
import { COMMAND } from '../validate/limits.ts';
import { problem } from '../validate/problem.ts';

const GLOBAL = '';
const EDITABLE_DEFAULTS: Json = {
  description: '',
  default_member_permissions: null,
  nsfw: false,
  contexts: null,
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** The commands the bot has deployed, everywhere and to single guilds. */
export class CommandStore {
  readonly #snowflake: () => string;
  readonly #applicationId: string;
  /** By guild id. */
  readonly #sets = new Map<string, APIApplicationCommand[]>();
  readonly #created = new Map<string, number>();

  constructor(applicationId: string, snowflake: () => string) {
    this.#applicationId = applicationId;
    this.#snowflake = snowflake;
  }

  list(guildId: string = GLOBAL): readonly APIApplicationCommand[] {
    return this.#sets.get(guildId) ?? [];
  }

  /** @throws DiscordError 10063 */
  get(id: string, guildId?: string): APIApplicationCommand {
    const command = this.list(guildId).find((one) => one.id === id);
    if (!command) throw refuse('unknownCommand');
    return command;
  }

  /**
   * Replaces a whole set; a command that stays keeps its id.
   *
   * @throws DiscordError 50035, 30032, 30034
   */
  overwrite(bodies: unknown, guildId: string = GLOBAL): readonly APIApplicationCommand[] {
    checkCommandList(bodies);
    const list = asArray(bodies).map(asObject);
    this.#countCreations(guildId, list.filter((body) => !this.#same(body, guildId)).length);
    const commands = list.map((body) => this.#make(body, guildId, this.#same(body, guildId)));
    this.#sets.set(guildId, commands);
    return commands;
  }

  /**
   * Creates a command, or replaces the one of the same name and type.
   *
   * @throws DiscordError 50035, 30032, 30034
   */
  upsert(
    body: Json,
    guildId: string = GLOBAL,
  ): { command: APIApplicationCommand; created: boolean } {
    checkCommand(body);
    const before = this.#same(body, guildId);
    const command = this.#make(body, guildId, before);
    const others = this.list(guildId).filter((one) => one !== before);
    this.#checkCounts([...others, command]);
    if (!before) this.#countCreations(guildId, 1);
    this.#sets.set(guildId, [...others, command]);
    return { command, created: before === undefined };
  }

  /** @throws DiscordError 10063, 50035 */
  edit(id: string, change: Json, guildId: string = GLOBAL): APIApplicationCommand {
    const before = this.get(id, guildId);
    const body: Json = { ...asObject(before), ...change, type: before.type };
    checkCommand(body);
    const namesake = this.#same(body, guildId);
    if (namesake && namesake !== before) {
      const message = 'Application command names must be unique';
      throw invalidFormBody(problem('APPLICATION_COMMANDS_DUPLICATE_NAME', message));
    }
    const command = this.#make(body, guildId, before);
    this.#sets.set(
      guildId,
      this.list(guildId).map((one) => (one === before ? command : one)),
    );
    return command;
  }

  /** @throws DiscordError 10063 */
  remove(id: string, guildId: string = GLOBAL): void {
    const gone = this.get(id, guildId);
    this.#sets.set(
      guildId,
      this.list(guildId).filter((one) => one !== gone),
    );
  }

  /** A guild's own commands go with the bot. */
  forgetGuild(guildId: string): void {
    this.#sets.delete(guildId);
  }

  #same(body: Json, guildId: string): APIApplicationCommand | undefined {
    const type = body.type ?? ApplicationCommandType.ChatInput;
    return this.list(guildId).find((one) => one.name === body.name && one.type === type);
  }

  #make(body: Json, guildId: string, before?: APIApplicationCommand): APIApplicationCommand {
    const permissions = body.default_member_permissions ?? null;
    return {
      ...EDITABLE_DEFAULTS,
      ...body,
      description: body.description ?? '',
      default_member_permissions: permissions === null ? null : String(permissions),
      type: body.type ?? ApplicationCommandType.ChatInput,
      id: before?.id ?? this.#snowflake(),
      application_id: this.#applicationId,
      version: this.#snowflake(),
      ...(guildId !== GLOBAL && { guild_id: guildId }),
    } as unknown as APIApplicationCommand;
  }

  #checkCounts(commands: readonly APIApplicationCommand[]): void {
    const counts: Record<number, number> = {};
    for (const { type } of commands) counts[type] = (counts[type] ?? 0) + 1;
    checkCommandCounts(counts);
  }

  /** The day's count starts with the sandbox. */
  #countCreations(guildId: string, more: number): void {
    const count = (this.#created.get(guildId) ?? 0) + more;
    if (count > COMMAND.createsPerDay) throw refuse('maxCommandCreates');
    this.#created.set(guildId, count);
  }
}

/** As GET shows a command when `with_localizations` isn't asked for. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith('_localizations'))
      .map(([key, inner]) => [key, withoutLocalizations(inner)]),
  );
}
