import type { Clock } from './clock.ts';

/** Milliseconds from 1970 to Discord's epoch, the start of 2015. */
const DISCORD_EPOCH = 1_420_070_400_000;

/**
 * Makes ids as Discord does: the time in the upper 42 bits, a running number in the lower 12. Ids
 * always grow: past 4096 in a millisecond, or when the clock steps back, the time runs ahead.
 */
export function createSnowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const fresh = BigInt(clock.now() - DISCORD_EPOCH) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}
