import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Actor, ActorEvent, ModalValues, OptionValues, Said, Subcommand } from './actor.ts';
import type { Clock } from './clock.ts';
import { parseLine } from './command-line.ts';
import { type Exchange, ExchangeError } from './exchange.ts';
import { type Act, exchangeOf, type Interactions, type OpenInteraction } from './interactions.ts';
import { componentsOf, selectFault, usable } from './message-parts.ts';
import { commandData, impossible } from './option-data.ts';
import { asNumber, asObject, asString, type Json } from './validate/json.ts';
import type { CommandStore } from './world/command-store.ts';
import { blank } from './world/compose.ts';
import type { Messages, StoredMessage } from './world/messages.ts';
import type { Place, World } from './world/world.ts';

/** What actors act on. */
export interface Stage {
  readonly world: World;
  readonly clock: Clock;
  readonly snowflake: () => string;
  readonly commands: CommandStore;
  readonly messages: Messages;
  readonly interactions: Interactions;
  /** Hears of changes to commands and of the bot's coming and going. */
  readonly onState: (listener: () => void) => () => void;
  readonly onTyping: (listener: (channelId: string) => void) => () => void;
}

/** How long the bot may take to write a message of its own accord, milliseconds. */
const REPLY_PATIENCE = 3000;

/** @throws ExchangeError when nobody has that id, or they can't see the channel */
export function createActor(stage: Stage, userId: string, channelId?: string): Actor {
  const { world, commands, messages, interactions, clock, snowflake } = stage;
  const user = world.user(userId);
  if (!user || userId === world.botId)
    throw impossible(`There is nobody with the id ${userId} here.`);
  const found = world.place(channelId ?? world.directMessageOf(userId));
  if (!found || !world.maySee(userId, found))
    throw impossible('There is no such channel for this member.');
  const place: Place = found;

  const act = async (
    more: Pick<Act, 'type' | 'used' | 'data'> & Partial<Act>,
  ): Promise<OpenInteraction> => interactions.begin({ userId, place, ...more });
  const respond = async (more: Parameters<typeof act>[0]): Promise<Exchange> =>
    exchangeOf(await act(more));
  const sees = ({ onlyFor }: StoredMessage) => onlyFor === undefined || onlyFor === userId;
  const messageOf = (id: string): StoredMessage => {
    const stored = messages.get(place.channelId, id);
    if (!stored || !sees(stored)) throw impossible('There is no such message here.');
    return stored;
  };
  const commandOf = (name: string, type: ApplicationCommandType) => {
    const usables = commands.usable(world, userId, place);
    const command = usables.find((one) => one.name === name && one.type === type);
    if (!command) throw impossible(`There is no command "${name}" for this member here.`);
    return command;
  };

  async function run(
    name: string,
    options: OptionValues = {},
    where: Subcommand = {},
  ): Promise<Exchange> {
    const command = commandOf(name, ApplicationCommandType.ChatInput);
    const data = commandData(world, place, command, options, where);
    return respond({ type: InteractionType.ApplicationCommand, used: usedName(name, where), data });
  }

  async function component(
    messageId: string,
    customId: string,
    values?: readonly string[],
  ): Promise<Exchange> {
    const origin = messageOf(messageId);
    const part = usable(origin.message, customId);
    if (!part) throw impossible('There is no such button or menu on the message.');
    const select = part.type !== ComponentType.Button;
    if (select !== (values !== undefined))
      throw impossible(select ? 'This is a menu: choose from it.' : 'This is a button: click it.');
    const wrong = values && selectFault(part, values);
    if (wrong) throw impossible(wrong);
    const data = {
      custom_id: customId,
      component_type: part.type,
      id: part.id,
      ...(values && { values, ...resolvedValues(part, values) }),
    };
    return respond({ type: InteractionType.MessageComponent, used: customId, data, origin });
  }

  function resolvedValues(part: Json, values: readonly string[]): object {
    if (part.type !== ComponentType.ChannelSelect) return {};
    const channels = values.map((id) => {
      const target = world.place(id);
      if (!target?.guild || target.guild !== place.guild)
        throw impossible(`There is no channel ${id} here.`);
      return [id, { ...world.channelObject(target), permissions: '0' }] as const;
    });
    return { resolved: { channels: Object.fromEntries(channels) } };
  }

  async function submit(modal: Exchange | string, values: ModalValues): Promise<Exchange> {
    const opened = interactions.get(typeof modal === 'string' ? modal : modal.interactionId);
    if (!opened?.modal || opened.userId !== userId)
      throw impossible('That form is not open any more.');
    const filled = [...componentsOf(opened.modal)].filter(({ custom_id: id }) => id !== undefined);
    for (const input of filled) {
      const value = values[String(input.custom_id)];
      const missing = value === undefined || value.length === 0;
      if (input.required !== false && missing && input.value === undefined)
        throw impossible(`Fill in "${String(input.custom_id)}".`);
      const longest = asNumber(input.max_length) ?? 4000;
      if (typeof value === 'string' && value.length > longest)
        throw impossible(`"${String(input.custom_id)}" takes at most ${longest} characters.`);
    }
    const data = { custom_id: opened.modal.custom_id, components: answered(opened.modal, values) };
    const { origin } = opened;
    return respond({
      type: InteractionType.ModalSubmit,
      used: opened.modal.custom_id,
      data,
      ...(origin && { origin }),
    });
  }

  async function say(text: string, { replyTo }: { readonly replyTo?: string } = {}): Promise<Said> {
    if (!world.may(userId, place, PermissionFlagsBits.SendMessages))
      throw impossible('This member may not write here.');
    if (text.trim() === '' || text.length > 2000)
      throw impossible('A message has 1 to 2000 characters.');
    const target = replyTo === undefined ? undefined : messageOf(replyTo);
    const bot = world.user(world.botId);
    const content = bot ? text.replaceAll(`@${bot.username}`, `<@${bot.id}>`) : text;
    const mentioned = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id));
    if (target) mentioned.add(target.message.author.id);
    const message = {
      ...blank(
        { id: snowflake(), channel_id: place.channelId, author: user as NonNullable<typeof user> },
        clock.now(),
      ),
      content,
      mentions: [...mentioned].flatMap((id) => (id === undefined ? [] : (world.user(id) ?? []))),
      ...(target && {
        type: MessageType.Reply,
        message_reference: {
          type: MessageReferenceType.Default,
          channel_id: place.channelId,
          message_id: target.message.id,
        },
        referenced_message: target.message,
      }),
    } as APIMessage;
    messages.add({ message });
    return { message, reply: (within = REPLY_PATIENCE) => nextOfBot(message.id, within) };
  }

  function nextOfBot(after: string, within: number): Promise<APIMessage> {
    const isIt = ({ message, onlyFor }: StoredMessage) =>
      message.author.id === world.botId &&
      BigInt(message.id) > BigInt(after) &&
      message.channel_id === place.channelId &&
      onlyFor === undefined;
    const there = messages.in(place.channelId).find(isIt);
    if (there) return Promise.resolve(there.message);
    return new Promise((resolve, reject) => {
      const stop = messages.listen((event) => {
        if (event.type !== 'message' || !isIt(event.stored)) return;
        stop();
        cancel();
        resolve(event.stored.message);
      });
      const cancel = clock.after(within, () => {
        stop();
        reject(new ExchangeError('no_answer', 'The bot wrote nothing.'));
      });
    });
  }

  return {
    user,
    channelId: place.channelId,
    guildId: place.guild?.id,
    commands: () => commands.usable(world, userId, place),
    run,
    async runLine(line) {
      const { command, where, options } = parsed(line, commands.usable(world, userId, place));
      return run(command.name, options, where);
    },
    async autocomplete(name, options, focused, partial, where = {}) {
      const command = commandOf(name, ApplicationCommandType.ChatInput);
      const data = commandData(world, place, command, options, where, {
        name: focused,
        value: partial,
      });
      const { choices } = await act({
        type: InteractionType.ApplicationCommandAutocomplete,
        used: usedName(name, where),
        data,
      });
      return (choices ?? []) as readonly APIApplicationCommandOptionChoice[];
    },
    click: (messageId, customId) => component(messageId, customId),
    select: (messageId, customId, values) => component(messageId, customId, values),
    submit,
    async useMessageCommand(name, messageId) {
      const command = commandOf(name, ApplicationCommandType.Message);
      const origin = messageOf(messageId);
      const data = {
        id: command.id,
        name,
        type: ApplicationCommandType.Message,
        target_id: messageId,
        resolved: { messages: { [messageId]: origin.message } },
      };
      return respond({ type: InteractionType.ApplicationCommand, used: name, data });
    },
    say,
    deleteMessage(messageId) {
      const stored = messageOf(messageId);
      const own = stored.message.author.id === userId || stored.onlyFor === userId;
      if (!own && !world.may(userId, place, PermissionFlagsBits.ManageMessages))
        throw impossible('This member may not delete that message.');
      messages.delete(stored);
    },
    messages: () =>
      messages
        .in(place.channelId)
        .filter(sees)
        .map(({ message }) => message),
    onUpdate(listener: (event: ActorEvent) => void) {
      const stops = [
        messages.listen((event) => {
          const { stored } = event;
          if (stored.message.channel_id !== place.channelId || !sees(stored)) return;
          if (event.type === 'messageDelete')
            listener({ type: 'messageDelete', messageId: stored.message.id });
          else listener({ type: event.type, message: stored.message });
        }),
        stage.onState(() => listener({ type: 'state' })),
        stage.onTyping((typed) => {
          if (typed === place.channelId) listener({ type: 'typing', userId: world.botId });
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    async download(url) {
      const data = messages.file(new URL(url).pathname);
      if (!data) throw impossible('There is no such file.');
      return data;
    },
  };
}

function parsed(
  line: string,
  commands: Parameters<typeof parseLine>[1],
): ReturnType<typeof parseLine> {
  try {
    return parseLine(line, commands);
  } catch (error) {
    throw impossible(error instanceof Error ? error.message : String(error));
  }
}

const usedName = (name: string, { group, subcommand }: Subcommand): string =>
  [name, group, subcommand].filter((part) => part !== undefined).join(' ');

/** The modal's components with what was filled in, as Discord submits them. */
function answered(holder: { readonly components?: unknown }, values: ModalValues): object[] {
  const list = Array.isArray(holder.components) ? holder.components : [];
  return list.map((raw) => {
    const part = asObject(raw);
    const id = asString(part.custom_id);
    const given = id === undefined ? undefined : values[id];
    return {
      type: part.type,
      id: part.id,
      ...(id !== undefined && { custom_id: id }),
      ...(part.type === ComponentType.TextInput && { value: given ?? part.value ?? '' }),
      ...(Array.isArray(given) && { values: given }),
      ...(Array.isArray(part.components) && { components: answered(part, values) }),
      ...(part.component !== undefined && {
        component: answered({ components: [part.component] }, values)[0],
      }),
    };
  });
}
