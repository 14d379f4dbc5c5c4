import type { MessageComponentInteraction } from 'discord.js';
import type { Context } from '../src/bot/command.ts';
import { UserError } from '../src/replies/user-error.ts';

/** The button or menu is forged, or of an older version or catalog. @param command - to ask again with */
export const stale = ({ mention }: Context, command: string): UserError =>
  new UserError('stale-component', { command: mention(command) });

/** What was chosen in a string select; undefined for any other component. */
export const selected = (interaction: MessageComponentInteraction): string | undefined =>
  interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
