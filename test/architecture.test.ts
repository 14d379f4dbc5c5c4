import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/**
 * What each room may import of ours: rooms of src, or single files. `main.ts` and what else lies in
 * src itself, and the scripts, may import all.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'src/catalog': [],
  'src/stores': [],
  'src/i18n': [],
  'src/questions': ['src/catalog'],
  'src/recommend': ['src/catalog'],
  'src/replies': ['src/catalog', 'src/recommend', 'src/stores', 'type src/i18n'],
  'src/bot': ['src/catalog', 'src/stores', 'src/i18n', 'src/replies'],
  'src/sandbox': [],
  commands: [
    'src/catalog',
    'src/questions',
    'src/recommend',
    'src/replies',
    'src/stores',
    'src/i18n',
    'src/bot/command.ts',
    'src/bot/scope.ts',
  ],
};

interface Import {
  /** The importing file, from the project's root. */
  readonly file: string;
  /** As written, or the file from the project's root when it is one of ours. */
  readonly from: string;
  /** Gone when the types are stripped. */
  readonly typeOnly: boolean;
  /** What stands between the braces. */
  readonly names: string;
}

const STATIC = /^(?:import|export)\s+(type\s+)?([^'";]*?)(?:from\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

function importsOf(file: string): Import[] {
  const code = readFileSync(posix.join(ROOT, file), 'utf8');
  const resolve = (from: string) =>
    from.startsWith('.') ? posix.join(posix.dirname(file), from) : from;
  return [
    ...[...code.matchAll(STATIC)].map(([, type, names = '', from = '']) => ({
      file,
      from: resolve(from),
      typeOnly: type !== undefined,
      names,
    })),
    ...[...code.matchAll(DYNAMIC)].map(([, from = '']) => ({
      file,
      from: resolve(from),
      typeOnly: false,
      names: '',
    })),
  ];
}

const files = globSync(['src/**/*.ts', 'commands/*.ts'], { cwd: ROOT }).map((file) =>
  file.replaceAll('\\', '/'),
);
const imports = files.flatMap(importsOf);

const isIn = (file: string, place: string) => file === place || file.startsWith(`${place}/`);
/** The room a file is in; undefined for what lies in src itself. */
const roomOf = (file: string) =>
  isIn(file, 'commands') ? 'commands' : /^src\/[^/]+(?=\/)/.exec(file)?.[0];
const said = ({ file, from, typeOnly }: Import) =>
  `${file} imports ${typeOnly ? 'types of ' : ''}${from}`;

describe('the arrows between the rooms', () => {
  it('are read from every file', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(files.length);
    for (const room of files.map(roomOf))
      if (room !== undefined) expect(ARROWS).toHaveProperty([room]);
  });

  it.each(Object.entries(ARROWS))('%s imports of ours only what it may', (room, allowed) => {
    const outward = imports.filter(
      ({ file, from }) =>
        isIn(file, room) && /^(src|commands|scripts|test)\//.test(from) && !isIn(from, room),
    );
    const wrong = outward.filter(
      ({ from, typeOnly }) =>
        !allowed.some((place) =>
          place.startsWith('type ') ? typeOnly && isIn(from, place.slice(5)) : isIn(from, place),
        ),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  it('leave the data to the loaders, and to types', () => {
    const wrong = imports.filter(({ from, typeOnly }) => from.startsWith('data/') && !typeOnly);
    expect(wrong.map(said)).toEqual([]);
  });
});

describe('discord.js', () => {
  const isClient = ({ from, names }: Import) =>
    from === '@discordjs/ws' ||
    (from === 'discord.js' &&
      names.split(/[{},]/).some((name) => /^\s*(Client|ShardingManager)\b/.test(name)));

  it('is connected by src/bot alone: nobody else imports its client at run time', () => {
    const connecting = imports.filter((one) => isClient(one) && !one.typeOnly);
    expect(connecting.length).toBeGreaterThan(0);
    expect(connecting.filter(({ file }) => !isIn(file, 'src/bot')).map(said)).toEqual([]);
  });

  it('is unknown to the rooms that are pure, to the stores and to the sandbox', () => {
    const without = ['catalog', 'questions', 'recommend', 'replies', 'stores', 'i18n', 'sandbox'];
    const wrong = imports.filter(
      ({ file, from }) =>
        without.some((room) => isIn(file, `src/${room}`)) &&
        /^(discord\.js|@discordjs\/(ws|rest))/.test(from),
    );
    expect(wrong.map(said)).toEqual([]);
  });
});

it("the sandbox's page imports nothing from outside at run time but what is served to it", () => {
  const page = 'src/sandbox/page';
  const wrong = imports.filter(
    ({ file, from, typeOnly }) =>
      isIn(file, page) && from.startsWith('src/') && !isIn(from, page) && !typeOnly,
  );
  expect(wrong.map(said)).toEqual([]);
});
