import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  describeInBrowser,
  ids,
  newMessage,
  runCommand,
  textOf,
  typeCommand,
} from '../support/page.ts';
import { setStage } from '../support/stage.ts';

describeInBrowser('cards', () => {
  const stage = setStage();

  it('draws a container, its sections and what stands for a picture that is gone', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/soundtrack Drive');
    const card = message.locator('.container');
    const accent = await card.evaluate(
      (element) => getComputedStyle(element, '::before').backgroundColor,
    );
    expect(accent).toBe('rgb(224, 33, 138)');
    await card.getByRole('heading', { level: 2, name: 'Drive (2011)' }).waitFor();
    await card.getByRole('heading', { level: 4, name: 'Play these first' }).waitFor();
    await card
      .getByRole('img', { name: 'The cover of Drive: pink script over the night' })
      .waitFor();
    expect(await card.locator('img').count()).toBe(0);
    expect(await card.locator('hr').count()).toBe(2);
    expect(await card.getByRole('button', { name: 'Save' }).count()).toBe(3);
  });

  it('updates a message in place and answers privately', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/soundtrack Drive');
    await message.getByRole('button', { name: 'Tracks (page 1)' }).click();
    await message.getByRole('button', { name: 'Tracks (page 2)' }).waitFor();
    const before = new Set(await ids(page));
    await message.getByRole('button', { name: 'Save' }).nth(1).click();
    const answer = await newMessage(page, before);
    expect(await textOf(answer)).toContain('show.save.2');
    await answer.getByRole('button', { name: 'Dismiss message' }).click();
    await answer.waitFor({ state: 'detached' });
  });

  it('draws buttons of every kind', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/showcase buttons');
    for (const [name, kind] of [
      ['Primary', 'primary'],
      ['Secondary', 'secondary'],
      ['Success', 'success'],
      ['Danger', 'danger'],
    ] as const) {
      const button = message.getByRole('button', { name });
      expect(await button.getAttribute('class')).toContain(kind);
    }
    const link = message.getByRole('link', { name: 'Link (opens in a new tab)' });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await message.getByRole('button', { name: 'Disabled' }).isDisabled()).toBe(true);
    expect(await message.getByRole('button', { name: 'No link' }).isDisabled()).toBe(true);
    const before = new Set(await ids(page));
    await message.getByRole('button', { name: '⏭️' }).click();
    expect(await textOf(await newMessage(page, before))).toContain('show.emoji');
  });

  it('says so when the bot leaves a button unanswered', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/showcase buttons');
    const button = message.getByRole('button', { name: 'Never answers' });
    await button.click();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') !== null);
    await message.getByText('This interaction failed.').waitFor();
    expect(await button.getAttribute('aria-busy')).toBe(null);
  });

  it('chooses one by keyboard, and several by mouse', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/showcase selects');
    let before = new Set(await ids(page));
    await message.getByRole('combobox', { name: 'Choose a title' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('sus');
    await page.keyboard.press('Enter');
    const first = await newMessage(page, before);
    expect(await textOf(first)).toContain('show.pick.one suspiria-1977');

    before = new Set(await ids(page));
    await message.getByRole('combobox', { name: 'Music services' }).click();
    const list = page.getByRole('listbox', { name: 'Music services' });
    expect(await list.getByRole('option', { name: 'Bandcamp' }).getAttribute('aria-selected')).toBe(
      'true',
    );
    await list.getByRole('option', { name: 'Tidal' }).click();
    await list.getByRole('option', { name: 'YouTube' }).click();
    await list.getByRole('option', { name: 'Spotify' }).click();
    await page.getByRole('heading', { level: 1 }).click();
    const second = await newMessage(page, before);
    expect(await textOf(second)).toContain('show.pick.many bandcamp, tidal, youtube');
  });

  it('offers members, roles and channels in their menus', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/showcase selects');
    for (const [menu, option, value] of [
      ['A member', 'Juno', 'show.pick.user 1100000000000000003'],
      ['A role', '@Projectionist', 'show.pick.role 1400000000000000001'],
      ['Anyone', 'Theo', 'show.pick.mentionable 1100000000000000002'],
      ['A channel', 'soundtracks', 'show.pick.channel 1300000000000000002'],
    ] as const) {
      const before = new Set(await ids(page));
      await message.getByRole('combobox', { name: menu }).click();
      await page.getByRole('listbox', { name: menu }).getByRole('option', { name: option }).click();
      expect(await textOf(await newMessage(page, before))).toContain(value);
    }
  });

  it('opens a form, keeps the focus in it, and sends it', async () => {
    const page = await stage.open();
    const before = new Set(await ids(page));
    await typeCommand(page, '/form ');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'A note for the server' });
    await form.waitFor();
    expect(await form.locator(':focus').count()).toBe(1);
    for (let times = 0; times < 12; times++) await page.keyboard.press('Tab');
    expect(await page.locator('.channel :focus, .places :focus').count()).toBe(0);
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.getByText('“Your note” needs an answer.').waitFor();
    await form.getByRole('textbox', { name: 'Your note' }).fill('Play it again');
    await form.getByRole('combobox', { name: 'Mood' }).click();
    await page.getByRole('option', { name: 'Tense' }).click();
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await textOf(await newMessage(page, before))).toContain('Noted: Play it again (tense)');
  });

  it('closes a form with Escape', async () => {
    const page = await stage.open();
    await typeCommand(page, '/form ');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('draws markdown, and nothing that would run', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/showcase markdown');
    const text = message.locator('.markdown');
    expect(await text.locator('h2, h3, h4').allInnerTexts()).toEqual([
      'Heading one',
      'Heading two',
      'Heading three',
    ]);
    expect(await text.locator('.subtext').count()).toBe(2);
    expect(await textOf(text.locator('strong').first())).toBe('bold');
    expect(await textOf(text.locator('u'))).toBe('underlined');
    expect(await textOf(text.locator('s'))).toBe('struck');
    expect(await textOf(text.locator('blockquote'))).toBe('a quotation\nof two lines');
    expect(await textOf(text.locator('ul ul li'))).toBe('nested with bold');
    expect(await text.locator('ol li').allInnerTexts()).toEqual(['one', 'two']);
    expect(await textOf(text.locator('pre code'))).toBe('const tempo = 92;');
    const link = text.getByRole('link', { name: 'a masked link' });
    expect(await link.getAttribute('href')).toBe('https://example.com/masked');
    expect(await textOf(text.locator('time'))).toBe('16 September 2011');
    expect(await textOf(text)).toContain('<img src=x onerror=alert(1)>');
    expect(await text.locator('img').count()).toBe(0);
    expect(await text.locator('a').count()).toBe(2);
    expect(await text.getByText('@Mara').count()).toBe(1);
    expect(await text.getByText('@Projectionist').count()).toBe(1);
    expect(await text.getByRole('button', { name: '#lobby' }).count()).toBe(1);
  });

  it('reveals a spoiler and follows a command mention', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/showcase markdown');
    expect(await textOf(message)).not.toContain('driver lives');
    await message.getByRole('button', { name: 'Spoiler: select to reveal' }).press('Enter');
    expect(await textOf(message.locator('.spoiler em'))).toBe('driver');
    await message.getByRole('button', { name: '/soundtrack' }).click();
    await page.getByRole('combobox', { name: 'title', exact: true }).waitFor();
  });

  it('shows pictures, keeps the missing tidy, and offers files', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/showcase media');
    const cover = message.getByRole('img', { name: 'A pink cover' });
    await cover.scrollIntoViewIfNeeded();
    await expect
      .poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(200);
    await message.getByRole('img', { name: 'A cover that is gone' }).waitFor();
    await message.locator('.gallery').getByRole('button', { name: 'Spoiler' }).click();
    await message.getByRole('img', { name: 'A secret cover' }).waitFor();
    const started = page.waitForEvent('download');
    await message.getByRole('link', { name: 'Download liner-notes.txt' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe('liner-notes.txt');
    expect(await readFile(await download.path(), 'utf8')).toBe('Track by track.');
    const covered = message.locator('.container');
    expect(await covered.locator('.container-content').getAttribute('inert')).not.toBe(null);
    await covered.getByRole('button', { name: 'Spoiler' }).click();
    await covered.getByText('The whole card is a spoiler.').waitFor();
  });

  it('draws content, embeds and attachments of the older kind', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/showcase legacy');
    expect(await message.locator('strong', { hasText: 'older' }).count()).toBe(1);
    const embed = message.getByRole('article');
    expect(await embed.getByRole('link', { name: 'Thief (1981)' }).getAttribute('href')).toBe(
      'https://example.com/thief',
    );
    expect(await embed.locator('dt').allInnerTexts()).toEqual(['Year', 'Label']);
    expect(await textOf(embed)).toContain('From the label');
    expect(await message.getByRole('link', { name: 'Download export.json' }).count()).toBe(1);
  });
});
