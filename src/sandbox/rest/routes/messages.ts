import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { invalidFormBody, refuse } from '../../discord-error.ts';
import { readableMessage } from '../../events.ts';
import { place as placeTree } from '../../validate/problem.ts';
import { integer } from '../../validate/rules.ts';
import type { StoredMessage } from '../../world/messages.ts';
import type { Place } from '../../world/world.ts';
import { objectBody, param, type RestApp, type RestContext, type RestOptions } from '../api.ts';
import { placeFor } from './place.ts';
import { replyOf } from './reply.ts';

const MESSAGES = '/channels/:channel/messages';
const MESSAGE = `${MESSAGES}/:message`;
const PAGE = { default: 50, max: 100 };

/** A channel's messages. Ephemeral ones are not there: they live with their interaction's token. */
export function addMessageRoutes(app: RestApp, options: RestOptions): void {
  const { world, messages, writer, gateway } = options;
  const shown = ({ message }: StoredMessage) =>
    readableMessage(world, message, gateway.readsContent);
  const messageOf = (context: RestContext, place: Place): StoredMessage => {
    const stored = messages.get(place.channelId, param(context, 'message'));
    if (!stored || stored.onlyFor !== undefined) throw refuse('unknownMessage');
    return stored;
  };

  app.get(MESSAGES, (context) => {
    const place = placeFor(options, context);
    if (!world.may(world.botId, place, P.ReadMessageHistory)) return context.json([]);
    return context.json(pageOf(context, messages.in(place.channelId)).map(shown));
  });
  app.get(MESSAGE, (context) => {
    const place = placeFor(options, context, P.ReadMessageHistory);
    return context.json(shown(messageOf(context, place)));
  });
  app.post(MESSAGES, async (context) => {
    const place = placeFor(options, context, P.SendMessages);
    const { body, files } = await objectBody(context);
    if (files.length > 0 && !world.may(world.botId, place, P.AttachFiles)) {
      throw refuse('missingPermissions');
    }
    const { message } = writer.write(place, body, files, { extra: replyOf(options, place, body) });
    const nonce = typeof body.nonce === 'string' || typeof body.nonce === 'number';
    return context.json(nonce ? { ...message, nonce: body.nonce } : message);
  });
  app.patch(MESSAGE, async (context) => {
    const stored = messageOf(context, placeFor(options, context));
    if (stored.message.author.id !== world.botId) throw refuse('notAuthor');
    const { body, files } = await objectBody(context);
    writer.edit(stored, body, files);
    return context.json(stored.message);
  });
  app.delete(MESSAGE, (context) => {
    const place = placeFor(options, context);
    const stored = messageOf(context, place);
    if (stored.message.author.id !== world.botId) {
      if (!place.guild) throw refuse('dmAction');
      if (!world.may(world.botId, place, P.ManageMessages)) throw refuse('missingPermissions');
    }
    writer.remove(stored);
    return context.body(null, 204);
  });
}

/** The messages a query asks for, newest first. @throws DiscordError 50035 */
function pageOf(context: RestContext, all: readonly StoredMessage[]): StoredMessage[] {
  const { limit: asked, before, after } = context.req.query();
  const errors = asked === undefined ? undefined : integer(1, PAGE.max)(asked);
  if (errors) throw invalidFormBody(placeTree(['limit'], errors));
  const limit = Number(asked ?? PAGE.default);
  const visible = all.filter(
    ({ message, onlyFor }) =>
      onlyFor === undefined &&
      (before === undefined || BigInt(message.id) < BigInt(before)) &&
      (after === undefined || BigInt(message.id) > BigInt(after)),
  );
  const page = after === undefined ? visible.slice(-limit) : visible.slice(0, limit);
  return page.reverse();
}
