/** Longest word that is compared; longer ones are compared by their beginnings. */
const LONGEST = 40;

const before = new Uint8Array(LONGEST + 1);
const last = new Uint8Array(LONGEST + 1);
const row = new Uint8Array(LONGEST + 1);

/**
 * Optimal string alignment distance (Damerau–Levenshtein without repeated edits of one substring):
 * insertions, deletions, substitutions and transpositions of neighbours each cost one.
 *
 * @param limit - the search is given up, and `limit + 1` returned, once the distance must exceed it
 * @param prefix - true to compare `typed` with the closest beginning of `word`
 */
export function editDistance(typed: string, word: string, limit: number, prefix = false): number {
  const height = Math.min(typed.length, LONGEST);
  const width = Math.min(word.length, prefix ? height + limit : LONGEST);
  if (Math.abs(height - width) > limit && !prefix) return limit + 1;
  for (let column = 0; column <= width; column += 1) last[column] = column;
  for (let line = 1; line <= height; line += 1) {
    row[0] = line;
    let least = line;
    const letter = typed.charCodeAt(line - 1);
    for (let column = 1; column <= width; column += 1) {
      const other = word.charCodeAt(column - 1);
      let cost = Math.min(
        at(last, column) + 1,
        at(row, column - 1) + 1,
        at(last, column - 1) + (letter === other ? 0 : 1),
      );
      const swapped =
        line > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        typed.charCodeAt(line - 2) === other;
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before.set(last);
    last.set(row);
  }
  if (!prefix) return Math.min(at(last, width), limit + 1);
  let best = limit + 1;
  for (let column = Math.max(0, height - limit); column <= width; column += 1) {
    best = Math.min(best, at(last, column));
  }
  return best;
}

const at = (cells: Uint8Array, index: number): number => cells[index] ?? LONGEST;
