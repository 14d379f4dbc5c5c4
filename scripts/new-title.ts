import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { skeletonOf, type TitleKind, titleIdOf } from '../src/catalog/skeleton.ts';

/** `npm run new-title -- "Title" 2011 [--kind film|series|game]`: a file for one more title, to be filled. */

const USAGE = 'npm run new-title -- "Title" 2011 [--kind film|series|game]';
const KINDS: readonly TitleKind[] = ['film', 'series', 'game'];

function fail(message: string): never {
  console.error(`${message}\nUse it so: ${USAGE}`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { kind: { type: 'string', default: 'film' }, data: { type: 'string' } },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = readArguments();
const [name = '', yearText = '', ...rest] = positionals;
const kind = KINDS.find((one) => one === values.kind);
const year = Number(yearText);
if (name.trim() === '' || yearText === '') fail('Give a title and a year.');
if (rest.length > 0)
  fail(`"${rest.join(' ')}" is too much: put a title of several words in quotes.`);
if (!/^\d{4}$/.test(yearText) || year < 1895 || year > 2035) {
  fail(`"${yearText}" is no year between 1895 and 2035.`);
}
if (!kind) fail(`"${values.kind}" is no kind of title: it is one of ${KINDS.join(', ')}.`);
if (name.trim().length > 80) fail('A title has at most 80 characters.');

const data = values.data ?? fileURLToPath(new URL('../data', import.meta.url));
const id = titleIdOf(name.trim(), year);
const shown = `data/titles/${id}.json`;
const file = `${data}/titles/${id}.json`;
if (existsSync(file)) {
  console.error(`${shown} is there already: it was left as it is.`);
  process.exit(1);
}
mkdirSync(`${data}/titles`, { recursive: true });
writeFileSync(file, `${JSON.stringify(skeletonOf(name.trim(), year, kind), null, 2)}\n`, {
  flag: 'wx',
});
console.log(`${shown} is made. Now:
  1. Fill it from sources that you have read; CONTRIBUTING.md says what each field wants.
  2. Run "npm run check-catalog" until it is sound: it names every field that is still missing.
     The bot does not start on an unfinished file.
  3. Set today's date in data/catalog.json.`);
