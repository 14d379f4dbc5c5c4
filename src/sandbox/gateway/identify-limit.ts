/** How often the bot may identify. */
export interface IdentifyRules {
  /** Milliseconds in which one IDENTIFY per concurrency key is accepted. */
  readonly window: number;
  readonly maxConcurrency: number;
  readonly perDay: number;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Counts IDENTIFYs: per concurrency key (shard index modulo `max_concurrency`) one in 5 s, and so
 * many a day.
 */
export class IdentifyLimit {
  readonly rules: IdentifyRules;
  readonly #lastOf = new Map<number, number>();
  #dayStarted = performance.now();
  #today = 0;

  constructor(rules: IdentifyRules) {
    this.rules = rules;
  }

  take(shardIndex: number): 'accepted' | 'too_soon' | 'exhausted' {
    this.#renew();
    if (this.#today >= this.rules.perDay) return 'exhausted';
    const now = performance.now();
    const key = shardIndex % this.rules.maxConcurrency;
    const last = this.#lastOf.get(key) ?? Number.NEGATIVE_INFINITY;
    if (now - last < this.rules.window) return 'too_soon';
    this.#lastOf.set(key, now);
    this.#today += 1;
    return 'accepted';
  }

  /** The `session_start_limit` of GET /gateway/bot. */
  startLimit(): object {
    this.#renew();
    return {
      total: this.rules.perDay,
      remaining: this.rules.perDay - this.#today,
      reset_after: Math.ceil(DAY - (performance.now() - this.#dayStarted)),
      max_concurrency: this.rules.maxConcurrency,
    };
  }

  #renew(): void {
    if (performance.now() - this.#dayStarted < DAY) return;
    this.#dayStarted = performance.now();
    this.#today = 0;
  }
}
