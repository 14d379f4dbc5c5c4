/**
 * Why a store can't serve an operation: it is unusable or out of reach (`down`), or what it keeps
 * was written by a newer version of the bot (`newer`) or can't be understood (`damaged`).
 */
export type StoreFailure = 'down' | 'newer' | 'damaged';

/** A store's refusal. Its message is one sentence, and never carries a URL's credentials. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: StoreFailure;

  constructor(reason: StoreFailure, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}
