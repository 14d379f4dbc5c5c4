import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startTestBot } from '../test/support/bot.ts';
import { launchBrowser, openPage, runCommand } from '../test/support/page.ts';

/**
 * `npm run screenshot [-- [--url <address>] [<file>]]`: the README's picture, of the real bot on the
 * real page; with `--url`, of a sandbox that runs already. Needs a Chromium: see `CHROMIUM_PATH` in
 * docs/testing.md.
 */
const { values, positionals } = parseArgs({
  options: { url: { type: 'string' } },
  allowPositionals: true,
});
const [file = fileURLToPath(new URL('../docs/images/page.png', import.meta.url))] = positionals;
mkdirSync(dirname(file), { recursive: true });
const browser = await launchBrowser();
const bot = values.url === undefined ? await startTestBot() : undefined;
try {
  const pageUrl = values.url ?? bot?.sandbox.pageUrl ?? '';
  const page = await openPage(browser, { pageUrl }, { viewport: { width: 1240, height: 1100 } });
  const card = await runCommand(page, '/soundtrack Drive');
  await card.locator('.container').waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  console.log(`Wrote ${file}`);
} finally {
  await browser.close();
  await bot?.close();
}
