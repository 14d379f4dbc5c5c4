import { refuse } from '../../discord-error.ts';
import { asString } from '../../validate/json.ts';
import { objectBody, param, type RestApp, type RestOptions } from '../api.ts';

/** The gateway's address, the application, and users. */
export function addApplicationRoutes(app: RestApp, options: RestOptions): void {
  const { world, gateway, identifyLimit, recommendedShards } = options;
  const application = {
    id: world.botId,
    name: world.seed.bot.username,
    icon: null,
    description: '',
    flags: 0,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
  };

  app.get('/gateway', (context) => context.json({ url: gateway.url }));
  app.get('/gateway/bot', (context) =>
    context.json({
      url: gateway.url,
      shards: recommendedShards,
      session_start_limit: identifyLimit.startLimit(),
    }),
  );
  app.get('/applications/@me', (context) => context.json({ ...application, bot: world.bot }));
  app.get('/oauth2/applications/@me', (context) => context.json(application));

  app.get('/users/@me', (context) => context.json(world.bot));
  app.get('/users/:user', (context) => {
    const user = world.user(param(context, 'user'));
    if (!user) throw refuse('unknownUser');
    return context.json(user);
  });
  app.post('/users/@me/channels', async (context) => {
    const { body } = await objectBody(context);
    const recipient = world.userSeed(asString(body.recipient_id) ?? '');
    const place = recipient && world.place(world.directMessageOf(recipient.id));
    if (!place) throw refuse('unknownUser');
    return context.json(world.channelObject(place));
  });
}
