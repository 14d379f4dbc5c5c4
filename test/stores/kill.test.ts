import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openStores } from '../../src/stores/open-stores.ts';
import { newId } from './backends.ts';

it('has everything that was acknowledged before kill -9', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const databaseUrl = `sqlite://${join(folder, 'bot.sqlite')}`;
  const [scope, userId] = [newId(), newId()];
  const acknowledged = new Set<string>();
  try {
    for (const enough of [15, 1, 40]) {
      // Each life of the bot saves under a scope of its own, over the same file.
      const life = `${scope}${enough}`;
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'child.ts'), databaseUrl, life, userId],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const exit = once(child, 'exit');
      let lines = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged.add(`${life} a/${line}`);
        lines += 1;
        if (lines === enough) child.kill('SIGKILL');
      }
      expect(await exit).toEqual([null, 'SIGKILL']);
    }

    const stores = await openStores({ databaseUrl });
    const exported = await stores.favourites.exportMember(userId);
    await stores.close();
    const found = exported.flatMap(({ scope: life, favourites }) =>
      favourites.map((favourite) => `${life} ${favourite.ref}`),
    );
    expect(acknowledged.size).toBeGreaterThanOrEqual(56);
    expect(Array.from(acknowledged).filter((one) => !found.includes(one))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
