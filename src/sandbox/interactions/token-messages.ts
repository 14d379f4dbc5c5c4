import { MessageFlags } from 'discord-api-types/v10';
import { DiscordError, refuse } from '../discord-error.ts';
import type { Json } from '../validate/json.ts';
import type { SentFile } from '../world/compose.ts';
import type { StoredMessage } from '../world/messages.ts';
import { followUpMetadata } from './metadata.ts';
import { hasFlag, type OpenInteraction } from './open-interaction.ts';
import type { Means } from './respond.ts';

/**
 * A message of an interaction: `@original` or a follow-up.
 *
 * @throws DiscordError 10008
 */
export function tokenMessage(
  { writer }: Means,
  { original, followUps }: OpenInteraction,
  id: string,
): StoredMessage {
  const first = id === '@original' || id === original?.message.id;
  const stored = first ? original : followUps.find(({ message }) => message.id === id);
  if (!stored || !writer.exists(stored)) throw refuse('unknownMessage');
  return stored;
}

/** @throws DiscordError 10008, 50035, 50006, 40005 */
export function editTokenMessage(
  means: Means,
  interaction: OpenInteraction,
  id: string,
  body: Json,
  files: readonly SentFile[],
): StoredMessage {
  const stored = tokenMessage(means, interaction, id);
  interaction.sent.push(body);
  rememberRefusal(interaction, () => means.writer.edit(stored, body, files));
  if (stored === interaction.original) interaction.settle();
  return stored;
}

/** @throws DiscordError 10008 */
export function deleteTokenMessage(means: Means, interaction: OpenInteraction, id: string): void {
  const stored = tokenMessage(means, interaction, id);
  means.writer.remove(stored);
  if (stored !== interaction.original) return;
  interaction.deleted = true;
  interaction.settle();
}

/**
 * Sends one more message with the interaction's token. The first one after a deferral fills the
 * deferred message instead, as Discord still does for old clients.
 *
 * @throws DiscordError 50035, 50006, 40005
 */
export function followUp(
  means: Means,
  interaction: OpenInteraction,
  body: Json,
  files: readonly SentFile[],
): StoredMessage {
  const { original, place, userId } = interaction;
  if (original && hasFlag(original.message, MessageFlags.Loading)) {
    return editTokenMessage(means, interaction, '@original', body, files);
  }
  interaction.sent.push(body);
  const extra = followUpMetadata(means.world, interaction);
  const stored = rememberRefusal(interaction, () =>
    means.writer.write(place, body, files, { onlyFor: userId, extra }),
  );
  interaction.followUps.push(stored);
  // After a deferred update a follow-up is an answer too.
  interaction.settle();
  return stored;
}

function rememberRefusal<T>(interaction: OpenInteraction, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DiscordError) interaction.refusal = error;
    throw error;
  }
}
