import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readData } from '../../src/catalog/read-data.ts';
import { inventedCopy } from './fixtures/folder.ts';

const script = fileURLToPath(new URL('../../scripts/new-title.ts', import.meta.url));

function run(data: string, ...args: string[]) {
  return spawnSync(process.execPath, [script, '--data', data, ...args], {
    encoding: 'utf8',
    timeout: 20_000,
  });
}

describe('npm run new-title', () => {
  it('writes a file whose missing fields the check then names one by one', () => {
    const copy = inventedCopy();
    const { status, stdout } = run(copy.path, 'Velvet Engine: Ärger', '2011');
    expect(status).toBe(0);
    expect(stdout).toMatch(/data\/titles\/velvet-engine-arger-2011\.json is made/);
    expect(stdout).toMatch(/check-catalog/);
    const { problems, titles } = readData(copy.url);
    expect(titles).toHaveLength(3);
    const paths = problems.map(({ path }) => path);
    for (const path of [
      'directors.0',
      'genres',
      'moods',
      'accent',
      'popularity',
      'why',
      'picks',
      'albums.0.title',
      'albums.0.tracks.0.title',
      'albums.0.sources',
      'sources.0.url',
      'sources.0.supports',
    ]) {
      expect(paths).toContain(path);
    }
    const names = problems.map(({ file }) => file);
    expect(new Set(names)).toEqual(new Set(['titles/velvet-engine-arger-2011.json']));
  });

  it.each([
    ['film', 'directors'],
    ['series', 'creators'],
    ['game', 'studios'],
  ])('asks who made a %s', (kind, field) => {
    const copy = inventedCopy();
    expect(run(copy.path, 'Zorvane', '1999', '--kind', kind).status).toBe(0);
    const made = JSON.parse(readFileSync(join(copy.path, 'titles/zorvane-1999.json'), 'utf8'));
    expect(made).toMatchObject({ kind, [field]: [''] });
  });

  it('cuts a long slug, never the year', () => {
    const copy = inventedCopy();
    run(copy.path, 'The Remarkably Long and Winding Story of a Kettle in Zorvane', '1999');
    const { problems } = readData(copy.url);
    const [file] = new Set(problems.map((problem) => problem.file));
    expect(file).toMatch(/^titles\/the-remarkably-[a-z-]+-1999\.json$/);
    expect(problems.map(({ path }) => path)).not.toContain('id');
  });

  it('leaves a file that is there as it is', () => {
    const copy = inventedCopy();
    const file = join(copy.path, 'titles/marrow-lanterns-1988.json');
    const before = readFileSync(file, 'utf8');
    const { status, stderr } = run(copy.path, 'Marrow Lanterns', '1988');
    expect(status).toBe(1);
    expect(stderr).toMatch(/marrow-lanterns-1988\.json is there already/);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it.each([
    ['nothing', [], /Give a title and a year/],
    ['no year', ['Zorvane'], /Give a title and a year/],
    ['a blank title', [' ', '1999'], /Give a title and a year/],
    ['a title out of quotes', ['Glass', '1999', 'Kettle'], /in quotes/],
    ['no such year', ['Zorvane', '99'], /"99" is no year between/],
    ['a year of no film', ['Zorvane', '1066'], /"1066" is no year between/],
    ['no such kind', ['Zorvane', '1999', '--kind', 'opera'], /"opera" is no kind of title/],
    ['no such option', ['Zorvane', '1999', '--king', 'film'], /--king/],
    ['a title too long', ['Z'.repeat(81), '1999'], /at most 80 characters/],
  ])('refuses %s in a sentence', (_, args, wanted) => {
    const copy = inventedCopy();
    const { status, stderr } = run(copy.path, ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(wanted);
    expect(stderr).toMatch(/npm run new-title/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(copy.path, 'titles/zorvane-1999.json'))).toBe(false);
  });
});
