/**
 * Why a store can't serve an operation: it is unusable or out of reach (`down`), or what it keeps
 * was written by a newer version of the bot (`newer`) or can't be understood (`damaged`).
 */
export type StoreFailure = 'down' | 'newer' | 'damaged';

/**
 * A store's refusal. Its message is one sentence that may be shown to anybody: it never holds a
 * credential or a stored value. What the driver said is in `cause`, for the log.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: StoreFailure;

  constructor(reason: StoreFailure, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}

/** The error of an operation that the store didn't carry out; one that is a StoreError stays itself. */
export function unavailable(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  return new StoreError('down', "The bot's storage doesn't answer: try again in a minute.", {
    cause,
  });
}

/** The error of an operation on a value that can't be read, and is therefore left as it is. */
export function unreadable(reason: 'newer' | 'damaged'): StoreError {
  return new StoreError(
    reason,
    reason === 'newer'
      ? 'A newer version of the bot saved this: it stays as it is until the bot is updated.'
      : 'What is stored here is damaged: it stays as it is until whoever runs the bot mends it.',
  );
}
