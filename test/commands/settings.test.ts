import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS, GUILDS } from '../../src/sandbox/world/seed.ts';
import { DEFAULT_SETTINGS, MAX_CHANNELS, MUSIC_SERVICES } from '../../src/stores/settings.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { englishWorld } from '../support/english.ts';
import { forger } from '../support/forger.ts';
import { control, controlsOf, idOf, linksOf, textOf } from '../support/parts.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({
    extraCommands: [forger],
    sandbox: { world: englishWorld },
  });
});
afterEach(() => bot.close());

type Options = Readonly<Record<string, string | number>>;
const set = (options: Options) => bot.as('mara').run('settings', options, { subcommand: 'set' });
const reset = (options: Options = {}) =>
  bot.as('mara').run('settings', options, { subcommand: 'reset' });
const stored = () => bot.stores.settings.get(GUILDS.neonNights);

/** The bold names of a list of recommendations, in order. */
const tracksOf = (answer: Parameters<typeof textOf>[0]) =>
  textOf(answer).match(/\*\*\d+\. /g) ?? [];

describe('who may', () => {
  it('shows /settings to members who may Manage Server, in servers only', async () => {
    const names = (actor: ReturnType<TestBot['as']>) => actor.commands().map(({ name }) => name);
    expect(names(bot.as('mara'))).toContain('settings');
    expect(names(bot.as('theo'))).not.toContain('settings');
    expect(names(bot.as('mara', 'dm'))).not.toContain('settings');
    expect(names(bot.as('theo', 'dm'))).toContain('privacy');
    await expect(bot.as('theo').run('settings', {}, { subcommand: 'view' })).rejects.toThrow();
  });

  it.each(['settings.services', 'settings.channels'])('refuses %s to others', async (id) => {
    const channels = id.endsWith('channels');
    const forged = await bot
      .as('mara')
      .run('forge', { id, ...(channels ? { channels: true } : { values: 'tidal' }) });
    const answer = await bot
      .as('theo')
      .select(idOf(forged), id, channels ? [CHANNELS.lobby] : ['tidal']);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toBe('You need the permission Manage Server for this.');
    expect(await stored()).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['settings.explode', 'tidal'],
    ['settings.services', 'winamp'],
    ['settings.channels', 'tidal'],
  ])('takes nothing forged: %s %s', async (id, value) => {
    const mara = bot.as('mara');
    const forged = await mara.run('forge', { id, values: value });
    const answer = await mara.select(idOf(forged), id, [value]);
    expect(textOf(answer)).toContain('This button is from an older version of me');
    expect(await stored()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('/settings view', () => {
  it('shows every default, to the asker alone', async () => {
    const answer = await bot.as('mara').run('settings', {}, { subcommand: 'view' });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain('Settings of this server');
    expect(textOf(answer).match(/\*\(default\)\*/g)).toHaveLength(10);
    expect(textOf(answer)).toContain('**Music services**: Spotify, Apple Music, YouTube');
    expect(control(answer, 'Music services to show…').values).toEqual(MUSIC_SERVICES);
  });

  it('changes services and channels by its menus, in place', async () => {
    const mara = bot.as('mara');
    const card = await mara.run('settings', {}, { subcommand: 'view' });
    const services = control(card, 'Music services to show…').customId;
    const changed = await mara.select(idOf(card), services, ['tidal', 'bandcamp']);
    expect(changed.updated).toBe(true);
    expect(textOf(changed)).toContain('Changed: Music services.');
    expect((await stored()).services).toEqual(['tidal', 'bandcamp']);

    const channels = controlsOf(changed).find(({ customId }) => customId === 'settings.channels');
    await mara.select(idOf(card), channels?.customId ?? '', [CHANNELS.soundtracks]);
    expect((await stored()).channels).toEqual([CHANNELS.soundtracks]);
    const open = await mara.select(idOf(card), channels?.customId ?? '', []);
    expect(textOf(open)).toContain('**Channels**: every channel');
  });
});

describe('/settings set', () => {
  it('changes several at once, and says which', async () => {
    const answer = await set({
      default_title: 'drive-2011',
      default_mood: 'nocturnal',
      count: 5,
      services: 'TIDAL, apple music,tidal',
      replies: 'private',
      spoilers: 'show',
      language: 'en-us',
      region: 'GB',
      channel: CHANNELS.lobby,
      favourites_limit: 9,
    });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain('Changed: Default title, Default mood,');
    expect(await stored()).toEqual({
      defaultTitle: 'drive-2011',
      defaultMood: 'nocturnal',
      count: 5,
      services: ['tidal', 'appleMusic'],
      replies: 'private',
      spoilers: 'show',
      language: 'en-US',
      region: 'gb',
      channels: [CHANNELS.lobby],
      favouritesLimit: 9,
    });
    expect(await bot.stores.settings.get(GUILDS.scoreScholars)).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    [{}, 'Nothing to change'],
    [{ default_title: 'qwertyuiop' }, '“qwertyuiop” is not clearly one title of my catalog'],
    [{ default_title: 'dune' }, '“dune” is not clearly one title'],
    [{ default_mood: 'loud-ish' }, '“loud-ish” is not a mood or genre that I know. Choose one'],
    [
      { services: 'spotify, winamp' },
      '“winamp” is not a music service that I know. Use any of: Spotify',
    ],
    [{ services: ',' }, '“,” is not a music service'],
    [{ language: 'tlh' }, "I don't speak “tlh” yet. Use `auto` or any of: en-US"],
    [{ region: '12' }, '“12” is not a country code'],
    [{ services: '</privacy delete:1>' }, '“\\</privacy delete:1>”'],
    [{ count: 7, region: '12' }, '“12” is not a country code'],
  ] as [Options, string][])('changes nothing for %j, and says why', async (options, words) => {
    const answer = await set(options);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer)).toContain(words);
    expect(await stored()).toEqual(DEFAULT_SETTINGS);
  });

  it('takes a channel off that is on the list, and no more than fit', async () => {
    await set({ channel: CHANNELS.lobby });
    await set({ channel: CHANNELS.lobby });
    expect((await stored()).channels).toEqual([]);
    const many = Array.from({ length: MAX_CHANNELS }, (_, index) =>
      String(10n ** 18n + BigInt(index)),
    );
    await bot.stores.settings.set(GUILDS.neonNights, { channels: many });
    expect(textOf(await set({ channel: CHANNELS.lobby }))).toMatch(/^25 channels are on the list/);
  });

  it('follows the server’s language again with auto', async () => {
    await set({ language: 'en' });
    expect((await stored()).language).toBe('en-US');
    await set({ language: ' Auto ' });
    expect((await stored()).language).toBeNull();
  });

  it('suggests titles, moods that titles have, and languages', async () => {
    const ask = (option: string, typed: string) =>
      bot.as('mara').autocomplete('settings', {}, option, typed, { subcommand: 'set' });
    expect((await ask('default_title', 'driv'))[0]?.value).toBe('drive-2011');
    expect((await ask('language', 'a')).map(({ value }) => value)).toEqual(['auto']);
    expect((await ask('language', '')).map(({ value }) => value)).toContain('en-US');
    for (const { value } of await ask('default_mood', '')) {
      expect(textOf(await set({ default_mood: value })), String(value)).toContain('Default mood');
      const answer = textOf(await bot.as('theo').runLine('/recommend'));
      expect(answer).toContain(`for a mood: ${value}`);
    }
  });
});

describe('/settings reset', () => {
  it('puts one back, or all', async () => {
    await set({ count: 5, region: 'gb' });
    expect(textOf(await reset({ setting: 'count' }))).toContain(
      'Back to the defaults: Tracks in a',
    );
    expect(await stored()).toMatchObject({ count: DEFAULT_SETTINGS.count, region: 'gb' });
    expect(textOf(await reset())).toContain('Back to the defaults: everything.');
    expect(await stored()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('the defaults of a server', () => {
  const theo = () => bot.as('theo');

  it('count: how many tracks are recommended, unless the member says', async () => {
    expect(tracksOf(await theo().runLine('/recommend'))).toHaveLength(3);
    await set({ count: 6 });
    expect(tracksOf(await theo().runLine('/recommend'))).toHaveLength(6);
    expect(tracksOf(await theo().runLine('/recommend count:2'))).toHaveLength(2);
    expect(tracksOf(await bot.as('theo', 'readingRoom').runLine('/recommend'))).toHaveLength(3);
  });

  it('title and mood: what is recommended with nothing asked, the title first', async () => {
    await set({ default_mood: 'nocturnal' });
    expect(textOf(await theo().runLine('/recommend'))).toContain('3 for a mood: nocturnal');
    await set({ default_title: 'Drive (2011)' });
    expect(textOf(await theo().runLine('/recommend'))).toContain('3 from Drive (2011)');
  });

  it('are passed over when the catalog has them no longer', async () => {
    await bot.stores.settings.set(GUILDS.neonNights, {
      defaultTitle: 'gone-1999',
      defaultMood: 'gone',
    });
    expect(textOf(await theo().runLine('/recommend'))).toContain('from the best of the catalog');
  });

  it('services and region: which links are shown', async () => {
    await set({ services: 'deezer,apple music', region: 'de' });
    const card = await theo().runLine('/soundtrack Drive');
    const listen = await theo().click(idOf(card), control(card, 'Listen').customId);
    expect([...linksOf(listen).keys()]).toEqual(['Deezer', 'Apple Music']);
    expect(linksOf(listen).get('Apple Music')).toContain('music.apple.com/de/');
    const song = await theo().runLine('/song Nightcall');
    expect([...linksOf(song).keys()]).toEqual(['Deezer', 'Apple Music']);
    const watch = await theo().click(idOf(card), control(card, 'Where to watch').customId);
    expect(linksOf(watch).get('JustWatch')).toContain('justwatch.com/de/');
  });

  it('replies: private answers are seen by the asker alone', async () => {
    await set({ replies: 'private' });
    for (const line of ['/soundtrack Drive', '/recommend', '/about', '/favorites list']) {
      expect((await theo().runLine(line)).ephemeral, line).toBe(true);
    }
    expect((await bot.as('theo', 'dm').runLine('/about')).ephemeral).toBe(false);
  });

  it('channels: elsewhere, answers are seen by the asker alone', async () => {
    await set({ channel: CHANNELS.soundtracks });
    expect((await theo().runLine('/about')).ephemeral).toBe(true);
    expect((await bot.as('theo', 'soundtracks').runLine('/about')).ephemeral).toBe(false);
  });

  it('spoilers: shown or behind a bar', async () => {
    const spoilt = bot.catalog.titles.find((title) => title.cues.some(({ spoiler }) => spoiler));
    const line = `/soundtrack ${spoilt?.id} view:scenes`;
    expect(textOf(await theo().runLine(line))).toContain('||');
    await set({ spoilers: 'show' });
    const shown = textOf(await theo().runLine(line));
    expect(shown).not.toContain('||');
    expect(shown).not.toContain('Spoilers are hidden');
  });
});
