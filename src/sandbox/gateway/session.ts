/** A gateway event as it is sent. */
export interface Dispatch {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** Events kept for a resume: Discord keeps a few minutes' worth. */
const KEPT_EVENTS = 2000;

/** What outlives a socket: the sequence, the missed events, what the bot asked for. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  #sequence = 0;
  #kept: Dispatch[] = [];
  #send: ((event: Dispatch) => void) | undefined;

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

  /** Whether the events of a guild, or of direct messages, belong to this shard. */
  hears(guildId: string | undefined): boolean {
    const [index, count] = this.shard;
    return guildId === undefined
      ? index === 0
      : Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
  }

  attach(send: (event: Dispatch) => void): void {
    this.#send = send;
  }

  detach(): void {
    this.#send = undefined;
  }

  dispatch(type: string, data: unknown): void {
    this.#sequence += 1;
    const event: Dispatch = { op: 0, t: type, s: this.#sequence, d: data };
    this.#kept.push(event);
    if (this.#kept.length > KEPT_EVENTS) this.#kept = this.#kept.slice(-KEPT_EVENTS / 2);
    this.#send?.(event);
  }

  /** Events after a sequence number; undefined when some of them are kept no more, or never were. */
  missed(after: number): readonly Dispatch[] | undefined {
    if (after > this.#sequence) return undefined;
    const oldest = this.#kept[0]?.s ?? this.#sequence + 1;
    return after + 1 < oldest ? undefined : this.#kept.filter(({ s }) => s > after);
  }
}
