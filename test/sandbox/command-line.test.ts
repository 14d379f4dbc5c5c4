import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandLineError, parseLine, quoteValue } from '../../src/sandbox/command-line.ts';

const command = (
  name: string,
  options: readonly APIApplicationCommandOption[] = [],
): APIApplicationCommand =>
  ({ id: '1', type: 1, name, description: name, options }) as unknown as APIApplicationCommand;

const option = (name: string, type: Option, more: object = {}): APIApplicationCommandOption =>
  ({ name, type, description: name, ...more }) as unknown as APIApplicationCommandOption;

const VIEWS = [
  { name: 'Tracks', value: 'tracks' },
  { name: 'Full score', value: 'score' },
];

const COMMANDS = [
  command('soundtrack', [
    option('title', Option.String, { required: true }),
    option('view', Option.String, { choices: VIEWS }),
    option('private', Option.Boolean),
  ]),
  command('recommend', [
    option('count', Option.Integer),
    option('weight', Option.Number),
    option('user', Option.User),
    option('picture', Option.Attachment),
  ]),
  command('favorites', [
    option('list', Option.Subcommand),
    option('add', Option.Subcommand, { options: [option('song', Option.String)] }),
    option('admin', Option.SubcommandGroup, {
      options: [option('set', Option.Subcommand, { options: [option('limit', Option.Integer)] })],
    }),
  ]),
  command('about'),
];

const parse = (line: string) => {
  const { command: found, where, options } = parseLine(line, COMMANDS);
  return { name: found.name, ...where, options };
};

describe('a line that can be sent', () => {
  it.each<[string, object]>([
    ['/about', { name: 'about', options: {} }],
    ['  /ABOUT  ', { name: 'about', options: {} }],
    ['/soundtrack Drive', { options: { title: 'Drive' } }],
    ['/soundtrack Drive view:tracks', { options: { title: 'Drive', view: 'tracks' } }],
    ['/soundtrack view:tracks title:Drive', { options: { title: 'Drive', view: 'tracks' } }],
    [
      '/soundtrack The Dark Knight  view: tracks',
      { options: { title: 'The Dark Knight', view: 'tracks' } },
    ],
    ['/soundtrack "Drive view:tracks"', { options: { title: 'Drive view:tracks' } }],
    ['/soundtrack title:"a \\"b\\" \\\\"', { options: { title: 'a "b" \\' } }],
    [
      '/soundtrack Drive VIEW:Full score private:yes',
      { options: { title: 'Drive', view: 'score', private: true } },
    ],
    ['/soundtrack 2001: A Space Odyssey', { options: { title: '2001: A Space Odyssey' } }],
    ['/soundtrack Mission: Impossible', { options: { title: 'Mission: Impossible' } }],
    ['/soundtrack https://example.org', { options: { title: 'https://example.org' } }],
    ['/soundtrack Re:Zero', { options: { title: 'Re:Zero' } }],
    ['/soundtrack overview:', { options: { title: 'overview:' } }],
    ['/soundtrack say "hello" twice', { options: { title: 'say "hello" twice' } }],
    ['/recommend 3', { options: { count: 3 } }],
    [
      '/recommend weight:0.5 user:<@12> count:-2',
      { options: { weight: 0.5, user: '<@12>', count: -2 } },
    ],
    ['/favorites list', { subcommand: 'list', options: {} }],
    ['/favorites Add Nightcall', { subcommand: 'add', options: { song: 'Nightcall' } }],
    ['/favorites admin set limit:5', { group: 'admin', subcommand: 'set', options: { limit: 5 } }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });
});

describe('a line that cannot', () => {
  it.each<[string, string]>([
    ['', 'A command begins with "/", such as /soundtrack Drive.'],
    ['hello', 'A command begins with "/", such as /soundtrack Drive.'],
    [
      '/sondtrack',
      'There is no command /sondtrack here; there are: /soundtrack, /recommend, /favorites, /about.',
    ],
    ['/about x', '/about takes no options: leave out "x".'],
    ['/favorites', '/favorites needs one of these words after it: list, add, admin.'],
    ['/favorites admin x', '/favorites admin needs one of these words after it: set.'],
    [
      '/soundtrack Drive veiw:tracks',
      'There is no option "veiw": the options of /soundtrack are title, view, private; put a value with a colon in quotes.',
    ],
    ['/soundtrack Drive view:', '"view" has no value: write view:something.'],
    ['/soundtrack Drive view:""', '"view" has no value: write view:something.'],
    [
      '/soundtrack Drive view:posters',
      '"view" must be one of: Tracks, Full score; "posters" is not.',
    ],
    ['/soundtrack Drive title:Dune', '"title" is given twice: keep one.'],
    [
      '/soundtrack "Drive" tracks',
      '"tracks" belongs to no option: the options of /soundtrack are title, view, private.',
    ],
    ['/soundtrack Drive private:maybe', '"private" must be true or false; "maybe" is not.'],
    ['/recommend 3.5', '"count" must be a whole number; "3.5" is not.'],
    ['/recommend weight:heavy', '"weight" must be a number; "heavy" is not.'],
    ['/recommend picture:x', '"picture" takes a file, which a line cannot hold.'],
  ])('%s', (line, message) => {
    expect(() => parse(line)).toThrow(new CommandLineError(message));
  });
});

describe('any line', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.length > 0);

  it('gives back what was quoted', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('tracks', 'score'), fc.boolean(), (title, view, hidden) => {
        const line = `/soundtrack view:${view} title:${quoteValue(title)} private:${hidden}`;
        expect(parse(line).options).toEqual({ title, view, private: hidden });
      }),
    );
  });

  it('takes plain words as the first option, whatever they are', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}'.,!?&-]+$/u), { minLength: 1 });
    fc.assert(
      fc.property(words, (list) => {
        const title = list.join(' ');
        expect(parse(`/soundtrack ${title} view:tracks`).options).toEqual({
          title,
          view: 'tracks',
        });
      }),
    );
  });

  it('is read, or refused in one sentence', () => {
    const line = fc.string({ unit: 'binary' }).map((rest) => `/soundtrack ${rest}`);
    fc.assert(
      fc.property(line, (typed) => {
        try {
          const { options } = parse(typed);
          for (const value of Object.values(options)) expect(value).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(CommandLineError);
          expect(String(error)).toMatch(/\.$/);
        }
      }),
    );
  });
});
