import { readdir } from 'node:fs/promises';
import { ApplicationCommandType } from 'discord-api-types/v10';
import type { Command } from './command.ts';

/** Every command there is: the bot, the registration script, the tests and the docs share it. */
export interface Registry {
  /** By name. */
  readonly commands: readonly Command[];
  get(name: string): Command | undefined;
}

/** "Delete reply" → "delete-reply": how a command's file is named after it. */
const fileNameOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/**
 * Loads every command of a folder; files whose names start with `_` are helpers.
 *
 * @throws Error when a file exports no command, is not named after it, or two share a name
 */
export async function loadRegistry(folder: URL): Promise<Registry> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
    .sort();
  const loaded = await Promise.all(
    names.map(async (name) => {
      const module: { default?: unknown } = await import(new URL(name, folder).href);
      return { file: name.slice(0, -'.ts'.length), command: module.default };
    }),
  );
  const commands = new Map<string, Command>();
  for (const { file, command } of loaded) {
    if (!isCommand(command))
      throw new Error(`commands/${file}.ts does not default-export a command`);
    const { name } = command.data;
    if (fileNameOf(name) !== file) {
      throw new Error(
        `commands/${file}.ts holds the command "${name}": name it ${fileNameOf(name)}.ts`,
      );
    }
    const key = keyOf(command);
    if (commands.has(key)) throw new Error(`two commands are called "${name}"`);
    if (hasAutocomplete(command) && !command.autocomplete) {
      throw new Error(
        `commands/${file}.ts has an option with autocomplete, but no autocomplete handler`,
      );
    }
    commands.set(key, command);
  }
  return { commands: [...commands.values()], get: (name) => commands.get(fileNameOf(name)) };
}

const keyOf = ({ data }: Command): string => fileNameOf(data.name);

function isCommand(value: unknown): value is Command {
  return (
    typeof value === 'object' &&
    value !== null &&
    'data' in value &&
    typeof value.data === 'object' &&
    value.data !== null &&
    'name' in value.data &&
    typeof value.data.name === 'string' &&
    'execute' in value &&
    typeof value.execute === 'function'
  );
}

function hasAutocomplete({ data }: Command): boolean {
  if (data.type !== undefined && data.type !== ApplicationCommandType.ChatInput) return false;
  return JSON.stringify(data.options ?? []).includes('"autocomplete":true');
}
