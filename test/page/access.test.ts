import { expect, it } from 'vitest';
import {
  describeInBrowser,
  PHONE,
  runCommand,
  seriousViolations,
  typeCommand,
} from '../support/page.ts';
import { setStage } from '../support/stage.ts';

const KINDS = ['buttons', 'selects', 'markdown', 'media', 'legacy'];

describeInBrowser('access', () => {
  const stage = setStage();

  for (const [name, viewport] of [
    ['a desktop', { width: 1280, height: 860 }],
    ['a phone', PHONE],
  ] as const) {
    it(`has no serious barrier on ${name}`, async () => {
      const page = await stage.open({ viewport });
      expect(await seriousViolations(page)).toEqual([]);
      await runCommand(page, '/soundtrack Drive');
      for (const kind of KINDS) await runCommand(page, `/showcase ${kind}`);
      await runCommand(page, '/whisper');
      expect(await seriousViolations(page)).toEqual([]);
      await typeCommand(page, '/');
      await page.getByRole('listbox').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await typeCommand(page, '/soundtrack D');
      await page.getByRole('option').first().waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('combobox', { name: 'Choose a title' }).last().click();
      await page.getByRole('listbox').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await typeCommand(page, '/form ');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      expect(await seriousViolations(page)).toEqual([]);
    });
  }

  it('has its landmarks and a live log', async () => {
    const page = await stage.open();
    for (const name of ['Servers', 'Channels']) {
      expect(await page.getByRole('navigation', { name }).count()).toBe(1);
    }
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('complementary', { name: 'Members' }).count()).toBe(1);
    expect(await page.getByRole('log', { name: 'Messages in #lobby' }).count()).toBe(1);
  });

  it('fits a phone: nothing scrolls sideways, servers and channels are a drawer', async () => {
    const page = await stage.open({ viewport: PHONE });
    for (const kind of KINDS) await runCommand(page, `/showcase ${kind}`);
    await runCommand(page, '/soundtrack Drive');
    const tooWide = await page.evaluate(() =>
      [...document.querySelectorAll('.channel *')]
        .filter((element) => element.closest('pre') === null)
        .filter((element) => !element.classList.contains('visually-hidden'))
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(tooWide).toEqual([]);

    const channels = page.getByRole('navigation', { name: 'Channels' });
    expect(await channels.isVisible()).toBe(false);
    const button = page.getByRole('button', { name: 'Servers and channels' });
    await button.click();
    await channels.waitFor();
    await page.keyboard.press('Escape');
    await channels.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.click();
    await channels.getByRole('button', { name: 'soundtracks' }).click();
    await channels.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: 'soundtracks' }).waitFor();
  });

  it('begins a long answer at its beginning, and leads to its end', async () => {
    const page = await stage.open({ viewport: PHONE });
    const card = await runCommand(page, '/soundtrack Drive');
    const inView = async (name: string) => {
      const box = await card.getByText(name).boundingBox();
      return box !== null && box.y > 0 && box.y + box.height < PHONE.height;
    };
    await expect.poll(() => inView('Drive (2011)')).toBe(true);
    expect(await inView('Lakeshore')).toBe(false);
    await page.getByRole('button', { name: 'Newest' }).click();
    await expect.poll(() => inView('Lakeshore')).toBe(true);
  });

  it('shows where the focus is', async () => {
    const page = await stage.open();
    await page.keyboard.press('Shift+Tab');
    const outline = await page.evaluate(() => {
      const element = document.activeElement;
      return element === null ? '' : getComputedStyle(element).outlineStyle;
    });
    expect(outline).toBe('solid');
  });

  it('stands still for those who ask for it', async () => {
    const page = await stage.open();
    const moving = () =>
      page.evaluate(() => {
        const sheets = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
        const loose = sheets.filter((rule) => rule instanceof CSSStyleRule);
        return loose.filter((rule) => /(^|[\s{;])(animation|transition)/.test(rule.cssText)).length;
      });
    expect(await moving()).toBe(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await typeCommand(page, '/silent ');
    await page.keyboard.press('Enter');
    const dot = page.locator('.thinking .dots i').first();
    await dot.waitFor();
    expect(await dot.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
  });
});
