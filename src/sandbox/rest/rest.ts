import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { DiscordError, refuse } from '../discord-error.ts';
import type { RestApp, RestContext, RestOptions, RestVariables } from './api.ts';
import { quotaHeaders, tooManyRequests } from './rate-limits.ts';
import { addApplicationRoutes } from './routes/application.ts';
import { addChannelRoutes } from './routes/channels.ts';
import { addCommandRoutes } from './routes/commands.ts';
import { addGuildRoutes } from './routes/guilds.ts';
import { addInteractionRoutes } from './routes/interactions.ts';
import { addMessageRoutes } from './routes/messages.ts';

const PREFIX = '/api/v10';
/** Discord's API without a version, or of another one than 10. */
const OTHER_VERSION = /^\/api\/v(?!10\/)\d+\//;

/** The HTTP side of the bot's API, below `/api/v10`. */
export function createRest(options: RestOptions): RestApp {
  const root: RestApp = new Hono<RestVariables>();
  const app: RestApp = root.basePath(PREFIX);
  app.use('*', (context, next) => guard(options, context, next));
  addApplicationRoutes(app, options);
  addCommandRoutes(app, options);
  addInteractionRoutes(app, options);
  addChannelRoutes(app, options);
  addMessageRoutes(app, options);
  addGuildRoutes(app, options);
  root.all('/api/*', (context) => {
    throw refuse(OTHER_VERSION.test(context.req.path) ? 'invalidApiVersion' : 'notFound');
  });
  root.onError((error) => {
    if (error instanceof DiscordError) return Response.json(error, { status: error.status });
    console.error(error);
    return Response.json({ message: 'Internal Server Error', code: 0 }, { status: 500 });
  });
  return root;
}

/** Around every request: faults, the token, rate limits, and observers. */
async function guard(
  options: RestOptions,
  context: RestContext,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  const { method } = context.req;
  const path = context.req.path.slice(PREFIX.length);
  let lost = false;
  for (const strike of options.faults.take(method, path)) {
    if (strike.kind === 'delay') await sleep(strike.ms);
    else if (strike.kind === 'lose') lost = true;
    else if (strike.kind === 'rate-limit') return tooManyRequests(strike.retryAfter, strike.global);
    else {
      const body = { message: `${strike.status}: injected fault`, code: 0 };
      return Response.json(body, { status: strike.status });
    }
  }
  const answer = await limited(options, context, path, next);
  options.observe({
    method,
    path,
    body: context.get('sent'),
    status: (answer ?? context.res).status,
  });
  if (lost) context.env.incoming?.socket.destroy();
  return answer;
}

async function limited(
  { token, rateLimits }: RestOptions,
  context: RestContext,
  path: string,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  // Callbacks have no limit, and they and webhooks carry their right in the path.
  if (path.startsWith('/interactions/')) {
    await next();
    return undefined;
  }
  const quota = rateLimits.take(context.req.method, path);
  if (quota.exceeded) return tooManyRequests(quota.resetAfterMs, quota.exceeded === 'global');
  const free = path.startsWith('/webhooks/');
  if (!free && context.req.header('authorization') !== `Bot ${token}`) {
    return Response.json(refuse('unauthorized'), { status: 401 });
  }
  await next();
  for (const [name, value] of quotaHeaders(quota)) context.header(name, value);
  return undefined;
}
