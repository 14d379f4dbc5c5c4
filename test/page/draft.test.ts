import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { checkAll } from '../../src/sandbox/page/composer/answer.ts';
import {
  commandPaths,
  matchingPaths,
  readCommand,
} from '../../src/sandbox/page/composer/command-path.ts';
import { namedAtEnd, startDraft, withAnswer } from '../../src/sandbox/page/composer/draft.ts';
import type { PageState } from '../../src/sandbox/page-types.ts';
import { showcaseCommands } from '../support/showcase-commands.ts';

const commands = showcaseCommands.map((command) => ({ type: 1, ...command }));
const paths = commandPaths(commands as unknown as APIApplicationCommand[]);
const names = (typed: string) => matchingPaths(paths, typed).map(({ name }) => name);
const user = (id: string, displayName: string) => ({
  id,
  displayName,
  username: displayName,
  bot: false,
});
const state = {
  users: [user('1', 'Mara'), user('2', 'Theo')],
  guilds: [{ id: '9', roles: [], channels: [{ id: '5', name: 'lobby' }] }],
  here: { channelId: '5', guildId: '9' },
} as unknown as PageState;

/** What a typed line would send. */
function read(line: string) {
  const command = readCommand(paths, line);
  if (command === undefined) return undefined;
  const checked = checkAll(startDraft(command.path, command.rest), state);
  return 'values' in checked ? { ...command.path.where, ...checked.values } : checked.problem;
}

describe('finding a command', () => {
  it('puts beginnings first, then words, then parts; message commands have no slash', () => {
    expect(names('')).toHaveLength(paths.length);
    expect(names('s')).toEqual([
      'soundtrack',
      'showcase',
      'slow',
      'silent',
      'favorites add',
      'favorites list',
      'whisper',
    ]);
    expect(names('LIST')).toEqual(['favorites list']);
    expect(names('favorites ')).toEqual(['favorites add', 'favorites list']);
    expect(names('identify')).toEqual([]);
  });

  it('takes the longest name that a space follows', () => {
    expect(readCommand(paths, '/favorites add Nightcall')?.rest).toBe('Nightcall');
    expect(readCommand(paths, '/favorites')).toBeUndefined();
    expect(readCommand(paths, '/soundtracks Drive')).toBeUndefined();
  });
});

describe('a typed line', () => {
  it.each([
    ['/soundtrack Drive', { command: 'soundtrack', title: 'Drive' }],
    ['/soundtrack title:Drive', { command: 'soundtrack', title: 'Drive' }],
    ['/soundtrack Dune: Part Two', { command: 'soundtrack', title: 'Dune: Part Two' }],
    [
      '/soundtrack Drive view: Tracks private:true',
      { command: 'soundtrack', title: 'Drive', view: 'tracks', private: true },
    ],
    [
      '/soundtrack VIEW:scenes title:Drive',
      { command: 'soundtrack', title: 'Drive', view: 'scenes' },
    ],
    [
      '/favorites add A Real Hero',
      { command: 'favorites', subcommand: 'add', song: 'A Real Hero' },
    ],
    ['/recommend count:3', { command: 'recommend', count: 3 }],
    ['/recommend nocturnal', { command: 'recommend', mood: 'nocturnal' }],
    ['/pick theo channel:lobby', { command: 'pick', member: '2', channel: '5' }],
    ['/soundtrack ', '“title” needs a value.'],
    ['/soundtrack Drive view:music', '“music” isn’t one of the choices for “view”.'],
    ['/recommend count:1.5', '“count” must be a whole number from 1 to 10.'],
    ['/recommend count:many', '“count” must be a whole number from 1 to 10.'],
    ['/pick nobody', '“nobody” isn’t one of the choices for “member”.'],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });
});

describe('naming an option while typing', () => {
  it('recognises a name not asked for yet, at the end, after a space', () => {
    const [path] = paths;
    if (path === undefined) throw new Error('The showcase has no commands.');
    const draft = startDraft(path);
    expect(namedAtEnd(draft, 'Drive view:')).toMatchObject({
      option: { name: 'view' },
      before: 'Drive',
    });
    expect(namedAtEnd(draft, 'Driveview:')).toBeUndefined();
    expect(namedAtEnd(draft, 'Drive view: ')).toBeUndefined();
    expect(namedAtEnd(draft, 'Drive title:')).toBeUndefined();
    expect(namedAtEnd(draft, 'Dune:')).toBeUndefined();
  });

  it('prefers what was picked to what is shown', () => {
    const [path] = paths;
    if (path === undefined) throw new Error('The showcase has no commands.');
    const draft = withAnswer(startDraft(path), 'title', 'Drive (2011)', 'drive-2011');
    expect(checkAll(draft, state)).toEqual({ values: { title: 'drive-2011' } });
  });
});
