import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/bot/registry.ts';
import { checkCommandList } from '../../src/sandbox/validate/command.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of command files, by name. */
function folderOf(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'soundtrack-commands-'));
  folders.push(folder);
  for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), source);
  return pathToFileURL(`${folder}/`);
}

const command = (data: object, more = '') =>
  `export default { data: ${JSON.stringify(data)}, execute: async () => ({}), ${more} };`;

const PING = { name: 'ping', description: 'Answers' };

describe('loadRegistry()', () => {
  it('finds commands by name, and leaves helpers and other files alone', async () => {
    const registry = await loadRegistry(
      folderOf({
        'ping.ts': command(PING),
        'say-it-again.ts': command({ type: 3, name: 'Say it again' }),
        '_helper.ts': 'export const helper = 1;',
        'notes.md': 'none',
      }),
    );
    expect(registry.commands.map(({ data }) => data.name)).toEqual(['ping', 'Say it again']);
    expect(registry.get('ping')?.data).toEqual(PING);
    expect(registry.get('Say it again')).toBeDefined();
    expect(registry.get('pong')).toBeUndefined();
    expect(registry.get('__proto__')).toBeUndefined();
  });

  it.each([
    ['nothing', 'export const data = {};'],
    ['no data', 'export default { execute() {} };'],
    ['no handler', 'export default { data: { name: "ping" } };'],
    ['a function', 'export default () => undefined;'],
    ['null', 'export default null;'],
  ])('refuses a file that exports %s', async (_, source) => {
    await expect(loadRegistry(folderOf({ 'ping.ts': source }))).rejects.toThrow(
      'commands/ping.ts does not default-export a command',
    );
  });

  it('refuses a command in a file that is not named after it', async () => {
    await expect(loadRegistry(folderOf({ 'pong.ts': command(PING) }))).rejects.toThrow(
      'commands/pong.ts holds the command "ping": name it ping.ts',
    );
  });

  it('refuses two commands whose names differ in case alone', async () => {
    const files = {
      'say-it.ts': command({ type: 3, name: 'Say it' }),
      'Say-it.ts': command({ type: 3, name: 'say it' }),
    };
    await expect(loadRegistry(folderOf(files))).rejects.toThrow('name it say-it.ts');
  });

  it('refuses an option with suggestions that nobody makes, in a subcommand too', async () => {
    const option = { type: 3, name: 'song', description: 'A song', autocomplete: true };
    const nested = {
      ...PING,
      options: [{ type: 1, name: 'add', description: 'Adds', options: [option] }],
    };
    for (const data of [{ ...PING, options: [option] }, nested]) {
      await expect(loadRegistry(folderOf({ 'ping.ts': command(data) }))).rejects.toThrow(
        'commands/ping.ts has an option with autocomplete, but no autocomplete handler',
      );
      await loadRegistry(folderOf({ 'ping.ts': command(data, 'autocomplete: () => []') }));
    }
  });
});

describe('our commands', async () => {
  const { commands } = await loadRegistry(new URL('../../commands/', import.meta.url));

  it('are such as Discord takes', () => {
    expect(() => checkCommandList(commands.map(({ data }) => data))).not.toThrow();
  });

  it('say where they work and how they are installed', () => {
    for (const { data } of commands) {
      expect(data.integration_types, data.name).toEqual([ApplicationIntegrationType.GuildInstall]);
      expect(data.contexts, data.name).toEqual(
        data.name === 'settings'
          ? [InteractionContextType.Guild]
          : [InteractionContextType.Guild, InteractionContextType.BotDM],
      );
    }
  });

  it('are for everybody, but for the settings', () => {
    for (const { data } of commands) {
      expect(data.default_member_permissions ?? null, data.name).toBe(
        data.name === 'settings' ? String(PermissionFlagsBits.ManageGuild) : null,
      );
    }
  });

  it.each([
    ['soundtrack', ['title*~', 'view', 'private']],
    ['recommend', ['title~', 'like~', 'mood~', 'artist~', 'count', 'private']],
    ['song', ['title*~', 'private']],
    ['artist', ['name*~', 'private']],
    ['favorites', ['list: private', 'add: song*~', 'remove: song*~', 'top: private', 'export: ']],
    [
      'settings',
      [
        'view: ',
        'set: default_title~ default_mood~ count services replies spoilers language~ region channel favourites_limit',
        'reset: setting',
      ],
    ],
    ['privacy', ['export: ', 'delete: ']],
    ['help', []],
    ['about', []],
    ['Delete reply', []],
  ])('/%s has the options of its contract (* required, ~ with suggestions)', (name, contract) => {
    const data = commands.find((one) => one.data.name === name)?.data;
    const options = data && 'options' in data ? data.options : [];
    expect((options ?? []).map(described)).toEqual(contract);
  });
});

interface Option {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly options?: readonly Option[];
}

const described = (option: unknown): string => {
  const { type, name, required, autocomplete, options = [] } = option as Option;
  if (type === ApplicationCommandOptionType.Subcommand)
    return `${name}: ${options.map(described).join(' ')}`;
  return `${name}${required ? '*' : ''}${autocomplete ? '~' : ''}`;
};
