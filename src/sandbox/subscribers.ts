/** Those who want to hear of something. */
export class Subscribers<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** @returns a function that ends the subscription */
  add(listener: (value: T) => void): () => void {
    // A function of its own, so that one listener can subscribe twice.
    const own = (value: T) => listener(value);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  tell(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}
