/** A text with the year it names taken out: "Dune (1984)", "dune 1984", "dune '84" or "dune 84". */
export interface Dated {
  readonly rest: string;
  /** Years it may mean; two digits may be of either century. */
  readonly years: readonly number[];
  /** True for two digits that nothing marks as a year. */
  readonly bare: boolean;
}

const FULL = /^(.+?)[\s,]*[([]?\b((?:18|19|20)\d{2})[)\]]?\s*$/u;
const SHORT = /^(.+?)(?:\s*[([]?['’‘](\d{2})[)\]]?|\s+(\d{2}))\s*$/u;

/** Undefined when no year stands at the end of the text. */
export function splitYear(text: string): Dated | undefined {
  const full = FULL.exec(text);
  if (full?.[1] && full[2]) {
    return { rest: full[1].trim(), years: [Number(full[2])], bare: false };
  }
  const short = SHORT.exec(text);
  const digits = short?.[2] ?? short?.[3];
  if (!short?.[1] || digits === undefined) return undefined;
  return {
    rest: short[1].trim(),
    years: [1900 + Number(digits), 2000 + Number(digits)],
    bare: short[2] === undefined,
  };
}
