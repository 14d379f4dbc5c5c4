/**
 * Remembers what was made for a key, since the catalog never changes while it is loaded: members
 * type the same beginnings and open the same cards. The one made first goes first.
 */
export class Kept<T> {
  readonly #capacity: number;
  readonly #made = new Map<string, T>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: string, make: () => T): T {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const value = make();
    if (this.#made.size >= this.#capacity) {
      const [oldest] = this.#made.keys();
      if (oldest !== undefined) this.#made.delete(oldest);
    }
    this.#made.set(key, value);
    return value;
  }
}
