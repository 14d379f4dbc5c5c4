import { MessageFlags } from 'discord-api-types/v10';
import { hasFlag, type OpenInteraction } from '../../interactions/open-interaction.ts';
import {
  deleteTokenMessage,
  editTokenMessage,
  followUp,
  tokenMessage,
} from '../../interactions/token-messages.ts';
import { objectBody, param, type RestApp, type RestContext, type RestOptions } from '../api.ts';

const WEBHOOK = '/webhooks/:application/:token';
const MESSAGE = `${WEBHOOK}/messages/:message`;

/** Interaction callbacks, and the messages that go with an interaction's token. */
export function addInteractionRoutes(app: RestApp, options: RestOptions): void {
  const { interactions } = options;
  const open = (context: RestContext) =>
    interactions.ofToken(param(context, 'application'), param(context, 'token'));

  app.post('/interactions/:id/:token/callback', async (context) => {
    const { body, files } = await objectBody(context);
    const { id, token } = context.req.param();
    const interaction = interactions.callback(id, token, body, files);
    if (context.req.query('with_response') !== 'true') return context.body(null, 204);
    return context.json(callbackResponse(interaction, body.type));
  });
  app.post(WEBHOOK, async (context) => {
    const { body, files } = await objectBody(context);
    return context.json(followUp(options, open(context), body, files).message);
  });
  app.get(MESSAGE, (context) =>
    context.json(tokenMessage(options, open(context), param(context, 'message')).message),
  );
  app.patch(MESSAGE, async (context) => {
    const { body, files } = await objectBody(context);
    const stored = editTokenMessage(options, open(context), param(context, 'message'), body, files);
    return context.json(stored.message);
  });
  app.delete(MESSAGE, (context) => {
    deleteTokenMessage(options, open(context), param(context, 'message'));
    return context.body(null, 204);
  });
}

function callbackResponse(interaction: OpenInteraction, type: unknown): object {
  const { id, original, place } = interaction;
  const message = original?.message;
  return {
    interaction: {
      id,
      type: interaction.type,
      channel_id: place.channelId,
      ...(place.guild && { guild_id: place.guild.id }),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: hasFlag(message, MessageFlags.Loading),
        response_message_ephemeral: hasFlag(message, MessageFlags.Ephemeral),
      }),
    },
    ...(message && { resource: { type, message } }),
  };
}
