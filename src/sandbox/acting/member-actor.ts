import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIUser,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Actor, ActorEvent, ModalValues, OptionValues, Said, Subcommand } from '../actor.ts';
import { CommandLineError, parseLine } from '../command-line.ts';
import type { Exchange } from '../exchange.ts';
import { type Act, exchangeOf } from '../interactions/open-interaction.ts';
import type { StoredMessage } from '../world/messages.ts';
import { usableCommands } from '../world/usable-commands.ts';
import type { Place } from '../world/world.ts';
import { commandData } from './command-data.ts';
import { impossible } from './impossible.ts';
import { replyAfter, say } from './member-messages.ts';
import { chosenValues, usablePart } from './message-parts.ts';
import { modalAnswers } from './modal-answers.ts';
import { Resolver } from './resolve.ts';
import type { Stage } from './stage.ts';
import { watch } from './watch.ts';

/** @throws ExchangeError `not_possible` when nobody has that id, or they can't see the channel */
export function createActor(stage: Stage, userId: string, channelId?: string): Actor {
  const { world } = stage;
  const user = world.userSeed(userId) && world.user(userId);
  if (!user) throw impossible(`There is nobody with the id ${userId} here.`);
  const place = world.place(channelId ?? world.directMessageOf(userId));
  if (!place || !world.maySee(userId, place)) {
    throw impossible(`${user.global_name} can see no channel ${channelId}.`);
  }
  return new MemberActor(stage, user, place);
}

class MemberActor implements Actor {
  readonly #stage: Stage;
  readonly #place: Place;
  readonly user: APIUser;
  readonly channelId: string;
  readonly guildId: string | undefined;

  constructor(stage: Stage, user: APIUser, place: Place) {
    this.#stage = stage;
    this.#place = place;
    this.user = user;
    this.channelId = place.channelId;
    this.guildId = place.guild?.id;
  }

  commands(): readonly APIApplicationCommand[] {
    const { world, commands } = this.#stage;
    return usableCommands(world, commands, this.user.id, this.#place);
  }

  async run(name: string, options: OptionValues = {}, where: Subcommand = {}): Promise<Exchange> {
    const command = this.#command(name, ApplicationCommandType.ChatInput);
    const data = commandData(command, options, where, this.#resolver());
    return this.#exchange({
      type: InteractionType.ApplicationCommand,
      used: fullName(name, where),
      data,
    });
  }

  async runLine(line: string): Promise<Exchange> {
    try {
      const { command, where, options } = parseLine(line, this.commands());
      return await this.run(command.name, options, where);
    } catch (error) {
      throw error instanceof CommandLineError ? impossible(error.message) : error;
    }
  }

  async autocomplete(
    name: string,
    options: OptionValues,
    focused: string,
    partial: string,
    where: Subcommand = {},
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const command = this.#command(name, ApplicationCommandType.ChatInput);
    const focus = { name: focused, value: partial };
    const { choices } = await this.#act({
      type: InteractionType.ApplicationCommandAutocomplete,
      used: fullName(name, where),
      data: commandData(command, options, where, this.#resolver(), focus),
    });
    return (choices ?? []) as readonly APIApplicationCommandOptionChoice[];
  }

  async click(messageId: string, customId: string): Promise<Exchange> {
    const origin = this.#message(messageId);
    const { type, id } = usablePart(origin.message, customId);
    if (type !== ComponentType.Button) throw impossible('This is a menu: choose from it.');
    const data = { custom_id: customId, component_type: type, id };
    return this.#exchange({ ...COMPONENT, used: customId, data, origin });
  }

  async select(messageId: string, customId: string, values: readonly string[]): Promise<Exchange> {
    const origin = this.#message(messageId);
    const part = usablePart(origin.message, customId);
    if (part.type === ComponentType.Button) throw impossible('This is a button: click it.');
    const resolver = this.#resolver();
    const data = {
      custom_id: customId,
      component_type: part.type,
      id: part.id,
      values: chosenValues(part, values, resolver),
      ...resolver.result(),
    };
    return this.#exchange({ ...COMPONENT, used: customId, data, origin });
  }

  async submit(modal: Exchange | string, values: ModalValues): Promise<Exchange> {
    const id = typeof modal === 'string' ? modal : modal.interactionId;
    const opened = this.#stage.interactions.get(id);
    if (!opened?.modal || opened.userId !== this.user.id) {
      throw impossible('That form is not open any more.');
    }
    const { custom_id: customId, components } = opened.modal;
    const resolver = this.#resolver();
    const answers = modalAnswers(components, values, resolver);
    const data = { custom_id: customId, components: answers, ...resolver.result() };
    const { origin } = opened;
    return this.#exchange({
      type: InteractionType.ModalSubmit,
      used: customId,
      data,
      ...(origin && { origin }),
    });
  }

  async useMessageCommand(name: string, messageId: string): Promise<Exchange> {
    const { id } = this.#command(name, ApplicationCommandType.Message);
    const { message } = this.#message(messageId);
    const resolved = { messages: { [messageId]: message } };
    const type = ApplicationCommandType.Message;
    const data = { id, name, type, target_id: messageId, resolved };
    return this.#exchange({ type: InteractionType.ApplicationCommand, used: name, data });
  }

  async say(text: string, { replyTo }: { readonly replyTo?: string } = {}): Promise<Said> {
    const target = replyTo === undefined ? undefined : this.#message(replyTo);
    const message = say(this.#stage, this.user.id, this.#place, text, target);
    return { message, reply: replyAfter(this.#stage, this.#place, message.id) };
  }

  deleteMessage(messageId: string): void {
    const { world, messages } = this.#stage;
    const stored = this.#message(messageId);
    const own = stored.message.author.id === this.user.id || stored.onlyFor === this.user.id;
    const may =
      own ||
      (this.#place.guild !== undefined &&
        world.may(this.user.id, this.#place, PermissionFlagsBits.ManageMessages));
    if (!may) throw impossible('This member may not delete that message.');
    messages.delete(stored);
  }

  messages() {
    return this.#stage.messages
      .in(this.channelId)
      .filter((stored) => this.#sees(stored))
      .map(({ message }) => message);
  }

  onUpdate(listener: (event: ActorEvent) => void): () => void {
    return watch(this.#stage, this.channelId, (stored) => this.#sees(stored), listener);
  }

  async download(url: string): Promise<Uint8Array> {
    const file = this.#stage.messages.file(URL.parse(url)?.pathname ?? '');
    if (!file) throw impossible('There is no such file.');
    return file.data;
  }

  #sees({ onlyFor }: StoredMessage): boolean {
    return onlyFor === undefined || onlyFor === this.user.id;
  }

  #message(id: string): StoredMessage {
    const stored = this.#stage.messages.get(this.channelId, id);
    if (!stored || !this.#sees(stored)) throw impossible('There is no such message here.');
    return stored;
  }

  #command(name: string, type: ApplicationCommandType): APIApplicationCommand {
    const command = this.commands().find((one) => one.name === name && one.type === type);
    if (!command) throw impossible(`There is no command "${name}" for this member here.`);
    return command;
  }

  #resolver(): Resolver {
    return new Resolver(this.#stage.world, this.#place, this.#stage.shelf());
  }

  async #act(act: Omit<Act, 'userId' | 'place'>) {
    const { world, interactions } = this.#stage;
    if (this.guildId !== undefined && world.left.has(this.guildId)) {
      throw impossible('The bot is not in this server.');
    }
    if (this.guildId !== undefined && world.out.has(this.guildId)) {
      throw impossible('This server is unavailable for the moment.');
    }
    return interactions.begin({ userId: this.user.id, place: this.#place, ...act });
  }

  async #exchange(act: Omit<Act, 'userId' | 'place'>): Promise<Exchange> {
    return exchangeOf(await this.#act(act));
  }
}

const COMPONENT = { type: InteractionType.MessageComponent } as const;

const fullName = (name: string, { group, subcommand }: Subcommand): string =>
  [name, group, subcommand].filter((part) => part !== undefined).join(' ');
