import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkData } from '../../src/catalog/check/check.ts';
import { warnings } from '../../src/catalog/check/warnings.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { CatalogError, problemLine } from '../../src/catalog/problem.ts';
import { readData } from '../../src/catalog/read-data.ts';
import { INVENTED, inventedCopy } from './fixtures/folder.ts';

type Copy = ReturnType<typeof inventedCopy>;
const OLD = 'titles/marrow-lanterns-1988.json';
const NEW = 'titles/marrow-lanterns-2019.json';
const KETTLE = 'titles/glass-kettle-2003.json';
const ARTIST = 'artists/ilse-quandt.json';

function linesOf(url: URL): string[] {
  const data = readData(url);
  return [...data.problems, ...checkData(data)].map(problemLine);
}

const script = fileURLToPath(new URL('../../scripts/check-catalog.ts', import.meta.url));
const run = (path: string) =>
  spawnSync(process.execPath, [script, path], { encoding: 'utf8', timeout: 20_000 });

describe('the check', () => {
  it('finds nothing wrong with sound data', () => {
    expect(linesOf(INVENTED)).toEqual([]);
  });

  it.each<[string, (copy: Copy) => void, RegExp]>([
    ['a file that is not JSON', (c) => c.write(OLD, '{'), /1988\.json: is not JSON/],
    ['an unknown field', (c) => c.replace(OLD, '"accent"', '"colour"'), /1988\.json.*colour/],
    ['an empty folder', (c) => c.write('vocabulary.json', '{}'), /vocabulary\.json › moods/],
    [
      'an id unlike the file',
      (c) => c.replace(OLD, '"id": "marrow-lanterns-1988"', '"id": "marrow-1988"'),
      /1988\.json › id: the file's name says "marrow-lanterns-1988"/,
    ],
    [
      'a year unlike the id',
      (c) => c.replace(OLD, '"year": 1988', '"year": 1989'),
      /id: end it with the year, 1989/,
    ],
    [
      'nobody who directed',
      (c) => c.replace(KETTLE, '"directors"', '"studios"'),
      /directors: name who directed/,
    ],
    [
      'a mood of no vocabulary',
      (c) => c.replace(OLD, '"brooding"', '"mauve"'),
      /moods: "mauve" is not in vocabulary/,
    ],
    [
      'a genre twice',
      (c) => c.replace(OLD, '"electronic"', '"electronic", "electronic"'),
      /genres: name each word once/,
    ],
    [
      'a pick of no track',
      (c) => c.replace(OLD, '"track": "harbour-fog"', '"track": "harbour-frog"'),
      /picks\.2\.track: no album has the track "harbour-frog"/,
    ],
    [
      'a pick twice',
      (c) => c.replace(OLD, '"track": "harbour-fog"', '"track": "main-title"'),
      /picks: "main-title" is picked twice/,
    ],
    [
      'a track id twice',
      (c) => c.replace(NEW, '"id": "paper-comets-cover"', '"id": "paper-comets"'),
      /two tracks have the id "paper-comets"/,
    ],
    [
      'a track number twice',
      (c) => c.replace(OLD, '"number": 3', '"number": 2'),
      /two tracks have the place 1\.2/,
    ],
    [
      'a gap in a complete album',
      (c) => c.replace(OLD, '"number": 3', '"number": 4'),
      /says complete, but disc 1 has no track 3/,
    ],
    [
      'a length nobody plays',
      (c) => c.replace(OLD, '"length": 201', '"length": 90000'),
      /tracks\.1\.length/,
    ],
    [
      'a cue of no track',
      (c) =>
        c.replace(
          OLD,
          '"where": "opening",\n      "track": "paper-comets"',
          '"where": "opening",\n      "track": "paper-boats"',
        ),
      /cues\.0\.track: no album has the track "paper-boats"/,
    ],
    [
      'a cue order twice',
      (c) => c.replace(OLD, '"order": 2', '"order": 1'),
      /cues: two have the order 1/,
    ],
    [
      'high confidence on one source',
      (c) => c.replace(OLD, '"label", "review"', '"label"'),
      /cues\.0\.confidence: high takes two/,
    ],
    [
      'high confidence on one source named twice',
      (c) => c.replace(OLD, '"label", "review"', '"label", "label"'),
      /cues\.0\.confidence: high takes two/,
    ],
    [
      'a cue with a track and a song',
      (c) => c.replace(OLD, '"where": "film",', '"where": "film",\n      "track": "main-title",'),
      /cues\.1: give either/,
    ],
    [
      'an award for another year',
      (c) => c.replace(OLD, '"year": 1988,\n      "result"', '"year": 1971,\n      "result"'),
      /awards\.0\.year: 1971 does not go with/,
    ],
    [
      'an award for no track',
      (c) =>
        c.replace(
          OLD,
          '"track": "main-title",\n      "sources"',
          '"track": "end-title",\n      "sources"',
        ),
      /awards\.0\.track/,
    ],
    [
      'a source that is not listed',
      (c) => c.replace(OLD, '"id": "review"', '"id": "revue"'),
      /cues\.0\.sources: no source is called "review"/,
    ],
    [
      'a source twice',
      (c) => c.replace(OLD, '"id": "review"', '"id": "label"'),
      /sources: two are called "label"/,
    ],
    [
      'a popularity over 100',
      (c) => c.replace(OLD, '"popularity": 40', '"popularity": 140'),
      /popularity/,
    ],
    [
      'a phrase too long',
      (c) =>
        c.replace(
          OLD,
          'nine paper comets over the bay',
          'nine paper comets over the bay and then nine more of them',
        ),
      /lyric\.phrase: quote at most 10 words/,
    ],
    [
      'two phrases of one song',
      (c) =>
        c.replace(
          NEW,
          '"kind": "song"',
          '"kind": "song", "lyric": { "phrase": "other invented words", "credit": "Ilse Quandt" }',
        ),
      /"Paper Comets" is quoted in .* another phrase/,
    ],
    [
      'two themes',
      (c) =>
        c.replace(
          OLD,
          '"id": "harbour-fog",',
          '"id": "harbour-fog", "lyric": { "phrase": "hum", "credit": "Vole", "theme": "Too much." },',
        ),
      /one phrase at most can voice the theme/,
    ],
    [
      'a former id that is another title',
      (c) => c.replace(OLD, 'marrow-lantern-1988"]', 'glass-kettle-2003"]'),
      /"glass-kettle-2003" is an id of/,
    ],
    [
      'an alias that is another title',
      (c) => c.replace(OLD, 'lanterns 88', 'Glass Kettle: Under Zorvane'),
      /aliases\.0: .* is the title of glass-kettle-2003/,
    ],
    [
      'a name in two spellings',
      (c) => c.replace(NEW, 'The Drift Orchard', 'Drift Orchard'),
      /"(The )?Drift Orchard" is written "(The )?Drift Orchard"/,
    ],
    [
      'a credit under an alias',
      (c) => c.replace(NEW, 'Ilse Quandt', 'IQ'),
      /"IQ" is written "Ilse Quandt"/,
    ],
    [
      'an artist starting nowhere',
      (c) => c.replace(ARTIST, '1988/paper-comets', '1988/paper-boats'),
      /startHere: no title has/,
    ],
    [
      'an artist whose id is not the name',
      (c) => c.replace(ARTIST, '"name": "Ilse Quandt"', '"name": "Ilsa Quandt"'),
      /id: the slug of "Ilsa Quandt"/,
    ],
    [
      'news of no source',
      (c) => c.replace(ARTIST, '"sources": ["site"]', '"sources": ["sight"]'),
      /news\.0\.sources: no source is called "sight"/,
    ],
    [
      'a name of two artists',
      (c) =>
        c.write(
          'artists/bo-ferrant.json',
          JSON.stringify({
            ...readData(INVENTED).artists[0],
            id: 'bo-ferrant',
            name: 'Bo Ferrant',
          }),
        ),
      /aliases: "I\.Q\." is a name of artists\/bo-ferrant|aliases: "I\.Q\." is a name of artists\/ilse-quandt/,
    ],
    [
      'a date of no calendar',
      (c) => c.write('catalog.json', '{ "date": "2026-02-30" }'),
      /catalog\.json › date/,
    ],
    ['no date', (c) => c.write('catalog.json', '{}'), /catalog\.json › date/],
  ])('names %s', (_, damage, wanted) => {
    const copy = inventedCopy();
    damage(copy);
    const lines = linesOf(copy.url);
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(wanted)]));
  });

  it('names all problems at once, and loading throws them together', () => {
    const copy = inventedCopy();
    copy.replace(OLD, '"brooding"', '"mauve"');
    copy.replace(NEW, '"number": 3', '"number": 4');
    copy.write(KETTLE, 'nothing');
    const load = () => loadCatalog(copy.url);
    expect(load).toThrow(CatalogError);
    expect(load).toThrow(/mauve[\s\S]*no track 3|no track 3[\s\S]*mauve/);
    expect(load).toThrow(/glass-kettle-2003\.json: is not JSON/);
  });
});

describe('what a human should look at', () => {
  const warned = (copy: Copy) => warnings(readData(copy.url));

  it.each<[string, (copy: Copy) => void, RegExp]>([
    [
      'artists a letter apart',
      (c) => c.replace(KETTLE, 'Oda Brisk', 'Oda Brisc'),
      /"Oda Bris[kc]" and "Oda Bris[kc]"/,
    ],
    [
      'an alias without use',
      (c) => c.replace(OLD, 'lanterns 88', 'The Marrow-Lanterns'),
      /alias "The Marrow-Lanterns" folds/,
    ],
    [
      'a score track of nobody',
      (c) => c.replace(OLD, '"role": "composer"', '"role": "conductor"'),
      /composer of "Main Title"/,
    ],
    [
      'an artist whom nobody credits',
      (c) => {
        for (const file of [OLD, NEW])
          c.replace(file, '"name": "Ilse Quandt"', '"name": "Una Marl"');
      },
      /ilse-quandt\.json is of nobody/,
    ],
    ['a title without cues', () => undefined, /glass-kettle-2003\.json has no cue/],
    [
      'a title without a whole album',
      (c) => c.replace(KETTLE, '"complete": true', '"complete": false'),
      /glass-kettle-2003\.json has no album/,
    ],
  ])('is %s', (_, damage, wanted) => {
    const copy = inventedCopy();
    damage(copy);
    expect(warned(copy)).toEqual(expect.arrayContaining([expect.stringMatching(wanted)]));
  });

  it('does not list namesakes, which are no misspelling', () => {
    expect(warned(inventedCopy()).filter((line) => line.includes('Marrow'))).toEqual([]);
  });
});

describe('the words of a problem', () => {
  it.each<[string, string, RegExp]>([
    ['"popularity": 40', '"popularity": 0', /popularity: must be at least 1$/],
    ['"popularity": 40', '"popularity": 140', /popularity: must be at most 100$/],
    ['"popularity": 40', '"popularity": "40"', /popularity: must be a number$/],
    ['"popularity": 40,', '', /popularity: is missing$/],
    ['"#1A2B3C"', '"blue"', /accent: use #RRGGBB in capitals$/],
    ['"accent"', '"colour"', /there is no field called "colour"$/],
    ['["brooding", "tender"]', '["brooding"]', /moods: takes at least 2 entries$/],
    ['"kind": "film"', '"kind": "opera"', /kind: must be one of "film", "series", "game"$/],
    ['"Main Title"', '" "', /title: is empty: fill it in$/],
    ['https://example.com/label', 'ftp://x', /url: must be an http or https address$/],
  ])('say how to mend %s turned into %s', (from, to, wanted) => {
    const copy = inventedCopy();
    copy.replace(OLD, from, to);
    expect(linesOf(copy.url)).toEqual(expect.arrayContaining([expect.stringMatching(wanted)]));
  });
});

describe('npm run check-catalog', () => {
  it('prints what the catalog covers', () => {
    const { status, stdout } = run(inventedCopy().path);
    expect(status).toBe(0);
    expect(stdout).toMatch(/of 2026-01-31 is sound/);
    expect(stdout).toMatch(/3 titles[\s\S]*9 tracks[\s\S]*2 cues[\s\S]*1 phrases/);
  });

  it('lists every problem with file and path, and exits 1', () => {
    const copy = inventedCopy();
    copy.replace(OLD, '"brooding"', '"mauve"');
    copy.replace(NEW, '"number": 3', '"number": 4');
    const { status, stderr } = run(copy.path);
    expect(status).toBe(1);
    expect(stderr).toMatch(/2 problem\(s\)/);
    expect(stderr).toMatch(/titles\/marrow-lanterns-1988\.json › moods: "mauve"/);
    expect(stderr).toMatch(/titles\/marrow-lanterns-2019\.json › albums\.0/);
  });

  it('says so when there is no such folder', () => {
    const { status, stderr } = run('/nowhere/at/all');
    expect(status).toBe(1);
    expect(stderr).toMatch(/vocabulary\.json: cannot be read/);
  });
});
