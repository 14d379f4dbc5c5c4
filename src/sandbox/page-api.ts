import type { Server } from 'node:http';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Actor, OptionValue } from './actor.ts';
import { type Exchange, ExchangeError } from './exchange.ts';
import { createActor, type Stage } from './member-actor.ts';
import type {
  PageError,
  PageExchange,
  PageGuild,
  PageOptionValue,
  PageRequest,
  PageResults,
  PageState,
  PageUser,
} from './page-types.ts';
import { asObject } from './validate/json.ts';

/** Addresses by which the page may be opened: nothing else may talk to the sandbox through a browser. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export const isLoopback = (host: string | undefined): boolean => LOOPBACK.test(host ?? '');

/** Serves the page's socket, `/sandbox/socket`: each connection is one member in one channel at a time. */
export function servePageApi(server: Server, stage: Stage, botOnline: () => boolean): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 32 << 20 });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/sandbox/socket') return;
    const origin = request.headers.origin;
    const foreign = origin !== undefined && !isLoopback(URL.parse(origin)?.host);
    if (foreign || !isLoopback(request.headers.host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connected) =>
      converse(connected, stage, botOnline),
    );
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function converse(socket: WebSocket, stage: Stage, botOnline: () => boolean): void {
  let actor: Actor | undefined;
  let stop = () => {};
  const send = (data: object) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(data));
  };
  const become = ({
    userId,
    channelId,
  }: {
    readonly userId?: string;
    readonly channelId?: string;
  }) => {
    const next = nextActor(stage, actor, userId, channelId);
    stop();
    actor = next;
    stop = next.onUpdate((event) => {
      send(
        event.type === 'state'
          ? { type: 'state', state: stateOf(stage, next, botOnline()) }
          : event,
      );
    });
    return stateOf(stage, next, botOnline());
  };
  socket.on('close', () => stop());
  socket.on('error', () => socket.terminate());
  socket.on('message', async (raw) => {
    let id = -1;
    try {
      const request = asObject(JSON.parse(raw.toString())) as unknown as PageRequest;
      id = request.id;
      const moves = request.type === 'hello' || request.type === 'switch';
      const result = moves ? become(request) : await act(actor ?? throwNobody(), request);
      send({ id, ok: true, result });
    } catch (error) {
      send({ id, ok: false, error: errorOf(error) });
    }
  });
}

/** Who the page is after a hello or a switch; what isn't given stays, where the member can see it. */
function nextActor(
  stage: Stage,
  before: Actor | undefined,
  userId?: string,
  channelId?: string,
): Actor {
  const { world } = stage;
  const who = userId ?? before?.user.id ?? world.seed.users[0]?.id ?? '';
  const first = world.seed.guilds[0]?.channels[0]?.id;
  for (const wanted of [channelId, before?.channelId, first]) {
    const place = wanted === undefined ? undefined : world.place(wanted);
    if (place && world.maySee(who, place)) return createActor(stage, who, wanted);
  }
  return createActor(stage, who);
}

function throwNobody(): never {
  throw new Error('Say hello first.');
}

async function act(actor: Actor, request: PageRequest): Promise<PageResults[keyof PageResults]> {
  switch (request.type) {
    case 'run':
      return shown(
        'line' in request
          ? await actor.runLine(request.line)
          : await actor.run(request.command, valuesOf(request.options), whereOf(request)),
      );
    case 'autocomplete': {
      const { command, options, focused, value } = request;
      const choices = await actor.autocomplete(
        command,
        valuesOf(options),
        focused,
        value,
        whereOf(request),
      );
      return { choices };
    }
    case 'click':
      return shown(await actor.click(request.messageId, request.customId));
    case 'select':
      return shown(await actor.select(request.messageId, request.customId, request.values));
    case 'submit':
      return shown(await actor.submit(request.interactionId, request.values));
    case 'messageCommand':
      return shown(await actor.useMessageCommand(request.command, request.messageId));
    case 'say': {
      const { text, replyTo } = request;
      return { message: (await actor.say(text, replyTo === undefined ? {} : { replyTo })).message };
    }
    case 'deleteMessage':
      actor.deleteMessage(request.messageId);
      return {};
    default:
      throw new Error('There is no request of that type.');
  }
}

const whereOf = ({
  group,
  subcommand,
}: {
  readonly group?: string;
  readonly subcommand?: string;
}) => ({
  ...(group !== undefined && { group }),
  ...(subcommand !== undefined && { subcommand }),
});

function valuesOf(options: Readonly<Record<string, PageOptionValue>>): Record<string, OptionValue> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      typeof value === 'object' ? uploaded(value) : value,
    ]),
  );
}

const uploaded = ({
  filename,
  base64,
  contentType,
}: Exclude<PageOptionValue, string | number | boolean>) => ({
  filename,
  data: Buffer.from(base64, 'base64'),
  ...(contentType !== undefined && { contentType }),
});

const shown = ({ interactionId, message, modal, ephemeral }: Exchange): PageExchange => ({
  interactionId,
  ephemeral,
  ...(message && { message }),
  ...(modal && { modal }),
});

function errorOf(error: unknown): PageError {
  if (error instanceof ExchangeError) return { reason: error.reason, message: error.message };
  return { reason: 'bad_request', message: error instanceof Error ? error.message : String(error) };
}

/** Everything the page draws, for one member in one channel. */
function stateOf({ world }: Stage, actor: Actor, botOnline: boolean): PageState {
  const me = actor.user.id;
  const person = (id: string): PageUser => {
    const user = world.user(id);
    return {
      id,
      username: user?.username ?? '',
      displayName: user?.global_name ?? user?.username ?? '',
      bot: user?.bot ?? false,
    };
  };
  const bot = person(world.botId);
  const guilds = world.seed.guilds.map(
    (guild): PageGuild => ({
      id: guild.id,
      name: guild.name,
      admin: world.may(me, { channelId: '', guild }, PermissionFlagsBits.ManageGuild),
      adminIds: guild.members
        .map(({ userId }) => userId)
        .filter((userId) =>
          world.may(userId, { channelId: '', guild }, PermissionFlagsBits.ManageGuild),
        ),
      hasBot: !world.left.has(guild.id) && !world.out.has(guild.id),
      channels: guild.channels
        .map((channel) => ({ channel, place: { channelId: channel.id, guild, channel } }))
        .filter(({ place }) => world.maySee(me, place))
        .map(({ channel, place }) => ({
          id: channel.id,
          name: channel.name,
          topic: channel.topic ?? '',
          canSend: world.may(me, place, PermissionFlagsBits.SendMessages),
        })),
      roles: guild.roles.map(({ id, name }) => ({ id, name })),
    }),
  );
  return {
    me: person(me),
    bot,
    botOnline,
    users: [...world.seed.users.map(({ id }) => person(id)), bot],
    guilds,
    directMessage: {
      id: world.directMessageOf(me),
      name: bot.displayName,
      topic: '',
      canSend: true,
    },
    here: { channelId: actor.channelId, guildId: actor.guildId ?? null },
    commands: actor.commands(),
    messages: actor.messages(),
  };
}
