/** A bounded memory of values by scope: what was used longest ago is forgotten first. */
export class Recent<T> {
  readonly #limit: number;
  readonly #maxAgeMs: number;
  readonly #entries = new Map<string, { readonly value: T; readonly since: number }>();

  /**
   * @param limit - scopes that are remembered
   * @param maxAgeMs - milliseconds after which a value counts as forgotten
   */
  constructor(limit: number, maxAgeMs: number) {
    this.#limit = limit;
    this.#maxAgeMs = maxAgeMs;
  }

  get(scope: string): T | undefined {
    const entry = this.#entries.get(scope);
    if (entry === undefined) return undefined;
    this.#entries.delete(scope);
    if (performance.now() - entry.since > this.#maxAgeMs) return undefined;
    // A Map keeps the order of insertion, so the first key is always the one used longest ago.
    this.#entries.set(scope, entry);
    return entry.value;
  }

  set(scope: string, value: T): void {
    this.#entries.delete(scope);
    this.#entries.set(scope, { value, since: performance.now() });
    if (this.#entries.size <= this.#limit) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  delete(scope: string): void {
    this.#entries.delete(scope);
  }
}
