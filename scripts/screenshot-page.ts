import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestBot } from '../test/support/bot.ts';
import { launchBrowser, openPage, runCommand } from '../test/support/page.ts';

/**
 * `npm run screenshot [-- <file>]`: the README's picture, of the real bot on the real page. Needs a
 * Chromium: see `CHROMIUM_PATH` in docs/testing.md.
 */
const [file = fileURLToPath(new URL('../docs/images/page.png', import.meta.url))] =
  process.argv.slice(2);
mkdirSync(dirname(file), { recursive: true });
const [bot, browser] = await Promise.all([startTestBot(), launchBrowser()]);
try {
  const page = await openPage(browser, bot.sandbox, { viewport: { width: 1180, height: 980 } });
  const card = await runCommand(page, '/soundtrack Drive');
  await card.getByText('Why it fits').waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: file });
  console.log(`Wrote ${file}`);
} finally {
  await browser.close();
  await bot.close();
}
