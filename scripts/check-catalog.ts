import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCatalog } from '../src/catalog/build.ts';
import { checkData } from '../src/catalog/check/check.ts';
import { warnings } from '../src/catalog/check/warnings.ts';
import { problemLine } from '../src/catalog/problem.ts';
import { readData } from '../src/catalog/read-data.ts';

/** `npm run check-catalog [-- <data folder>]`: every problem at once, then what the catalog covers. */
const [given] = process.argv.slice(2);
const folder = given ? pathToFileURL(`${resolve(given)}/`) : new URL('../data/', import.meta.url);
const data = readData(folder);
const problems = [...data.problems, ...checkData(data)];

if (problems.length > 0) {
  console.error(`${problems.length} problem(s) in the catalog:\n`);
  for (const problem of problems) console.error(`  ${problemLine(problem)}`);
  console.error(
    '\nMend these and run it again; data/SOURCES.md and CONTRIBUTING.md say what each field wants.',
  );
  process.exitCode = 1;
} else {
  const { counts } = buildCatalog(data);
  console.log(`The catalog of ${data.date} is sound.\n`);
  for (const [name, count] of Object.entries(counts))
    console.log(`  ${String(count).padStart(6)} ${name}`);
  const doubts = warnings(data);
  if (doubts.length > 0) {
    console.log(`\nFor a human to look at (${doubts.length}):\n`);
    for (const doubt of doubts) console.log(`  ${doubt}`);
  }
}
