import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

export { describeInBrowser, launchBrowser } from './browser.ts';

export const DESKTOP = { width: 1280, height: 860 };
/** A narrow phone. */
export const PHONE = { width: 360, height: 740 };

export interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
}

/**
 * Opens a sandbox's page and waits until it can be used. Whatever the page throws or logs as an
 * error is in {@link problemsOf}. Only the sandbox can be reached: the network is cut off.
 */
export async function openPage(
  browser: Browser,
  sandbox: Pick<Sandbox, 'pageUrl'>,
  { viewport = DESKTOP }: OpenOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'UTC' });
  const own = new URL(sandbox.pageUrl).host;
  await context.route(
    (url) => url.host !== own,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  const problems: string[] = [];
  found.set(page, problems);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Blocked pictures are reported too; the cards' business is to stay whole without them.
    const isNetwork = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isNetwork) problems.push(message.text());
  });
  await page.goto(sandbox.pageUrl);
  await composer(page).waitFor();
  return page;
}

const found = new WeakMap<Page, string[]>();

/** What went wrong inside the page since it was opened. */
export function problemsOf(page: Page): readonly string[] {
  return found.get(page) ?? [];
}

/** Where one types: the message's text, or the command option that has the focus. */
export function composer(page: Page): Locator {
  return page.locator('.entry-text, .command-form');
}

/** Types a line as one would, starting with an empty composer, and sends nothing. */
export async function typeCommand(page: Page, line: string): Promise<void> {
  const leave = page.getByRole('button', { name: /^Leave \// });
  if (await leave.isVisible()) await leave.click();
  await page.locator('.entry-text').fill('');
  await page.locator('.entry-text').focus();
  await page.keyboard.type(line);
}

/** Sends what is in the composer with its button, as typed. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send/ }).click();
}

/**
 * Types a command and sends it as typed, without picking a suggestion.
 *
 * @returns the message that answers it
 */
export async function runCommand(page: Page, line: string): Promise<Locator> {
  const before = new Set(await ids(page));
  await typeCommand(page, line);
  await send(page);
  return newMessage(page, before);
}

/** Waits for the first message that wasn't there, not counting "is thinking…". */
export async function newMessage(page: Page, before: ReadonlySet<string>): Promise<Locator> {
  const id = await page.waitForFunction(
    (known) =>
      [...document.querySelectorAll<HTMLElement>('[data-message]')]
        .map((element) => element.dataset.message)
        .find((id) => id !== undefined && !known.includes(id)),
    [...before],
  );
  return page.locator(`[data-message="${await id.jsonValue()}"]`);
}

/** The messages' ids, oldest first. */
export function ids(page: Page): Promise<string[]> {
  return page
    .locator('[data-message]')
    .evaluateAll((all) => all.map((element) => element.getAttribute('data-message') ?? ''));
}

/** What one reads in an element, which may still be on its way. */
export async function textOf(element: Locator): Promise<string> {
  await element.waitFor({ state: 'attached' });
  return (await element.allInnerTexts()).join('\n');
}

export function lastMessage(page: Page): Locator {
  return page.locator('.messages > li').last();
}

/** Becomes another member, by display name. */
export async function becomeMember(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^You are/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await page.getByRole('button', { name: `You are ${name}` }).waitFor();
}

/** Goes to a channel of the server one is in. */
export async function goToChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Goes to the first channel of a server, or with "Direct messages" to the bot's. */
export async function goToServer(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Servers' }).getByRole('button', { name }).click();
  await page.locator('.channels-title', { hasText: name }).waitFor();
}

/** Uses a message command from a message's menu. */
export async function useMessageCommand(page: Page, message: Locator, name: string): Promise<void> {
  await message.hover();
  await message.getByRole('button', { name: 'More actions and apps' }).click();
  await page.getByRole('menuitem', { name }).click();
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds in the page that is serious or worse, one line each. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // A policy of the page forbids added scripts; evaluating is not subject to it.
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(axe, 'utf8'));
  const violations = (await page.evaluate(
    'axe.run(document).then(({ violations }) => violations)',
  )) as Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
    );
}
