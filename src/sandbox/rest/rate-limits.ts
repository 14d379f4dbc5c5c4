/** What is told of a bucket in the headers. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
  readonly bucket: string;
  /** Set when the request is one too many. */
  readonly exceeded?: 'user' | 'global';
}

interface Window {
  started: number;
  count: number;
}

const WINDOW = 1000;
const SWEEP_AT = 1000;
const ID = /\d{16,}/g;

/**
 * Counts requests as Discord does: per route and major resource, and all together, which
 * interaction endpoints are exempt from. Windows are a second long; Discord's own vary.
 */
export class RateLimits {
  readonly #perSecond: number;
  readonly #windows = new Map<string, Window>();
  readonly #all: Window = { started: 0, count: 0 };

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  take(method: string, path: string): Quota {
    const now = performance.now();
    const isInteraction = path.startsWith('/webhooks/');
    const [, top = '', major = ''] = path.split('/', 3);
    const bucket = Buffer.from(`${method} ${path.replace(ID, ':id')}`).toString('base64url');
    const own = this.#window(`${method} ${top} ${major} ${bucket}`, now);
    const exceeded = count(own, now, this.#perSecond);
    const globally = !isInteraction && count(this.#all, now, this.#perSecond);
    const blamed = globally ? this.#all : own;
    return {
      limit: this.#perSecond,
      remaining: Math.max(0, this.#perSecond - own.count),
      resetAfterMs: Math.max(0, blamed.started + WINDOW - now),
      bucket: bucket.slice(0, 32),
      ...((exceeded || globally) && { exceeded: globally ? 'global' : 'user' }),
    };
  }

  #window(key: string, now: number): Window {
    const known = this.#windows.get(key);
    if (known) return known;
    if (this.#windows.size >= SWEEP_AT) {
      for (const [other, { started }] of this.#windows) {
        if (now - started > WINDOW) this.#windows.delete(other);
      }
    }
    const fresh = { started: now, count: 0 };
    this.#windows.set(key, fresh);
    return fresh;
  }
}

/** @returns whether this request is one too many */
function count(window: Window, now: number, limit: number): boolean {
  if (now - window.started >= WINDOW) {
    window.started = now;
    window.count = 0;
  }
  window.count += 1;
  return window.count > limit;
}

export function quotaHeaders({
  limit,
  remaining,
  resetAfterMs,
  bucket,
}: Quota): [string, string][] {
  return [
    ['x-ratelimit-limit', String(limit)],
    ['x-ratelimit-remaining', String(remaining)],
    ['x-ratelimit-reset', ((Date.now() + resetAfterMs) / 1000).toFixed(3)],
    ['x-ratelimit-reset-after', (resetAfterMs / 1000).toFixed(3)],
    ['x-ratelimit-bucket', bucket],
  ];
}

/** A 429. `retry_after` is in seconds. */
export function tooManyRequests(retryAfterMs: number, global: boolean): Response {
  const seconds = retryAfterMs / 1000;
  return Response.json(
    { message: 'You are being rate limited.', retry_after: seconds, global, code: 0 },
    {
      status: 429,
      headers: {
        'retry-after': String(Math.ceil(seconds)),
        'x-ratelimit-reset-after': String(seconds),
        'x-ratelimit-scope': global ? 'global' : 'user',
        ...(global && { 'x-ratelimit-global': 'true' }),
      },
    },
  );
}
