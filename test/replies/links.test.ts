import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Title } from '../../src/catalog/schema.ts';
import { albumLinks, encodeQuery, trackLinks, watchLinks } from '../../src/replies/links.ts';
import { MUSIC_SERVICES } from '../../src/stores/settings.ts';
import { realCatalog } from '../support/bot.ts';

/** What a button's address may be on Discord. */
const ADDRESS = /^https:\/\/[^\s()'*!]{1,504}$/;

const name = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc
    .array(fc.constantFrom('映', '🎬', ' ', 'a'), { minLength: 1, maxLength: 200 })
    .map((all) => all.join('')),
);

describe('encodeQuery()', () => {
  it("escapes ! ' ( ) * too, and makes a slash a space", () => {
    expect(encodeQuery("AC/DC: It's (Live)! *")).toBe('AC%20DC%3A%20It%27s%20%28Live%29%21%20%2A');
  });

  it('takes any text, half characters too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(encodeQuery(typed)).toMatch(/^[A-Za-z0-9%._~-]*$/);
      }),
    );
    expect(encodeQuery('\uD83C')).toBe('%EF%BF%BD');
  });
});

describe('links', () => {
  const nightcall = realCatalog().track('drive-2011/nightcall')?.track;

  it('are those of the reference, for every service', () => {
    if (!nightcall) throw new Error('Nightcall is not in the catalog');
    const { ids: _, ...track } = nightcall;
    const q = 'Nightcall%20Kavinsky';
    const made = trackLinks(track, MUSIC_SERVICES, 'gb').map(({ url }) => url);
    expect(made[0]).toContain(`https://open.spotify.com/search/${q}`);
    expect(made[1]).toContain(`https://music.apple.com/gb/search?term=${q}`);
    expect(made[2]).toContain(`https://www.youtube.com/results?search_query=${q}`);
    expect(made[3]).toContain(`https://music.youtube.com/search?q=${q}`);
    expect(made[4]).toContain(`https://www.deezer.com/search/${q}`);
    expect(made[5]).toContain(`https://listen.tidal.com/search?q=${q}`);
    expect(made[6]).toContain(`https://music.amazon.com/search/${q}`);
    expect(made[7]).toContain(`https://bandcamp.com/search?q=${q}`);
    expect(made[8]).toContain(`https://soundcloud.com/search?q=${q}`);
  });

  it('are direct where the data has an id', () => {
    const track = { title: 'x', artists: [], ids: { spotify: 'abc', youtube: 'def' } };
    expect(trackLinks(track, ['spotify', 'youtube', 'deezer'], 'us').map(({ url }) => url)).toEqual(
      [
        'https://open.spotify.com/track/abc',
        'https://www.youtube.com/watch?v=def',
        'https://www.deezer.com/search/x',
      ],
    );
  });

  it('stay within 512 characters, whatever the names', () => {
    const [title] = realCatalog().titles;
    if (!title) throw new Error('the catalog is empty');
    const [album] = title.albums;
    if (!album) throw new Error('no album');
    fc.assert(
      fc.property(name, name, (track, artist) => {
        const invented: Title = { ...title, title: track };
        const all = [
          ...trackLinks(
            { title: track, artists: [{ name: artist, role: 'performer' }] },
            MUSIC_SERVICES,
            'us',
          ),
          ...albumLinks(invented, { ...album, ids: {}, title: artist }, MUSIC_SERVICES, 'us'),
          ...watchLinks(invented, 'us'),
        ];
        for (const { url } of all) expect(url).toMatch(ADDRESS);
      }),
    );
  });

  it('lead to JustWatch, and to IMDb and Wikidata where the ids are known', () => {
    const drive = realCatalog().title('drive-2011');
    if (!drive) throw new Error('Drive is not in the catalog');
    expect(watchLinks(drive, 'de')[0]?.url).toBe(
      'https://www.justwatch.com/de/search?q=Drive%202011',
    );
    expect(watchLinks(drive, 'gb')[0]?.url).toContain('https://www.justwatch.com/uk/');
    expect(watchLinks(drive, 'de').map((one) => one.name)).toEqual([
      'JustWatch',
      'IMDb',
      'Wikidata',
    ]);
  });
});
