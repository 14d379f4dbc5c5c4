import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { interactionLines, linesOf } from '../support/log-lines.ts';
import { control, idOf, textOf } from '../support/parts.ts';
import { boom, crafted, craftedForm, DEFECT, lateBoom, slow, typist } from './commands.ts';

const CALLBACK = { method: 'POST', path: /\/callback$/ } as const;

const slowPublic = slow('public');
const slowPrivate = slow('private');
const craft = crafted();
const form = craftedForm();
let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({
    extraCommands: [
      boom,
      lateBoom,
      typist,
      craft.command,
      form.command,
      slowPublic.command,
      slowPrivate.command,
    ],
  });
  bot.sandbox.installCommands([
    ...bot.registry.commands.map(({ data }) => data),
    { name: 'forgotten', description: 'Deployed once, and gone from the code' },
    { name: 'Forgotten too', type: 3 },
    {
      name: 'forgotten-typist',
      description: 'Had suggestions once',
      options: [{ type: 3, name: 'text', description: 'Anything', autocomplete: true }],
    },
  ]);
});
afterAll(() => bot.close());
afterEach(() => bot.sandbox.faults.clear());

const alive = async () =>
  expect(textOf(await bot.as('theo').runLine('/soundtrack Drive'))).toContain('Drive (2011)');

describe('a command that is not ours', () => {
  it('is answered in private, and with what to do', async () => {
    const theo = bot.as('theo');
    const answer = await theo.run('forgotten');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain('npm run register');
    const drive = await theo.runLine('/soundtrack Drive');
    const onMessage = await theo.useMessageCommand('Forgotten too', idOf(drive));
    expect(textOf(onMessage)).toContain('npm run register');
    expect(await theo.autocomplete('forgotten-typist', {}, 'text', 'a')).toEqual([]);
  });
});

describe('a defect of ours', () => {
  it('shows a reference in private, under which the whole error is logged', async () => {
    let answer: Awaited<ReturnType<ReturnType<TestBot['as']>['run']>> | undefined;
    const [line] = await linesOf(bot, async () => {
      answer = await bot.as('theo').run('boom');
    });
    const text = textOf(answer);
    const [, reference] = /`([0-9a-f]{8})`/.exec(text) ?? [];
    expect(reference).toBeDefined();
    expect(answer?.ephemeral).toBe(true);
    expect(text).not.toContain(DEFECT);
    expect(line).toMatchObject({
      level: 50,
      command: 'boom',
      outcome: 'failed',
      reference,
      err: { message: DEFECT, stack: expect.stringContaining('commands.ts') },
    });
    await alive();
  });

  it('edits the deferred reply when it comes after deferring', async () => {
    const answer = await bot.as('theo').run('late-boom');
    expect(answer).toMatchObject({ deferred: true, ephemeral: true, followUps: [] });
    expect(textOf(answer)).toMatch(/`[0-9a-f]{8}`/);
    await alive();
  });

  it('does not keep autocomplete from answering', async () => {
    const [line] = await linesOf(bot, async () => {
      expect(await bot.as('theo').autocomplete('typist', {}, 'text', 'a')).toEqual([]);
    });
    expect(line).toMatchObject({
      command: 'typist (autocomplete)',
      outcome: 'failed',
      err: { message: DEFECT },
    });
  });
});

describe('a slow command', () => {
  it.each([
    ['public', slowPublic, false],
    ['private', slowPrivate, true],
  ] as const)('defers in %s and answers in its time', async (name, { finish }, ephemeral) => {
    const theo = bot.as('theo');
    const running = theo.run(`slow-${name}`);
    await bot.as('juno').runLine('/soundtrack Drive');
    finish();
    const answer = await running;
    expect(answer).toMatchObject({ deferred: true, ephemeral });
    expect(textOf(answer)).toContain('here at last');
  });
});

describe('delivery', () => {
  it('takes an interaction that is out of time for late, and tries nothing more', async () => {
    bot.sandbox.faults.expireInteractions();
    const requests: string[] = [];
    const stop = bot.sandbox.observe(({ path }) => requests.push(path));
    const [line] = await linesOf(bot, async () => {
      await expect(bot.as('theo').runLine('/soundtrack Drive')).rejects.toMatchObject({
        reason: 'no_answer',
      });
    });
    stop();
    expect(line).toMatchObject({ level: 30, command: 'soundtrack', outcome: 'late' });
    expect(line).not.toHaveProperty('err');
    expect(requests).toHaveLength(1);
    await alive();
  });

  it('takes autocomplete that is out of time for late too', async () => {
    bot.sandbox.faults.expireInteractions();
    const [line] = await linesOf(bot, async () => {
      const typed = bot.as('theo').autocomplete('soundtrack', {}, 'title', 'dr');
      await expect(typed).rejects.toMatchObject({ reason: 'no_answer' });
    });
    expect(line).toMatchObject({ level: 30, outcome: 'late' });
  });

  it('answers once what is delivered twice', async () => {
    bot.sandbox.faults.duplicateInteractions();
    const requests: string[] = [];
    const stop = bot.sandbox.observe(({ path }) => requests.push(path));
    const lines = await linesOf(bot, () => bot.as('theo').runLine('/soundtrack Drive'), 2);
    stop();
    expect(lines.map(({ outcome }) => outcome).toSorted()).toEqual(['duplicate', 'ok']);
    expect(requests).toHaveLength(1);
  });

  it('saves once what is delivered twice', async () => {
    bot.sandbox.faults.duplicateInteractions();
    const juno = bot.as('juno', 'dm');
    await linesOf(bot, () => juno.runLine('/favorites add drive-2011/nightcall'), 2);
    const saved = await bot.stores.favourites.list(`dm-${juno.user.id}`);
    expect(saved).toHaveLength(1);
    expect(saved[0]?.savedBy).toHaveLength(1);
  });
});

describe('custom ids', () => {
  const press = async (id: string) => {
    craft.use([id]);
    const juno = bot.as('juno');
    const message = await juno.run('craft');
    return juno.click(idOf(message), id);
  };

  it.each([
    'nonsense',
    'nonsense.tracks.drive-2011.0',
    'craft.anything',
    'help.anything',
    'soundtrack',
    'soundtrack.',
    'soundtrack.tracks',
    'soundtrack.tracks.no-such-title.0',
    'soundtrack.nothing-of-ours.drive-2011',
    'favorites.save.no-such/track',
    'favorites.save',
    'favorites.page.list.99999999999999999999',
    'settings.reset.everything',
    'recommend.more',
    '__proto__.constructor.x',
    'Delete reply.x',
    'soundtrack.tracks.drive-2011.0\u0000',
  ])('answers the unknown or forged id %j in private', async (id) => {
    const [line] = await linesOf(bot, async () => {
      const answer = await press(id);
      expect(answer.message).toBeDefined();
    });
    expect(['ok', 'user-error']).toContain(line?.outcome);
  });

  it.each(['nonsense', 'nonsense.x', 'soundtrack.view.drive-2011', 'craft-form.x', '__proto__.x'])(
    'answers the form of the unknown id %j in private',
    async (id) => {
      form.use(id);
      const theo = bot.as('theo');
      const opened = await theo.run('craft-form');
      const [line] = await linesOf(bot, async () => {
        const answer = await theo.submit(opened, { words: 'anything at all' });
        expect(answer.ephemeral).toBe(true);
        expect(textOf(answer)).toContain('older version of me');
      });
      expect(line?.outcome).toBe('user-error');
    },
  );

  it('answers whatever a custom id says, without a defect', async () => {
    const heads = bot.registry.commands.map(({ data }) => data.name);
    const word = fc.oneof(
      fc.constantFrom(
        'tracks',
        'overview',
        'scenes',
        'similar',
        'listen',
        'save',
        'save-one',
        'page',
        'list',
        'top',
        'edit',
        'drive-2011',
        'drive-2011/nightcall',
        'cliff-martinez',
        'constructor',
        '-1',
        '1e9',
      ),
      fc.stringMatching(/^[A-Za-z0-9/_-]{0,12}$/),
      fc.string({ maxLength: 12 }),
    );
    const ids = fc
      .tuple(fc.oneof(fc.constantFrom(...heads), word), fc.array(word, { maxLength: 5 }))
      .map(([head, rest]) => [head, ...rest].join('.').slice(0, 100))
      .filter((id) => id !== '');
    await fc.assert(
      fc.asyncProperty(ids, async (id) => {
        const [line] = await linesOf(bot, () => press(id));
        expect(line?.outcome, JSON.stringify(line)).not.toBe('failed');
      }),
      { numRuns: 150 },
    );
    await alive();
  });

  it('never changes a message for somebody else by their pressing its buttons', async () => {
    const card = await bot.as('theo').runLine('/soundtrack Drive');
    const answer = await bot.as('juno').click(idOf(card), control(card, 'Tracks').customId);
    expect(answer).toMatchObject({ updated: false, ephemeral: true });
    const kept = bot
      .as('theo')
      .messages()
      .find(({ id }) => id === idOf(card));
    expect(textOf(kept)).toBe(textOf(card));
  });
});

describe('permissions', () => {
  it('answers where the bot may not write: an answer needs no permission', async () => {
    const answer = await bot.as('theo', 'announcements').runLine('/soundtrack Drive');
    expect(textOf(answer)).toContain('Drive (2011)');
  });

  it('says which permission to give when Discord refuses for want of one', async () => {
    const mara = bot.as('mara', 'backstage');
    const card = await mara.runLine('/soundtrack Drive');
    const [line] = await linesOf(bot, async () => {
      const answer = await mara.useMessageCommand('Delete reply', idOf(card));
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer)).toContain('lack a permission in this channel');
    });
    expect(line).toMatchObject({ command: 'Delete reply', outcome: 'forbidden' });
  });
});

describe("Discord's own faults", () => {
  it('waits as a 429 says, and answers', async () => {
    bot.sandbox.faults.rateLimit({ retryAfterMs: 200 }, CALLBACK);
    const [line] = await linesOf(bot, alive);
    expect(line).toMatchObject({ outcome: 'ok' });
  });

  it.each([500, 502, 503])('tries again after a %d', async (status) => {
    bot.sandbox.faults.failRequests(status, CALLBACK);
    const [line] = await linesOf(bot, alive);
    expect(line).toMatchObject({ outcome: 'ok' });
  });

  it('answers once when the receipt of the answer is lost', async () => {
    bot.sandbox.faults.loseResponses(CALLBACK);
    const before = bot.as('theo').messages().length;
    await linesOf(bot, alive);
    expect(bot.as('theo').messages()).toHaveLength(before + 1);
  });

  it('survives when neither the answer nor the error can be told', async () => {
    bot.sandbox.faults.failRequests(500, { ...CALLBACK, count: Number.POSITIVE_INFINITY });
    const before = bot.log.length;
    await linesOf(bot, async () => {
      await expect(bot.as('theo').run('boom')).rejects.toMatchObject({ reason: 'no_answer' });
    });
    const untold = bot.log.slice(before).find(({ msg }) => String(msg).includes('not be told'));
    const [line] = interactionLines(bot.log.slice(before));
    expect(untold).toMatchObject({ level: 40, reference: line?.reference });
    bot.sandbox.faults.clear();
    await alive();
  });
});

describe('the log', () => {
  it('has one line an interaction, with what was used, where, how long and how it ended', async () => {
    const theo = bot.as('theo');
    const act = async () => {
      const card = await theo.runLine('/soundtrack Drive');
      await theo.click(idOf(card), control(card, 'Tracks').customId);
      await theo.autocomplete('soundtrack', {}, 'title', 'dr');
      await theo.runLine('/favorites list');
      await bot.as('theo', 'dm').run('help');
    };
    const lines = await linesOf(bot, act, 5);
    expect(lines.map(({ command }) => command)).toEqual([
      'soundtrack',
      'soundtrack.view',
      'soundtrack (autocomplete)',
      'favorites list',
      'help',
    ]);
    for (const line of lines.slice(0, -1)) expect(line.guild).toBe(theo.guildId);
    expect(lines.at(-1)?.guild).toBeNull();
    for (const { ms, outcome } of lines) {
      expect(ms).toBeTypeOf('number');
      expect(outcome).toBe('ok');
    }
  });

  it('holds nothing that members typed, no names and no tokens', async () => {
    const theo = bot.as('theo');
    const typed = 'Xyzzyplugh';
    await theo.run('soundtrack', { title: typed });
    await theo.run('song', { title: typed });
    await theo.run('recommend', { mood: typed });
    await theo.run('favorites', { song: typed }, { subcommand: 'remove' });
    await linesOf(bot, () => theo.autocomplete('artist', {}, 'name', typed));
    const log = JSON.stringify(bot.log);
    expect(interactionLines(bot.log).length).toBeGreaterThan(5);
    for (const secret of [typed, 'theo', 'Theo', 'Juno', bot.sandbox.token])
      expect(log).not.toContain(secret);
    expect(log).not.toMatch(/\/(interactions|webhooks)\/\d+\/[\w-]{20,}/);
  });
});
