/**
 * Holds the sandbox's checks against Discord's own OpenAPI description: over a table of bodies,
 * each changed in one place after the other, both must refuse and accept alike.
 *
 * Usage: node scripts/check-openapi.ts [path to openapi.json]
 */
import { existsSync } from 'node:fs';
import { DiscordError } from '../src/sandbox/discord-error.ts';
import type { ErrorTree } from '../src/sandbox/validate/problem.ts';
import { DOCUMENTED_ONLY } from './openapi/differences.ts';
import { mutations } from './openapi/mutations.ts';
import { SAMPLES, type Sample } from './openapi/samples.ts';
import { findSpec, OpenApi } from './openapi/spec.ts';

/** A body on which the two disagree, with the reason of the one that refuses it. */
export interface Disagreement {
  readonly sample: string;
  readonly change: string;
  readonly refusedBy: 'description' | 'sandbox';
  readonly why: string;
}

export interface Agreement {
  readonly checked: number;
  readonly disagreements: readonly Disagreement[];
}

let loaded: OpenApi | undefined;

/**
 * What is wrong with a body by Discord's description; nothing when it is valid.
 *
 * @param schemaName - a name of `components.schemas`, such as `ModalInteractionCallbackRequest`
 * @throws Error when the description isn't there, or has no such schema
 */
export function validateAgainstOpenApi(schemaName: string, body: unknown): string[] {
  const path = findSpec();
  if (path === undefined) throw new Error('There is no openapi.json beside this repository.');
  loaded ??= new OpenApi(path);
  return loaded.problems(schemaName, body);
}

/** Whether {@link validateAgainstOpenApi} can be used here. */
export const hasOpenApi = (): boolean => findSpec() !== undefined;

/** Compares the sandbox with a description over all samples and their mutations. */
export function compare(openApi: OpenApi): Agreement {
  const disagreements: Disagreement[] = [];
  let checked = 0;
  for (const sample of SAMPLES) {
    for (const { change, body } of mutations(sample.body)) {
      checked += 1;
      const theirs = openApi.problems(sample.schema, body);
      const ours = refusal(sample, body);
      const base = { sample: sample.about, change };
      const [theirFault] = theirs;
      const ourFault = ours.find((fault) => !isDocumented(fault));
      if (theirFault !== undefined && ours.length === 0) {
        disagreements.push({ ...base, refusedBy: 'description', why: theirFault });
      } else if (theirFault === undefined && ourFault !== undefined) {
        disagreements.push({ ...base, refusedBy: 'sandbox', why: ourFault });
      }
    }
  }
  return { checked, disagreements };
}

const isDocumented = (fault: string): boolean =>
  DOCUMENTED_ONLY.some(({ pattern }) => pattern.test(fault));

/** The sandbox's faults with a body, each as `CODE path`; none when it takes it. */
function refusal({ check }: Sample, body: unknown): string[] {
  try {
    check(JSON.parse(JSON.stringify(body)));
    return [];
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return error.errors ? codesByPath(error.errors) : [`${error.code} ${error.message}`];
  }
}

function codesByPath(tree: ErrorTree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, inner]) => {
    if (inner === undefined) return [];
    if (Array.isArray(inner)) return inner.map(({ code }) => `${code} ${path}`);
    return codesByPath(inner, path === '' ? key : `${path}.${key}`);
  });
}

function main(): number {
  const path = findSpec(process.argv[2]);
  if (path === undefined) {
    console.log('There is no openapi.json here, so nothing was checked. Give its path to check.');
    return 0;
  }
  if (!existsSync(path)) {
    console.error(`There is no file ${path}: give the path of Discord's openapi.json.`);
    return 1;
  }
  const { checked, disagreements } = compare(new OpenApi(path));
  for (const { sample, change, refusedBy, why } of disagreements) {
    console.error(`${sample}, ${change}: only the ${refusedBy} refuses it: ${why}`);
  }
  const count = disagreements.length;
  console.log(
    `${checked} bodies, ${count === 0 ? 'judged alike' : `${count} judged differently`}.`,
  );
  return count === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main();
