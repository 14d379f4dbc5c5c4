/** What the bench asks of the process that holds the sandbox and drives it. */
export interface Load {
  readonly kind: 'chat' | 'autocomplete';
  readonly count: number;
  /** Interactions that wait for their answer at once. */
  readonly inFlight: number;
}

export interface Measured {
  /** Milliseconds of every interaction, from the member's act to the whole answer. */
  readonly latencies: readonly number[];
  /** Milliseconds for all of them. */
  readonly total: number;
}

export type ToLoopback =
  | { readonly type: 'await-ready' }
  | { readonly type: 'load'; readonly load: Load };

export type FromLoopback =
  | { readonly type: 'listening'; readonly apiUrl: string; readonly token: string }
  | { readonly type: 'ready' }
  | { readonly type: 'measured'; readonly measured: Measured };
