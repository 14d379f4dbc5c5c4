/** Which REST requests a fault strikes; every request when left out. */
export interface RequestMatch {
  readonly method?: string;
  /** Tested against the path below `/api/v10`, e.g. `/interactions/1/abc/callback`. */
  readonly path?: RegExp;
  /** How many matching requests it strikes; 1 by default, `Infinity` until {@link Faults.clear}. */
  readonly count?: number;
}

/** Everything that goes wrong on Discord's side, on demand. */
export interface Faults {
  /** Answers the next matching requests with this status (a 5xx, say) and does nothing else. */
  failRequests(status: number, match?: RequestMatch): void;
  /** Answers 429 with `retry_after`. */
  rateLimit(
    options: { readonly retryAfterMs: number; readonly global?: boolean },
    match?: RequestMatch,
  ): void;
  /** Holds the next matching requests back before handling them. */
  delayRequests(ms: number, match?: RequestMatch): void;
  /** Handles the next matching requests, then breaks the connection instead of answering. */
  loseResponses(match?: RequestMatch): void;
  /** Breaks every gateway connection without a close frame. */
  dropSockets(): void;
  /** Closes every gateway connection with a code, e.g. 4000 or 4009. */
  closeSockets(code: number, reason?: string): void;
  /** Sends opcode 7. */
  requestReconnect(): void;
  /** Sends opcode 9; with `resumable: false` the session is gone. */
  invalidateSessions(options: { readonly resumable: boolean }): void;
  /** The next RESUME gets opcode 9 (false), as after a long outage. */
  refuseNextResume(): void;
  /** Heartbeats are no longer acknowledged, until {@link Faults.clear}. */
  muteHeartbeats(): void;
  /** RESUME is neither answered nor refused, until {@link Faults.clear}: a zombie connection. */
  ignoreResumes(): void;
  /** Delivers the next interactions twice, as Discord does after some reconnects. */
  duplicateInteractions(count?: number): void;
  /** The next interactions are already out of time (10062) when the bot answers. */
  expireInteractions(count?: number): void;
  /** The guild becomes unavailable: GUILD_DELETE with `unavailable: true`. */
  guildOutage(guildId: string): void;
  /** Ends an outage: GUILD_CREATE. */
  guildRecovered(guildId: string): void;
  /** Removes the bot from the guild: GUILD_DELETE without `unavailable`. */
  kickBot(guildId: string): void;
  /** Adds it again: GUILD_CREATE. */
  inviteBot(guildId: string): void;
  /** Ends all lasting and pending faults (not outages or removals). */
  clear(): void;
}
