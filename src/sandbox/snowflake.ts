import type { Clock } from './clock.ts';

/** Milliseconds from 1970 to Discord's epoch, the start of 2015. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Makes ids as Discord does: the time in the upper 42 bits, a running number in the lower 12. */
export function createSnowflakes(clock: Clock): () => string {
  let sequence = 0;
  return () => {
    sequence = (sequence + 1) & 0xfff;
    return ((BigInt(clock.now() - DISCORD_EPOCH) << 22n) | BigInt(sequence)).toString();
  };
}
