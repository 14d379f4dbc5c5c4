import { type StoreError, unavailable } from './store-error.ts';

/**
 * The outcome of `promise`, if it settles within `timeoutMs` milliseconds.
 *
 * @param onLate - told of the failure before the caller is
 * @throws StoreError `down` when it hasn't; it goes on all the same
 */
export async function withDeadline<T>(
  promise: Promise<T>,
  timeoutMs: number,
  onLate?: (error: StoreError) => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = unavailable(new Error(`no answer within ${timeoutMs} ms`));
      onLate?.(error);
      reject(error);
    }, timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
