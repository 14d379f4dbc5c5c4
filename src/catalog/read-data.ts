import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { issueText } from './issue-text.ts';
import type { Problem } from './problem.ts';
import {
  type ArtistFile,
  artistSchema,
  type Title,
  titleSchema,
  type Vocabulary,
  vocabularySchema,
} from './schema.ts';

/** The parsed files of `data/`, and what was wrong with those left out. */
export interface Data {
  readonly titles: readonly Title[];
  readonly artists: readonly ArtistFile[];
  readonly vocabulary: Vocabulary;
  /** `YYYY-MM-DD`, of `catalog.json`: when facts were last added or checked. */
  readonly date: string;
  readonly problems: readonly Problem[];
}

/** Reads and parses every file of a data folder; each by itself, not yet against one another. */
export function readData(folder: URL): Data {
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(file: string, schema: S) =>
    parseFile(folder, file, schema, problems);
  const readAll = <S extends z.ZodType<{ id: string }>>(under: string, schema: S): z.infer<S>[] =>
    list(folder, under).flatMap((name) => {
      const record = read(`${under}/${name}`, schema);
      if (record === undefined) return [];
      if (`${record.id}.json` === name) return [record];
      const message = `the file's name says "${name.slice(0, -'.json'.length)}": make them one`;
      problems.push({ file: `${under}/${name}`, path: 'id', message });
      return [];
    });
  return {
    titles: readAll('titles', titleSchema),
    artists: readAll('artists', artistSchema),
    vocabulary: read('vocabulary.json', vocabularySchema) ?? { moods: {}, genres: {} },
    date: readDate(folder, problems),
    problems,
  };
}

function list(folder: URL, under: string): string[] {
  try {
    return readdirSync(new URL(`${under}/`, folder))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

function parseFile<S extends z.ZodType>(
  folder: URL,
  file: string,
  schema: S,
  problems: Problem[],
): z.infer<S> | undefined {
  const raw = parseJson(folder, file, problems);
  if (raw === undefined) return undefined;
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.push({ file, path: issue.path.join('.'), message: issueText(issue) });
  }
  return undefined;
}

function parseJson(folder: URL, file: string, problems: Problem[]): unknown {
  try {
    return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  } catch (error) {
    const message =
      error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'cannot be read';
    problems.push({ file, path: '', message });
    return undefined;
  }
}

function readDate(folder: URL, problems: Problem[]): string {
  const raw = parseJson(folder, 'catalog.json', problems);
  const date = typeof raw === 'object' && raw !== null && 'date' in raw ? raw.date : undefined;
  if (isDay(date)) return date;
  if (raw !== undefined)
    problems.push({ file: 'catalog.json', path: 'date', message: 'give a day as YYYY-MM-DD' });
  return '1970-01-01';
}

/** A day that the calendar has, as `YYYY-MM-DD`. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
