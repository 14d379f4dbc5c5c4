import { type Client, Events } from 'discord.js';
import type { Translations } from '../i18n/translate.ts';
import type { Services } from './command.ts';
import { Connection } from './connection.ts';
import { createDispatch } from './dispatch.ts';
import { InFlight } from './in-flight.ts';
import { createMentions } from './mentions.ts';
import type { Registry } from './registry.ts';
import type { StartError } from './start-failure.ts';

/** Milliseconds that replies under way may take when the bot is stopped. */
const PATIENCE = 5000;

/** Milliseconds that a lost connection may take to come back; discord.js needs up to some ten seconds. */
const REVIVE_AFTER = 60_000;

export interface BotOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly registry: Registry;
  readonly translations: Translations;
  readonly services: Omit<Services, 'mention' | 'ping' | 'commands' | 'locales'>;
  /** The connection is lost for good. */
  readonly onFatal: (error: StartError) => void;
  /** Milliseconds without a connection after which the bot logs in anew; 60,000 when left out. */
  readonly reviveAfterMs?: number;
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
  reviveAfterMs = REVIVE_AFTER,
}: BotOptions): Promise<Bot> {
  const { logger, favourites, settings } = services;
  let connection: Connection | undefined;
  const mentions = createMentions();
  const dispatch = createDispatch(
    registry,
    {
      ...services,
      commands: registry.commands,
      locales: translations.locales,
      mention: (path) => mentions.mention(path),
      ping: () => connection?.ping ?? -1,
    },
    translations,
  );
  const inFlight = new InFlight();

  const equip = (client: Client) => {
    // Without an error listener, a rejecting listener of the client would end the process.
    client.on(Events.Error, (error) =>
      logger.error({ err: error }, 'discord.js reported an error'),
    );
    client.on(Events.Warn, (message) => logger.warn(message));
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
  };

  connection = await Connection.open({ token, apiUrl, logger, reviveAfterMs, equip, onFatal });
  const opened = connection;
  return {
    connected: () => opened.connected,
    async close() {
      const { unfinished } = await inFlight.close(PATIENCE);
      if (unfinished > 0) logger.warn({ unfinished }, 'stopped before every reply was finished');
      await opened.close();
    },
  };
}
