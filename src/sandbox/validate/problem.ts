/** One fault of one field, as in Discord's error bodies. */
export interface FieldProblem {
  readonly code: string;
  readonly message: string;
}

/**
 * The faults of a value and of what it holds, in the very shape of Discord's `errors`:
 * `{ embeds: { 0: { title: { _errors: [{ code, message }] } } } }`.
 */
export interface ErrorTree {
  _errors?: FieldProblem[];
  [field: string]: ErrorTree | FieldProblem[] | undefined;
}

/** Checks a value; undefined means that nothing is wrong, and then nothing was allocated. */
export type Rule = (value: unknown) => ErrorTree | undefined;

export function problem(code: string, message: string): ErrorTree {
  return { _errors: [{ code, message }] };
}

/** Puts a tree below a path. */
export function place(path: readonly (string | number)[], tree: ErrorTree): ErrorTree {
  return path.reduceRight<ErrorTree>((inner, key) => ({ [key]: inner }), tree);
}

/** Both trees in one; either may be undefined. */
export function merge(a: ErrorTree | undefined, b: ErrorTree | undefined): ErrorTree | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  const merged: ErrorTree = { ...a };
  for (const [key, theirs] of Object.entries(b)) {
    const ours = merged[key];
    if (Array.isArray(theirs)) merged[key] = Array.isArray(ours) ? [...ours, ...theirs] : theirs;
    else merged[key] = Array.isArray(ours) ? ours : merge(ours, theirs);
  }
  return merged;
}

/** The faults as lines `path: message`, for people. */
export function describeProblems(tree: ErrorTree, path = ''): string[] {
  const lines: string[] = [];
  for (const [key, inner] of Object.entries(tree)) {
    if (inner === undefined) continue;
    if (Array.isArray(inner))
      lines.push(...inner.map((fault) => `${path || 'body'}: ${fault.message}`));
    else lines.push(...describeProblems(inner, path === '' ? key : `${path}.${key}`));
  }
  return lines;
}
