/** A text with the year it names taken out: "Dune (1984)", "dune 1984" or "dune '84". */
export interface Dated {
  readonly rest: string;
  /** Years it may mean; two digits may be of either century. */
  readonly years: readonly number[];
}

/** Undefined when no year stands at the end of the text. */
export function splitYear(text: string): Dated | undefined {
  const full = /^(.+?)[\s,]*[([]?\b((?:18|19|20)\d{2})[)\]]?\s*$/u.exec(text);
  if (full?.[1] && full[2]) return { rest: full[1].trim(), years: [Number(full[2])] };
  const short = /^(.+?)\s*[(]?['’‘](\d{2})[)]?\s*$/u.exec(text);
  if (short?.[1] && short[2]) {
    return { rest: short[1].trim(), years: [1900 + Number(short[2]), 2000 + Number(short[2])] };
  }
  return undefined;
}
