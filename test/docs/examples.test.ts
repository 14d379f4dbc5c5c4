import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { textOf } from '../support/parts.ts';
import { projectFiles, read } from './files.ts';

/** The lines under "Example" or "Examples" of the commands' pages, in order. */
const examples = projectFiles()
  .filter((path) => path.startsWith('docs/commands/'))
  .flatMap((path) => {
    const section =
      read(path)
        .split(/^## Examples?$/m)[1]
        ?.split(/^## /m)[0] ?? '';
    return [...section.matchAll(/^- `(\/[^`]+)`/gm)].map(([, line = '']) => line);
  });

/** How answers begin that say that what was given can't be used. */
const REFUSALS = [
  "I don't have",
  'Which “',
  'is not a mood',
  'is not on the list',
  'is not clearly',
  'Nothing to change',
  'Something went wrong',
];

describe('examples of the pages', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.close());

  it('are there', () => {
    expect(examples.length).toBeGreaterThan(15);
  });

  it.each(examples)('%s is answered', async (line) => {
    const text = textOf(await bot.as('mara').runLine(line));
    expect(REFUSALS.filter((refusal) => text.includes(refusal))).toEqual([]);
  });

  it('give each option its own value', async () => {
    const text = textOf(await bot.as('mara').runLine('/soundtrack Drive view:editions'));
    expect(text).toContain('Drive (2011)');
    expect(text).toContain('Albums and editions');
  });
});
