/** A gateway event as it is sent. */
export interface Dispatch {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

export type Send = (event: Dispatch) => void;

/** Events kept for a resume: Discord keeps a few minutes' worth. */
const KEPT_EVENTS = 2000;

/** What outlives a socket: the sequence, the missed events, what the bot asked for. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [index: number, count: number];
  #sequence = 0;
  #kept: Dispatch[] = [];
  #send: Send | undefined;
  #lostAt = 0;

  constructor(id: string, intents: number, shard: readonly [number, number]) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
  }

  get sequence(): number {
    return this.#sequence;
  }

  get connected(): boolean {
    return this.#send !== undefined;
  }

  /** How long it has been without a socket, milliseconds. */
  lostFor(): number {
    return this.connected ? 0 : performance.now() - this.#lostAt;
  }

  /** Whether the events of a guild, or of direct messages, belong to this shard. */
  hears(guildId: string | undefined): boolean {
    const [index, count] = this.shard;
    if (count === 1) return true;
    return guildId === undefined
      ? index === 0
      : Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
  }

  attach(send: Send): void {
    this.#send = send;
  }

  /** Lets go of a socket, unless another one has taken over meanwhile. */
  detach(send: Send): void {
    if (this.#send !== send) return;
    this.#send = undefined;
    this.#lostAt = performance.now();
  }

  dispatch(type: string, data: unknown): void {
    this.#sequence += 1;
    const event: Dispatch = { op: 0, t: type, s: this.#sequence, d: data };
    this.#kept.push(event);
    if (this.#kept.length > KEPT_EVENTS) this.#kept = this.#kept.slice(-KEPT_EVENTS / 2);
    this.#send?.(event);
  }

  /** Events after a sequence number; undefined when some of them are kept no more. */
  missed(after: number): readonly Dispatch[] | undefined {
    const oldest = this.#kept[0]?.s ?? this.#sequence + 1;
    return after + 1 < oldest ? undefined : this.#kept.filter(({ s }) => s > after);
  }
}
