import { type APIMessage, InteractionType } from 'discord-api-types/v10';
import type { OpenInteraction } from './interactions.ts';
import { isEphemeral } from './world/messages.ts';
import type { World } from './world/world.ts';

/** INTERACTION_CREATE as the gateway brings it. */
export function interactionEvent(world: World, interaction: OpenInteraction): object {
  const { place, userId, origin } = interaction;
  const { guild, channel } = place;
  const user = world.user(userId);
  const locale = world.userSeed(userId)?.locale ?? 'en-US';
  const appPermissions = guild ? world.permissions(guild, world.botId, channel) : 0n;
  return {
    id: interaction.id,
    application_id: world.botId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: place.channelId,
    channel: {
      ...world.channelObject(place),
      ...(guild && { permissions: world.permissions(guild, userId, channel).toString() }),
    },
    locale,
    entitlements: [],
    app_permissions: appPermissions.toString(),
    attachment_size_limit: 10 * 1024 * 1024,
    context: guild ? 0 : 1,
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    ...(guild
      ? {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: world.member(guild, userId, place),
        }
      : { user }),
    ...(origin &&
      interaction.type !== InteractionType.ApplicationCommand && { message: origin.message }),
  };
}

/**
 * A message as the bot's gateway tells it: the content of others' messages is blank unless they
 * concern the bot, or it has the privileged intent.
 */
export function messageEvent(world: World, message: APIMessage, readsContent: boolean): object {
  const place = world.place(message.channel_id);
  const guild = place?.guild;
  const shown = readsContent || concernsBot(world, message) ? message : blanked(message);
  return {
    ...shown,
    ...(guild && { guild_id: guild.id, member: world.member(guild, message.author.id) }),
  };
}

/** Whether the bot may read it: its own, to it alone, or one that mentions it. */
export function concernsBot(world: World, message: APIMessage): boolean {
  return (
    message.author.id === world.botId ||
    world.place(message.channel_id)?.recipient !== undefined ||
    message.mentions.some(({ id }) => id === world.botId)
  );
}

const blanked = (message: APIMessage): APIMessage => ({
  ...message,
  content: '',
  embeds: [],
  attachments: [],
  components: [],
});

export const botHears = (message: APIMessage): boolean => !isEphemeral(message);
