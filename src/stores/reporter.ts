import type { DamageReport } from './records.ts';

/** As much of pino as the stores use. */
export interface StoreLogger {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** The least time between two lines on a store that fails, in milliseconds. */
const FAILURE_PAUSE_MS = 60_000;

/** Tells the log what is wrong with the store, without repeating itself. */
export function createReporter(logger: StoreLogger | undefined) {
  const reported = new Set<string>();
  let lastFailure = Number.NEGATIVE_INFINITY;
  return {
    damage(report: DamageReport): void {
      const identity = `${report.problem} ${report.name} ${report.scope} ${report.keptAs}`;
      if (reported.has(identity)) return;
      reported.add(identity);
      logger?.error(
        { damage: report },
        report.problem === 'newer'
          ? 'a stored value is of a newer version; it stays as it is until the bot is updated'
          : 'a stored value is damaged; it stays as it is, with a copy kept aside, until it is mended',
      );
    },
    failure(error: unknown): void {
      const now = performance.now();
      if (now - lastFailure < FAILURE_PAUSE_MS) return;
      lastFailure = now;
      logger?.warn({ err: error }, 'the store fails; the bot keeps trying');
    },
  };
}
