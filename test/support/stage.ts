import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { launchBrowser, type OpenOptions, openPage, problemsOf } from './page.ts';
import { type ShowcaseBot, startShowcaseBot } from './showcase-bot.ts';

/** What a suite of the page stands on; usable inside of its tests. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly bot: ShowcaseBot;
  readonly browser: Browser;
  /** Opens the page; it is closed after the test, which fails if the page reported an error. */
  open(options?: OpenOptions): Promise<Page>;
}

/** Sets up, once a suite: a sandbox, the showcase bot in it, and a browser. */
export function setStage(): Stage {
  let sandbox: Sandbox;
  let bot: ShowcaseBot;
  let browser: Browser;
  const pages: Page[] = [];
  beforeAll(async () => {
    sandbox = await startSandbox();
    [bot, browser] = await Promise.all([startShowcaseBot(sandbox), launchBrowser()]);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) {
      expect(problemsOf(page)).toEqual([]);
      await page.context().close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.close();
    await sandbox?.close();
  });
  return {
    get sandbox() {
      return sandbox;
    },
    get bot() {
      return bot;
    },
    get browser() {
      return browser;
    },
    async open(options) {
      const page = await openPage(browser, sandbox, options);
      pages.push(page);
      return page;
    },
  };
}
