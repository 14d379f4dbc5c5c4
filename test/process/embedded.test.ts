import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../support/parts.ts';
import { type RunningProcess, startProcess, temporaryFolder } from '../support/process.ts';
import { openPageClient, type PageClient } from './page-client.ts';

let folder: ReturnType<typeof temporaryFolder>;
let bot: RunningProcess | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  bot?.kill('SIGKILL');
  await bot?.ended;
  folder.remove();
});

const PAGE = /http:\/\/127\.0\.0\.1:\d+\//;

/** `npm start` with nothing configured, but for a free port and a place of its own. */
async function start(more: Readonly<Record<string, string>> = {}): Promise<PageClient> {
  bot = startProcess('src/main.ts', folder.path, {
    SANDBOX_PORT: '0',
    DATABASE_URL: `sqlite://${join(folder.path, 'bot.sqlite')}`,
    ...more,
  });
  const [address] = await bot.said(PAGE);
  await bot.said(/"msg":"ready"/);
  const page = await openPageClient(address);
  await page.ask('hello', {});
  return page;
}

const run = async (page: PageClient, line: string) =>
  textOf((await page.ask('run', { line })).message);

describe('npm start with nothing configured', () => {
  it('serves a page on loopback where /soundtrack Drive answers, and ends on SIGTERM', async () => {
    const page = await start();
    expect(await run(page, '/soundtrack Drive')).toContain('Drive (2011)');
    page.close();
    bot?.kill('SIGTERM');
    const { code, signal, stderr } = (await bot?.ended) ?? {};
    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
  });

  it('ends on Ctrl+C too, with the page open', async () => {
    await start();
    bot?.kill('SIGINT');
    expect((await bot?.ended)?.code).toBe(0);
  });

  it('finds again what was saved, after an orderly end', async () => {
    const first = await start();
    await run(first, '/favorites add song:drive-2011/nightcall');
    bot?.kill('SIGTERM');
    await bot?.ended;
    expect(await run(await start(), '/favorites list')).toContain('Nightcall');
  });

  it('finds again what was acknowledged, after kill -9', async () => {
    const first = await start();
    await run(first, '/favorites add song:drive-2011/nightcall');
    expect(await run(first, '/settings set count:7')).toContain('7');
    bot?.kill('SIGKILL');
    expect((await bot?.ended)?.signal).toBe('SIGKILL');
    const second = await start();
    expect(await run(second, '/favorites list')).toContain('Nightcall');
    expect(await run(second, '/settings view')).toContain('7');
  });

  it('keeps its data where it runs when no database is named', async () => {
    const first = await start({ DATABASE_URL: '' });
    await run(first, '/favorites add song:drive-2011/nightcall');
    bot?.kill('SIGTERM');
    await bot?.ended;
    expect(await run(await start({ DATABASE_URL: '' }), '/favorites list')).toContain('Nightcall');
  });
});
