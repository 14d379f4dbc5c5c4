import { setTimeout as sleep } from 'node:timers/promises';
import { vi } from 'vitest';
import type { LogLine, TestBot } from './bot.ts';

/** The lines that tell of interactions, one each. */
export const interactionLines = (log: readonly LogLine[]): LogLine[] =>
  log.filter(({ msg }) => msg === 'interaction');

/**
 * What the bot logs of one thing that is done. An interaction is logged after its answer has
 * arrived, so that the answer alone doesn't tell that the line is there.
 *
 * @param count - lines to wait for
 */
export async function linesOf(
  bot: Pick<TestBot, 'log'>,
  act: () => Promise<unknown>,
  count = 1,
): Promise<LogLine[]> {
  await quiet(bot.log);
  const before = bot.log.length;
  await act();
  return vi.waitFor(() => {
    const lines = interactionLines(bot.log.slice(before));
    if (lines.length < count) throw new Error(`${lines.length} of ${count} lines are logged`);
    return lines;
  }, 10_000);
}

/** Until what was done before is logged: a bot that has answered logs within a turn of its loop. */
async function quiet(log: readonly LogLine[]): Promise<void> {
  for (let length = -1; length !== log.length; await sleep(20)) length = log.length;
}
