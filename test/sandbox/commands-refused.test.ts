import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { CHANNELS, GUILDS, USERS } from '../../src/sandbox/world/seed.ts';
import { faultCodes } from '../support/fault-codes.ts';
import { request } from '../support/raw-discord.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 10_000 });
});
afterAll(() => sandbox.close());

const route = (guildId?: string) =>
  `/applications/${sandbox.applicationId}${guildId ? `/guilds/${guildId}` : ''}/commands`;
const put = (body: unknown, guildId?: string) => request(sandbox, 'PUT', route(guildId), body);

const chat = (more: object = {}) => ({ name: 'x', description: 'x', ...more });
const text = (more: object = {}) => ({ type: 3, name: 'a', description: 'a', ...more });
const withOptions = (...options: object[]) => chat({ options });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

/** 1 + 1 for the command, 20 × (10 + 90 + 2 × 150) - 2 for its options. */
function exactly8000(more = 0) {
  const names = (length: number) => (index: number) => `${index}`.padEnd(length, 'x');
  const options = many(20, (i) => ({
    type: 3,
    name: names(10)(i),
    description: 'd'.repeat(i === 0 ? 88 + more : 90),
    choices: many(2, (j) => ({ name: names(100)(j), value: names(50)(j) })),
  }));
  return chat({ options });
}

describe('commands that Discord refuses', () => {
  it.each<[string, unknown, string, string]>([
    ['no name', { description: 'x' }, '0.name', 'BASE_TYPE_REQUIRED'],
    ['upper case', chat({ name: 'Drive' }), '0.name', 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a space', chat({ name: 'a b' }), '0.name', 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a long name', chat({ name: 'x'.repeat(33) }), '0.name', 'BASE_TYPE_BAD_LENGTH'],
    ['no description', { name: 'x' }, '0.description', 'BASE_TYPE_REQUIRED'],
    ['an empty description', chat({ description: '' }), '0.description', 'BASE_TYPE_BAD_LENGTH'],
    [
      'a long description',
      chat({ description: 'x'.repeat(101) }),
      '0.description',
      'BASE_TYPE_BAD_LENGTH',
    ],
    ['a type there isn’t', chat({ type: 9 }), '0.type', 'BASE_TYPE_CHOICES'],
    [
      'a menu with a description',
      { type: 3, name: 'X y', description: 'x' },
      '0.description',
      'APPLICATION_COMMAND_CONTEXT_MENU_FIELD_INVALID',
    ],
    [
      'a locale there isn’t',
      chat({ name_localizations: { xx: 'x' } }),
      '0.name_localizations.xx',
      'ENUM_TYPE_COERCE',
    ],
    [
      'a bad translation',
      chat({ name_localizations: { de: 'Ein Film' } }),
      '0.name_localizations.de',
      'APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'permissions that aren’t bits',
      chat({ default_member_permissions: 'admin' }),
      '0.default_member_permissions',
      'NUMBER_TYPE_COERCE',
    ],
    ['a context there isn’t', chat({ contexts: [3] }), '0.contexts.0', 'BASE_TYPE_CHOICES'],
    ['a context twice', chat({ contexts: [0, 0] }), '0.contexts', 'SET_TYPE_CONTAINS_DUPLICATES'],
    ['no contexts', chat({ contexts: [] }), '0.contexts', 'BASE_TYPE_BAD_LENGTH'],
    [
      '26 options',
      withOptions(...many(26, (i) => text({ name: `o${i}` }))),
      '0.options',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an option type there isn’t',
      withOptions({ ...text(), type: 12 }),
      '0.options.0.type',
      'UNION_TYPE_CHOICES',
    ],
    [
      'an option without description',
      withOptions({ type: 3, name: 'a' }),
      '0.options.0.description',
      'BASE_TYPE_REQUIRED',
    ],
    [
      'required after optional',
      withOptions(text(), text({ name: 'b', required: true })),
      '0.options.1',
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'two options of a name',
      withOptions(text(), text()),
      '0.options.1.name',
      'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'subcommands beside values',
      withOptions({ type: 1, name: 's', description: 's' }, text()),
      '0.options',
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'a group in a subcommand',
      withOptions({
        type: 1,
        name: 's',
        description: 's',
        options: [{ type: 2, name: 'g', description: 'g' }],
      }),
      '0.options.0.options.0.type',
      'UNION_TYPE_CHOICES',
    ],
    [
      'a value in a group',
      withOptions({ type: 2, name: 'g', description: 'g', options: [text()] }),
      '0.options.0.options.0.type',
      'UNION_TYPE_CHOICES',
    ],
    [
      '26 choices',
      withOptions(text({ choices: many(26, (i) => ({ name: `c${i}`, value: `${i}` })) })),
      '0.options.0.choices',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'choices with autocomplete',
      withOptions(text({ autocomplete: true, choices: [{ name: 'c', value: 'c' }] })),
      '0.options.0.choices',
      'APPLICATION_COMMAND_AUTOCOMPLETE_OPTION_HAS_CHOICES',
    ],
    [
      'a long choice',
      withOptions(text({ choices: [{ name: 'c', value: 'x'.repeat(101) }] })),
      '0.options.0.choices.0.value',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a text for a number',
      withOptions({ ...text({ choices: [{ name: 'c', value: 'x' }] }), type: 4 }),
      '0.options.0.choices.0.value',
      'NUMBER_TYPE_COERCE',
    ],
    [
      'two choices of a name',
      withOptions(
        text({
          choices: [
            { name: 'c', value: '1' },
            { name: 'c', value: '2' },
          ],
        }),
      ),
      '0.options.0.choices',
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
    ],
    [
      'more than 8000 characters',
      withOptions(
        ...many(25, (i) =>
          text({
            name: `o${i}`,
            choices: many(25, (j) => ({ name: `${j}`.padEnd(12, 'x'), value: `${j}` })),
          }),
        ),
      ),
      '0',
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
    ['8001 characters', exactly8000(1), '0', 'APPLICATION_COMMAND_TOO_LARGE'],
    [
      'too long in one language',
      withOptions(
        ...many(25, (i) =>
          text({
            name: `o${i}`,
            choices: many(25, (j) => ({
              name: `${j}`,
              value: `${j}`,
              name_localizations: { de: `${j}`.padEnd(12, 'x') },
            })),
          }),
        ),
      ),
      '0',
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
  ])('%s', async (_, command, path, code) => {
    const { status, body } = await put([command]);
    expect([status, body.code, body.message]).toEqual([400, 50035, 'Invalid Form Body']);
    expect(faultCodes(body.errors)).toMatchObject({ [path]: code });
  });

  it('names every fault of every command at once', async () => {
    const { body } = await put([chat(), chat({ name: 'A', description: '' }), chat()]);
    expect(faultCodes(body.errors)).toEqual({
      '1.name': 'APPLICATION_COMMAND_INVALID_NAME',
      '1.description': 'BASE_TYPE_BAD_LENGTH',
      '2.name': 'APPLICATION_COMMANDS_DUPLICATE_NAME',
    });
  });

  it('a list that is none, and too many', async () => {
    expect((await put({ name: 'x' })).body).toMatchObject({ code: 50035 });
    const menus = many(16, (i) => ({ type: 3, name: `m${i}` }));
    expect((await put(menus)).body).toMatchObject({ code: 30032 });
  });

  it('leaves what was there', async () => {
    await put([chat({ name: 'kept' })]);
    await put([chat({ name: 'BAD' })]);
    const { body } = await request(sandbox, 'GET', route());
    expect(body).toMatchObject([{ name: 'kept' }]);
  });
});

describe('commands that Discord takes', () => {
  it.each<[string, object]>([
    ['the least', chat()],
    ['32 characters of any script', chat({ name: 'ボ'.repeat(32) })],
    ['an apostrophe', chat({ name: "rock'n'roll" })],
    ['a menu with spaces', { type: 3, name: 'Identify soundtrack' }],
    ['permissions', chat({ default_member_permissions: '32' })],
    ['a member-less one', chat({ default_member_permissions: '0' })],
    [
      'all kinds of options',
      withOptions(...many(9, (i) => ({ type: i + 3, name: `o${i}`, description: 'o' }))),
    ],
    [
      'subcommands and groups',
      withOptions(
        { type: 1, name: 's', description: 's' },
        {
          type: 2,
          name: 'g',
          description: 'g',
          options: [
            {
              type: 1,
              name: 's',
              description: 's',
              options: [text({ required: true }), text({ name: 'b' })],
            },
          ],
        },
      ),
    ],
    ['exactly 8000 characters', exactly8000()],
  ])('%s', async (_, command) => {
    const { status, body } = await put([command]);
    expect(body).toMatchObject([command]);
    expect(status).toBe(200);
  });

  it('keeps ids of those that stay', async () => {
    const first = await put([chat({ name: 'stays' }), chat({ name: 'goes' })]);
    const second = await put([
      chat({ name: 'comes' }),
      chat({ name: 'stays', description: 'new' }),
    ]);
    const id = (answer: typeof first, name: string) =>
      Object.values(answer.body)
        .map(Object)
        .find((one) => one.name === name)?.id;
    expect(id(second, 'stays')).toBe(id(first, 'stays'));
    expect(id(second, 'comes')).not.toBe(id(first, 'goes'));
  });

  it('shows translations only when asked', async () => {
    const localized = chat({ name_localizations: { de: 'wort' } });
    await put([localized]);
    const bare = await request(sandbox, 'GET', route());
    expect(Object(bare.body[0])).not.toHaveProperty('name_localizations');
    const full = await request(sandbox, 'GET', `${route()}?with_localizations=true`);
    expect(full.body).toMatchObject([localized]);
  });

  it('one at a time: create, replace, read, change, delete', async () => {
    await put([]);
    const created = await request(sandbox, 'POST', route(), chat({ name: 'one' }));
    expect(created.status).toBe(201);
    const again = await request(
      sandbox,
      'POST',
      route(),
      chat({ name: 'one', description: 'two' }),
    );
    expect([again.status, again.body.id]).toEqual([200, created.body.id]);
    const own = `${route()}/${created.body.id}`;
    expect((await request(sandbox, 'GET', own)).body).toMatchObject({ description: 'two' });
    const changed = await request(sandbox, 'PATCH', own, { description: 'three' });
    expect(changed.body).toMatchObject({ name: 'one', description: 'three' });
    expect((await request(sandbox, 'PATCH', own, { name: 'A' })).body).toMatchObject({
      code: 50035,
    });
    expect((await request(sandbox, 'DELETE', own)).status).toBe(204);
    expect((await request(sandbox, 'GET', own)).body).toMatchObject({ code: 10063 });
  });

  it('of one’s own application and guilds alone', async () => {
    const foreign = await request(sandbox, 'PUT', '/applications/1/commands', []);
    expect(foreign.body).toMatchObject({ code: 20012 });
    expect((await put([chat()], '123')).body).toMatchObject({ code: 50001 });
  });

  it('counts 200 creations a day for each guild', async () => {
    for (let round = 0; round < 4; round += 1) {
      const names = many(50, (i) => chat({ name: `n${round}x${i}` }));
      expect((await put(names, GUILDS.scoreScholars)).status).toBe(200);
    }
    const one = await put([chat({ name: 'more' })], GUILDS.scoreScholars);
    expect(one.body).toMatchObject({ code: 30034 });
  });
});

describe('who sees a command where', () => {
  const names = (user: string, channel?: string) =>
    sandbox
      .actor(user, channel)
      .commands()
      .map(({ name }) => name);

  it('follows contexts, permissions and guilds', async () => {
    sandbox.installCommands([
      chat({ name: 'everywhere' }),
      chat({ name: 'guilds', contexts: [0] }),
      chat({ name: 'direct', contexts: [1] }),
      chat({ name: 'managers', default_member_permissions: '32' }),
      chat({ name: 'admins', default_member_permissions: '0' }),
      chat({ name: 'personal', integration_types: [1] }),
    ]);
    sandbox.installCommands([chat({ name: 'club' })], GUILDS.neonNights);
    expect(names(USERS.juno, CHANNELS.lobby)).toEqual(['club', 'everywhere', 'guilds']);
    expect(names(USERS.mara, CHANNELS.lobby)).toEqual([
      'club',
      'everywhere',
      'guilds',
      'managers',
      'admins',
    ]);
    expect(names(USERS.juno, CHANNELS.readingRoom)).not.toContain('club');
    expect(names(USERS.juno)).toEqual(['everywhere', 'direct', 'managers', 'admins']);
  });
});
