import { buildCatalog } from './build.ts';
import type { Catalog } from './catalog.ts';
import { checkData } from './check/check.ts';
import { CatalogError } from './problem.ts';
import { readData } from './read-data.ts';

/**
 * Loads the catalog of a data folder.
 *
 * @throws CatalogError listing every problem, when there is one
 */
export function loadCatalog(folder: URL): Catalog {
  const data = readData(folder);
  const problems = [...data.problems, ...checkData(data)];
  if (problems.length > 0) throw new CatalogError(problems);
  return buildCatalog(data);
}
