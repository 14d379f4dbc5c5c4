import type { RequestMatch } from '../faults.ts';

/** What strikes a request. */
export type Strike =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'rate-limit'; readonly retryAfter: number; readonly global: boolean }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'lose' };

interface Pending {
  readonly strike: Strike;
  readonly match: RequestMatch;
  left: number;
}

/** Faults waiting for the requests that they are to strike. */
export class FaultQueue {
  #pending: Pending[] = [];

  add(strike: Strike, match: RequestMatch = {}): void {
    this.#pending.push({ strike, match, left: match.count ?? 1 });
  }

  /** The faults that strike this request, each counted down. */
  take(method: string, path: string): Strike[] {
    if (this.#pending.length === 0) return [];
    const struck = this.#pending.filter(
      ({ match }) =>
        (match.method === undefined || match.method.toUpperCase() === method) &&
        (match.path === undefined || match.path.test(path)),
    );
    for (const pending of struck) pending.left -= 1;
    this.#pending = this.#pending.filter(({ left }) => left > 0);
    return struck.map(({ strike }) => strike);
  }

  clear(): void {
    this.#pending = [];
  }
}
