import type { Client, Interaction } from 'discord.js';

/** Clickable command mentions need the ids that Discord gave the commands when they were deployed. */
export interface CommandMentions {
  /** `</favorites add:123>`, or `/favorites add` as code while the id is unknown. */
  mention(path: string): string;
  /** Asks Discord once for the deployed commands' ids. */
  fetch(client: Client<true>): Promise<void>;
  /** Learns an id from a use of the command: those deployed to one server only are not in the list. */
  learn(interaction: Interaction): void;
}

export function createMentions(): CommandMentions {
  const ids = new Map<string, string>();
  return {
    mention(path) {
      const id = ids.get(path.split(' ')[0] ?? '');
      return id === undefined ? `\`/${path}\`` : `</${path}:${id}>`;
    },
    async fetch(client) {
      for (const command of (await client.application.commands.fetch()).values()) {
        ids.set(command.name, command.id);
      }
    },
    learn(interaction) {
      if (!interaction.isCommand() || ids.has(interaction.commandName)) return;
      ids.set(interaction.commandName, interaction.commandId);
    },
  };
}
