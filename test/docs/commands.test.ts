import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT, read, shellLines } from './files.ts';

/** The README's commands that need no network and end by themselves, with what they must print. */
const CHEAP: Readonly<Record<string, RegExp>> = {
  'npm run try -- "/soundtrack Drive"': /Drive \(2011\)[\s\S]*A Real Hero/,
  'npm run check-catalog': /is sound/,
  'npm run register -- --dry-run': /\/soundtrack[\s\S]*Nothing was sent/,
};

/** A newcomer's environment: nothing of the bot's is configured. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(DISCORD_|DATABASE_URL|NODE_ENV)/.test(name)),
);

describe('commands of the README', () => {
  it.each(Object.entries(CHEAP))('%s', { timeout: 120_000 }, async (line, expected) => {
    const named = [...shellLines(read('README.md')), ...inlineCommands(read('README.md'))];
    expect(named).toContain(line);
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', line], {
      cwd: fileURLToPath(ROOT),
      env: { ...environment, NO_COLOR: '1' },
    });
    expect(stdout).toMatch(expected);
  });
});

const inlineCommands = (markdown: string): string[] =>
  [...markdown.matchAll(/`(npm [^`]+)`/g)].map(([, command = '']) => command);
