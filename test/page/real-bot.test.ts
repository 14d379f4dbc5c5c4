import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBot, type TestBot } from '../support/bot.ts';
import {
  becomeMember,
  describeInBrowser,
  ids,
  launchBrowser,
  newMessage,
  openPage,
  PHONE,
  problemsOf,
  runCommand,
  seriousViolations,
  textOf,
  useMessageCommand,
} from '../support/page.ts';

describeInBrowser('the bot on the page', () => {
  let bot: TestBot;
  let browser: Browser;
  beforeAll(async () => {
    [bot, browser] = await Promise.all([startTestBot(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await bot.close();
  });

  it('shows the card of Drive, saves from it, and finds the track again', async () => {
    const page = await openPage(browser, bot.sandbox);
    const card = await runCommand(page, '/soundtrack Drive');
    expect(await textOf(card)).toContain('A Real Hero');
    const before = new Set(await ids(page));
    await card.getByRole('button', { name: 'Save' }).first().click();
    expect(await textOf(await newMessage(page, before))).toContain('Saved A Real Hero');
    expect(await textOf(await runCommand(page, '/favorites list'))).toContain('A Real Hero');
    expect(problemsOf(page)).toEqual([]);
  });

  it('pages tracks, hides spoilers until they are clicked, and goes back', async () => {
    const page = await openPage(browser, bot.sandbox);
    const card = await runCommand(page, '/soundtrack Drive');
    await card.getByRole('button', { name: 'Tracks' }).click();
    await card.getByRole('button', { name: 'Last' }).click();
    await card.getByText('Bride of Deluxe').first().waitFor();
    await card.getByRole('button', { name: 'Scenes' }).click();
    await card.getByText('Spoilers are hidden').waitFor();
    await card.getByRole('button', { name: 'Overview' }).click();
    await card.getByText('Play these first').waitFor();
  });

  it('lets an admin change a default, keeps members out of it, and deletes a reply', async () => {
    const page = await openPage(browser, bot.sandbox);
    expect(await textOf(await runCommand(page, '/settings set count:5'))).toContain(
      'recommendation: 5',
    );
    const list = await runCommand(page, '/recommend');
    expect(await list.getByRole('button', { name: 'Save' }).count()).toBe(5);
    await useMessageCommand(page, list, 'Delete reply');
    await list.waitFor({ state: 'detached' });
    await becomeMember(page, 'Theo');
    await page.locator('.entry-text').fill('/sett');
    await page.getByText('/settings').waitFor({ state: 'detached' });
  });

  it('is accessible on a phone, with every kind of answer on it', async () => {
    const page = await openPage(browser, bot.sandbox, { viewport: PHONE });
    for (const line of [
      '/soundtrack Drive',
      '/artist Kavinsky',
      '/song Nightcall',
      '/soundtrack Heat',
      '/help',
    ]) {
      await runCommand(page, line);
    }
    expect(await seriousViolations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
