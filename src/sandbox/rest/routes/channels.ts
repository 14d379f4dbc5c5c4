import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { RestApp, RestOptions } from '../api.ts';
import { placeFor } from './place.ts';

export function addChannelRoutes(app: RestApp, options: RestOptions): void {
  app.get('/channels/:channel', (context) =>
    context.json(options.world.channelObject(placeFor(options, context))),
  );
  app.post('/channels/:channel/typing', (context) => {
    const place = placeFor(options, context, PermissionFlagsBits.SendMessages);
    options.typing(place.channelId);
    return context.body(null, 204);
  });
}
