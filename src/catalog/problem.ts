/** Something wrong in the data, said so that a contributor can mend it. */
export interface Problem {
  /** Relative to `data/`. */
  readonly file: string;
  /** Where in the file, such as `albums.0.tracks.3.length`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

export const problemLine = ({ file, path, message }: Problem): string =>
  path === '' ? `${file}: ${message}` : `${file} › ${path}: ${message}`;

/** The catalog can't be used: lists every problem there is, not only the first. */
export class CatalogError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `the catalog has ${problems.length} problem(s):\n${problems.map(problemLine).join('\n')}`,
    );
    this.name = 'CatalogError';
    this.problems = problems;
  }
}
