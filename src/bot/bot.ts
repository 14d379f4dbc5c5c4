import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Translations } from '../i18n/translate.ts';
import type { Services } from './command.ts';
import { createDispatch } from './dispatch.ts';
import { InFlight } from './in-flight.ts';
import { createMentions } from './mentions.ts';
import type { Registry } from './registry.ts';
import { explainClose, explainLogin, isFatalClose, type StartError } from './start-failure.ts';

/** Interactions need no intent; guilds are told of so that a removal purges what was saved there. */
const INTENTS = [GatewayIntentBits.Guilds];

/** Milliseconds that replies under way may take when the bot is stopped. */
const PATIENCE = 5000;

export interface BotOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly registry: Registry;
  readonly translations: Translations;
  readonly services: Omit<Services, 'mention' | 'ping' | 'commands' | 'locales'>;
  /** The connection is lost for good. */
  readonly onFatal: (error: StartError) => void;
}

export interface Bot {
  readonly connected: () => boolean;
  /** Takes no more interactions, finishes those under way (5 s at most) and disconnects. */
  close(): Promise<void>;
}

/** Connects to Discord and resolves when ready. @throws StartError saying in one sentence what to do */
export async function startBot({
  token,
  apiUrl,
  registry,
  translations,
  services,
  onFatal,
}: BotOptions): Promise<Bot> {
  const { logger, favourites, settings } = services;
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    rest: { api: apiUrl },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  });
  const mentions = createMentions();
  const dispatch = createDispatch(
    registry,
    {
      ...services,
      commands: registry.commands,
      locales: translations.locales,
      mention: (path) => mentions.mention(path),
      ping: () => client.ws.ping,
    },
    translations,
  );
  const inFlight = new InFlight();

  // Without an error listener, a rejecting listener of the client would end the process.
  client.on(Events.Error, (error) => logger.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.Warn, (message) => logger.warn(message));
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (isFatalClose(code)) onFatal(explainClose(code));
  });
  client.on(Events.InteractionCreate, (interaction) => {
    mentions.learn(interaction);
    inFlight.begin(() => dispatch(interaction));
  });
  // Discord tells an outage as an unavailable guild, which is another event: this is a removal.
  client.on(Events.GuildDelete, (guild) => {
    inFlight.begin(async () => {
      try {
        await Promise.all([favourites.purge(guild.id), settings.purge(guild.id)]);
        logger.info({ guild: guild.id }, 'removed from a server, so its data is deleted');
      } catch (error) {
        logger.error({ err: error, guild: guild.id }, "a server's data could not be deleted");
      }
    });
  });
  client.once(Events.ClientReady, (ready) => {
    logger.info({ guilds: ready.guilds.cache.size, commands: registry.commands.length }, 'ready');
    mentions
      .fetch(ready)
      .catch((error) => logger.warn({ err: error }, "the commands' ids are not known yet"));
  });

  await logIn(client, token, apiUrl);
  return {
    connected: () => client.isReady(),
    async close() {
      const { unfinished } = await inFlight.close(PATIENCE);
      if (unfinished > 0) logger.warn({ unfinished }, 'stopped before every reply was finished');
      await client.destroy();
    },
  };
}

async function logIn(client: Client, token: string, apiUrl: string): Promise<void> {
  const { promise: fatal, reject } = Promise.withResolvers<never>();
  const onDisconnect = ({ code }: { readonly code: number }) => {
    if (isFatalClose(code)) reject(explainClose(code));
  };
  client.on(Events.ShardDisconnect, onDisconnect);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await Promise.race([client.login(token).then(() => ready), fatal]);
  } catch (error) {
    await client.destroy();
    throw explainLogin(error, apiUrl);
  } finally {
    client.off(Events.ShardDisconnect, onDisconnect);
  }
}
