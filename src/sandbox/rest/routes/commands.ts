import { refuse } from '../../discord-error.ts';
import { withoutLocalizations } from '../../world/command-store.ts';
import { objectBody, param, type RestApp, type RestContext, type RestOptions } from '../api.ts';
import { readBody } from '../body.ts';

const GLOBAL = '/applications/:application/commands';
const OF_GUILD = '/applications/:application/guilds/:guild/commands';

/** Application commands, global and of a guild. */
export function addCommandRoutes(app: RestApp, options: RestOptions): void {
  const { world, commands, commandsChanged } = options;
  const scope = (context: RestContext): string | undefined => {
    if (param(context, 'application') !== world.botId) throw refuse('applicationForbidden');
    const guildId = context.req.param('guild');
    if (guildId === undefined) return undefined;
    if (!world.guild(guildId) || world.left.has(guildId)) throw refuse('missingAccess');
    return guildId;
  };
  const localized = (context: RestContext) => context.req.query('with_localizations') === 'true';

  for (const path of [GLOBAL, OF_GUILD]) {
    app.get(path, (context) => {
      const list = commands.list(scope(context));
      return context.json(localized(context) ? list : list.map(withoutLocalizations));
    });
    app.put(path, async (context) => {
      const guildId = scope(context);
      const { json } = await readBody(context.req.raw);
      context.set('sent', json);
      const list = commands.overwrite(json, guildId);
      commandsChanged();
      return context.json(list);
    });
    app.post(path, async (context) => {
      const guildId = scope(context);
      const { body } = await objectBody(context);
      const { command, created } = commands.upsert(body, guildId);
      commandsChanged();
      return context.json(command, created ? 201 : 200);
    });
    app.get(`${path}/:command`, (context) =>
      context.json(commands.get(param(context, 'command'), scope(context))),
    );
    app.patch(`${path}/:command`, async (context) => {
      const guildId = scope(context);
      const { body } = await objectBody(context);
      const command = commands.edit(param(context, 'command'), body, guildId);
      commandsChanged();
      return context.json(command);
    });
    app.delete(`${path}/:command`, (context) => {
      commands.remove(param(context, 'command'), scope(context));
      commandsChanged();
      return context.body(null, 204);
    });
  }
}
