import { setTimeout as sleep } from 'node:timers/promises';
import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { DiscordError, refuse } from '../discord-error.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Interactions, OpenInteraction } from '../interactions.ts';
import type { MessageWriter } from '../message-writer.ts';
import type { ObservedRequest } from '../sandbox.ts';
import { asArray, asObject, asString } from '../validate/json.ts';
import type { CommandStore } from '../world/command-store.ts';
import type { Messages, StoredMessage } from '../world/messages.ts';
import type { Place, World } from '../world/world.ts';
import { type Body, objectOf, readBody } from './body.ts';
import type { FaultQueue } from './fault-queue.ts';

export interface RestOptions {
  readonly world: World;
  readonly token: string;
  readonly gateway: Gateway;
  readonly commands: CommandStore;
  readonly messages: Messages;
  readonly writer: MessageWriter;
  readonly interactions: Interactions;
  readonly faults: FaultQueue;
  readonly recommendedShards: number;
  readonly observe: (request: ObservedRequest) => void;
  readonly commandsChanged: () => void;
  readonly typing: (channelId: string) => void;
}

const PREFIX = '/api/v10';

/** The HTTP side of the bot's API, below `/api/v10`. */
export function createRest(options: RestOptions): Hono {
  const root = new Hono();
  const app = root.basePath(PREFIX);
  const bodies = new WeakMap<Context, unknown>();
  const body = async (context: Context): Promise<Body> => {
    const read = await readBody(context);
    bodies.set(context, read.json);
    return read;
  };

  app.use('*', async (context, next) => {
    const path = context.req.path.slice(PREFIX.length);
    for (const strike of options.faults.take(context.req.method, path)) {
      if (strike.kind === 'delay') await sleep(strike.ms);
      if (strike.kind === 'status')
        return context.json({ message: 'Injected fault', code: 0 }, strike.status as 500);
      if (strike.kind === 'rate-limit') {
        const seconds = strike.retryAfter / 1000;
        return context.json(
          { message: 'You are being rate limited.', retry_after: seconds, global: strike.global },
          429,
          {
            'retry-after': String(seconds),
            'x-ratelimit-scope': strike.global ? 'global' : 'user',
            ...(strike.global && { 'x-ratelimit-global': 'true' }),
          },
        );
      }
      if (strike.kind === 'lose') {
        await next();
        const env: { incoming?: { socket: { destroy(): void } } } = context.env as never;
        env.incoming?.socket.destroy();
        return;
      }
    }
    await next();
    context.header('x-ratelimit-limit', '50');
    context.header('x-ratelimit-remaining', '49');
    context.header('x-ratelimit-reset-after', '1');
    options.observe({
      method: context.req.method,
      path,
      body: bodies.get(context),
      status: context.res.status,
    });
  });
  app.use('*', async (context, next) => {
    const path = context.req.path.slice(PREFIX.length);
    // Interaction callbacks and webhooks carry their right in the path.
    const free = path.startsWith('/interactions/') || path.startsWith('/webhooks/');
    if (!free && context.req.header('authorization') !== `Bot ${options.token}`)
      throw refuse('unauthorized');
    await next();
  });
  root.onError((error, context) => {
    if (error instanceof DiscordError) return context.json(error.toJSON(), error.status as 400);
    return context.json({ message: 'Internal Server Error', code: 0 }, 500);
  });

  addApplication(app, options, body);
  addInteractions(app, options, body);
  addChannels(app, options, body);
  app.all('*', () => {
    throw refuse('notFound');
  });
  return root;
}

type ReadBody = (context: Context) => Promise<Body>;

function addApplication(app: Hono, options: RestOptions, body: ReadBody): void {
  const { world, gateway, commands, recommendedShards, commandsChanged } = options;
  app.get('/gateway', (context) => context.json({ url: gateway.url }));
  app.get('/gateway/bot', (context) =>
    context.json({
      url: gateway.url,
      shards: recommendedShards,
      session_start_limit: {
        total: 1000,
        remaining: 999,
        reset_after: 86_400_000,
        max_concurrency: 1,
      },
    }),
  );
  app.get('/users/@me', (context) => context.json(world.user(world.botId)));
  app.get('/users/:id', (context) => {
    const user = world.user(context.req.param('id'));
    if (!user) throw refuse('unknownUser');
    return context.json(user);
  });
  const application = {
    id: world.botId,
    name: world.seed.bot.username,
    description: '',
    flags: 0,
    bot_public: true,
    verify_key: '0'.repeat(64),
  };
  app.get('/applications/@me', (context) =>
    context.json({ ...application, bot: world.user(world.botId) }),
  );
  app.get('/oauth2/applications/@me', (context) => context.json(application));

  const own = (context: Context) => {
    if (context.req.param('application') !== world.botId) throw refuse('applicationForbidden');
    const guildId = context.req.param('guild');
    if (guildId !== undefined && !world.guild(guildId)) throw refuse('unknownGuild');
    if (guildId !== undefined && world.left.has(guildId)) throw refuse('missingAccess');
    return guildId;
  };
  for (const path of [
    '/applications/:application/commands',
    '/applications/:application/guilds/:guild/commands',
  ]) {
    app.get(path, (context) => context.json(commands.list(own(context))));
    app.put(path, async (context) => {
      const guildId = own(context);
      const list = commands.overwrite(asArray((await body(context)).json), guildId);
      commandsChanged();
      return context.json(list);
    });
  }
  app.get('/guilds/:guild', (context) => {
    const guild = world.guild(context.req.param('guild'));
    if (!guild || world.left.has(guild.id)) throw refuse('unknownGuild');
    return context.json(world.guildObject(guild));
  });
  app.get('/guilds/:guild/members/:user', (context) => {
    const guild = world.guild(context.req.param('guild'));
    if (!guild || world.left.has(guild.id)) throw refuse('unknownGuild');
    const userId = context.req.param('user');
    if (!world.user(userId)) throw refuse('unknownMember');
    return context.json(world.member(guild, userId));
  });
}

function addInteractions(app: Hono, { interactions }: RestOptions, body: ReadBody): void {
  app.post('/interactions/:id/:token/callback', async (context) => {
    const sent = await body(context);
    const { id, token } = context.req.param();
    const interaction = interactions.callback(id, token, objectOf(sent), sent.files);
    if (context.req.query('with_response') !== 'true') return context.body(null, 204);
    return context.json(callbackResponse(interaction, objectOf(sent).type));
  });
  const at = '/webhooks/:application/:token';
  const open = (context: Context) =>
    interactions.ofToken(context.req.param('application') ?? '', context.req.param('token') ?? '');
  const messageId = (context: Context) => decodeURIComponent(context.req.param('message') ?? '');
  app.post(at, async (context) => {
    const sent = await body(context);
    return context.json(interactions.followUp(open(context), objectOf(sent), sent.files).message);
  });
  app.get(`${at}/messages/:message`, (context) =>
    context.json(interactions.message(open(context), messageId(context)).message),
  );
  app.patch(`${at}/messages/:message`, async (context) => {
    const sent = await body(context);
    const stored = interactions.editMessage(
      open(context),
      messageId(context),
      objectOf(sent),
      sent.files,
    );
    return context.json(stored.message);
  });
  app.delete(`${at}/messages/:message`, (context) => {
    interactions.deleteMessage(open(context), messageId(context));
    return context.body(null, 204);
  });
}

const callbackResponse = (interaction: OpenInteraction, type: unknown): object => ({
  interaction: {
    id: interaction.id,
    type: interaction.type,
    response_message_id: interaction.original?.message.id,
    response_message_loading:
      ((interaction.original?.message.flags ?? 0) & MessageFlags.Loading) !== 0,
    response_message_ephemeral:
      ((interaction.original?.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  },
  resource: { type, ...(interaction.original && { message: interaction.original.message }) },
});

function addChannels(app: Hono, options: RestOptions, body: ReadBody): void {
  const { world, messages, writer } = options;
  const { botId } = world;
  const at = '/channels/:channel/messages';
  const placeOf = (context: Context, permission = 0n): Place => {
    const place = world.place(context.req.param('channel') ?? '');
    if (!place) throw refuse('unknownChannel');
    if (!world.maySee(botId, place)) throw refuse('missingAccess');
    if (!world.may(botId, place, permission)) throw refuse('missingPermissions');
    return place;
  };
  const messageOf = (context: Context, place: Place): StoredMessage => {
    const stored = messages.get(place.channelId, context.req.param('message') ?? '');
    if (!stored || stored.onlyFor !== undefined) throw refuse('unknownMessage');
    return stored;
  };
  app.get('/channels/:channel', (context) => context.json(world.channelObject(placeOf(context))));
  app.post('/channels/:channel/typing', (context) => {
    options.typing(placeOf(context, PermissionFlagsBits.SendMessages).channelId);
    return context.body(null, 204);
  });
  app.get(at, (context) => {
    const place = placeOf(context, PermissionFlagsBits.ReadMessageHistory);
    const visible = messages.in(place.channelId).filter(({ onlyFor }) => onlyFor === undefined);
    return context.json(
      visible
        .map(({ message }) => message)
        .reverse()
        .slice(0, Number(context.req.query('limit') ?? 50)),
    );
  });
  app.get(`${at}/:message`, (context) => {
    const place = placeOf(context, PermissionFlagsBits.ReadMessageHistory);
    return context.json(messageOf(context, place).message);
  });
  app.post(at, async (context) => {
    const place = placeOf(context, PermissionFlagsBits.SendMessages);
    const sent = await body(context);
    if (sent.files.length > 0 && !world.may(botId, place, PermissionFlagsBits.AttachFiles))
      throw refuse('missingPermissions');
    return context.json(
      writer.write(place, objectOf(sent), sent.files, {
        extra: reply(objectOf(sent), place, options),
      }).message,
    );
  });
  app.patch(`${at}/:message`, async (context) => {
    const stored = messageOf(context, placeOf(context));
    if (stored.message.author.id !== botId) throw refuse('notAuthor');
    const sent = await body(context);
    writer.edit(stored, objectOf(sent), sent.files);
    return context.json(stored.message);
  });
  app.delete(`${at}/:message`, (context) => {
    const place = placeOf(context);
    const stored = messageOf(context, place);
    const own = stored.message.author.id === botId;
    if (!own && !world.may(botId, place, PermissionFlagsBits.ManageMessages))
      throw refuse('missingPermissions');
    writer.remove(stored);
    return context.body(null, 204);
  });
  app.post('/users/@me/channels', async (context) => {
    const { recipient_id: id } = objectOf(await body(context));
    const place = typeof id === 'string' ? world.place(world.directMessageOf(id)) : undefined;
    if (!place) throw refuse('unknownUser');
    return context.json(world.channelObject(place));
  });
}

/** What a message that replies to another says of it. @throws ApiError 50035-like when it is gone */
function reply(body: Readonly<Record<string, unknown>>, place: Place, { messages }: RestOptions) {
  const reference = asObject(body.message_reference);
  const id = asString(reference.message_id);
  if (id === undefined) return {};
  const target = messages.get(place.channelId, id);
  if (!target) {
    if (reference.fail_if_not_exists === false) return {};
    throw refuse('unknownMessage');
  }
  const pings = asObject(body.allowed_mentions).replied_user !== false;
  return {
    type: 19,
    message_reference: { type: 0, channel_id: place.channelId, message_id: id },
    referenced_message: target.message,
    ...(pings && { mentions: [target.message.author] }),
  };
}
