/** Remembers the last so many ids, so that one delivered twice is known. */
export class RecentIds {
  readonly #capacity: number;
  readonly #ids = new Set<string>();

  /** @param capacity - ids kept; the oldest goes first */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** True the first time an id is seen. */
  admit(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > this.#capacity) {
      const [oldest] = this.#ids;
      if (oldest !== undefined) this.#ids.delete(oldest);
    }
    return true;
  }
}
