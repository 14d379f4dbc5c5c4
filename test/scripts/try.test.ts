import { afterAll, describe, expect, it } from 'vitest';
import { runProcess, temporaryFolder } from '../support/process.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const attempt = (...words: readonly string[]) =>
  runProcess('scripts/try.ts', folder.path, {}, words);

describe('npm run try', () => {
  it('prints the card and exits 0', async () => {
    const { code, stdout, stderr } = await attempt('/soundtrack Drive');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of ['Drive (2011)', 'Cliff Martinez', 'A Real Hero', 'Nightcall'])
      expect(stdout).toContain(text);
    expect(stdout).not.toMatch(/[{}]|undefined|\[object/);
  });

  it('keeps what gives something away covered', async () => {
    const { stdout } = await attempt('/soundtrack title:psycho-1960 view:scenes');
    expect(stdout).toMatch(/\n█+\n/);
  });

  it.each([
    ['the words apart, as a shell without quotes gives them', ['/soundtrack', 'Drive']],
    ['an option', ['/soundtrack Drive view:tracks']],
    ['a subcommand', ['/favorites list']],
  ])('takes %s', async (_, words) => {
    const { code, stdout } = await attempt(...words);
    expect(code).toBe(0);
    expect(stdout.trim()).not.toBe('');
  });

  it.each([
    ['nothing', [], /npm run try -- "\/soundtrack Drive"/],
    ['no command', ['Drive'], /\//],
    ['an unknown command', ['/sountrack Drive'], /sountrack/],
    ['an unknown option', ['/soundtrack Drive colour:red'], /colour|title/],
    ['a value that is not offered', ['/soundtrack Drive view:posters'], /view|posters/],
    ['a number that is none', ['/recommend count:many'], /count/],
    ['no required option', ['/soundtrack'], /title/],
    ['a subcommand left out', ['/favorites'], /favorites|add/],
  ])('says what is wrong with %s, and exits 1', async (_, words, sentence) => {
    const { code, stdout, stderr } = await attempt(...words);
    expect(stderr).toMatch(sentence);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at |Error:/m);
  });
});
