import { expect, it } from 'vitest';
import {
  describeInBrowser,
  ids,
  lastMessage,
  newMessage,
  runCommand,
  send,
  textOf,
  typeCommand,
} from '../support/page.ts';
import { setStage } from '../support/stage.ts';

describeInBrowser('the composer', () => {
  const stage = setStage();

  it('greets, and answers /soundtrack Drive at a press', async () => {
    const page = await stage.open();
    await page.getByRole('heading', { name: 'Welcome to #lobby' }).waitFor();
    const before = new Set(await ids(page));
    await page.getByRole('button', { name: '/soundtrack Drive' }).click();
    const message = await newMessage(page, before);
    await message.getByRole('heading', { name: 'Drive (2011)' }).waitFor();
    expect(await textOf(message.locator('.context-line'))).toMatch(/Mara\s+used\s+\/soundtrack/);
  });

  it('offers commands as one types "/", and completes with the keyboard alone', async () => {
    const page = await stage.open();
    await typeCommand(page, '/');
    const commands = page.getByRole('listbox', { name: 'Commands' });
    expect(await textOf(commands.getByRole('option').first())).toContain('/soundtrack');
    await page.keyboard.type('favo');
    expect(await commands.getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('/favorites add'),
      expect.stringContaining('/favorites list'),
    ]);
    await page.keyboard.press('ArrowDown');
    const area = page.getByLabel('Message #lobby');
    const active = await area.getAttribute('aria-activedescendant');
    expect(await textOf(page.locator(`[id="${active}"]`))).toContain('/favorites list');
    await page.keyboard.press('Escape');
    await commands.waitFor({ state: 'detached' });
    expect(await area.inputValue()).toBe('/favo');
    await page.keyboard.type('rites a');
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: 'song' }).waitFor();
  });

  it('picks a command by mouse', async () => {
    const page = await stage.open();
    await typeCommand(page, '/sou');
    await page.getByRole('option', { name: '/soundtrack' }).click();
    await expectFocus(page.getByRole('combobox', { name: 'title', exact: true }));
  });

  it('completes live as in Discord: Enter takes the suggestion, Enter again sends', async () => {
    const page = await stage.open();
    await typeCommand(page, '/soundtrack Driv');
    const title = page.getByRole('combobox', { name: 'title', exact: true });
    const offers = page.getByRole('listbox', { name: 'title', exact: true }).getByRole('option');
    await offers.filter({ hasText: 'Drive (1997)' }).waitFor();
    expect(await title.getAttribute('aria-expanded')).toBe('true');
    expect(await textOf(page.locator('.pick-heading'))).toContain('Film, series or game');
    await page.keyboard.press('ArrowDown');
    expect(await offers.nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await title.inputValue()).toBe('Drive (1997)');
    const before = new Set(await ids(page));
    await page.keyboard.press('Enter');
    await newMessage(page, before);
  });

  it('sends what was typed where nothing is picked', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/soundtrack Xanadu');
    expect(await textOf(message)).toContain('I don’t know “Xanadu”.');
    expect(await textOf(message)).toContain('Only you can see this');
  });

  it('takes options as a line: name, colon, value', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/soundtrack Drive view:tracks');
    expect(await textOf(message)).toContain('View: tracks');
  });

  it('reads a pasted line', async () => {
    const page = await stage.open();
    await page.locator('.entry-text').fill('/soundtrack Drive view:scenes');
    expect(await page.getByRole('combobox', { name: 'title', exact: true }).inputValue()).toBe(
      'Drive',
    );
    const before = new Set(await ids(page));
    await send(page);
    expect(await textOf(await newMessage(page, before))).toContain('View: scenes');
  });

  it('offers optional options, choices and booleans', async () => {
    const page = await stage.open();
    await typeCommand(page, '/soundtrack Drive');
    await page.getByRole('listbox', { name: 'title', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Add an option' }).click();
    const options = page.getByRole('listbox', { name: 'Options' }).getByRole('option');
    expect(await options.allInnerTexts()).toEqual([
      expect.stringMatching(/view\s+What to show of it/),
      expect.stringMatching(/private\s+Only you see the answer/),
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectFocus(page.getByRole('combobox', { name: 'view' }));
    await page.keyboard.type('tr');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox', { name: 'view' }).inputValue()).toBe('Tracks');
    await page.getByRole('combobox', { name: 'Add an option' }).click();
    await page.keyboard.type('private:');
    await page.getByRole('option', { name: 'False' }).click();
    const before = new Set(await ids(page));
    await page.keyboard.press('Enter');
    expect(await textOf(await newMessage(page, before))).toContain('View: tracks');
  });

  it('says what is wrong with a value and goes there', async () => {
    const page = await stage.open();
    await typeCommand(page, '/soundtrack Drive view:nothing');
    await send(page);
    await page.getByText('“nothing” isn’t one of the choices for “view”.').waitFor();
    await expectFocus(page.getByRole('combobox', { name: 'view' }));
    await typeCommand(page, '/recommend count:20');
    await send(page);
    await page.getByText('“count” must be a whole number from 1 to 10.').waitFor();
    await typeCommand(page, '/soundtrack ');
    await page.keyboard.press('Enter');
    await page.getByText('“title” needs a value.').waitFor();
  });

  it('says that a command doesn’t exist', async () => {
    const page = await stage.open();
    await typeCommand(page, '/nonsense');
    await page.getByText('No command has that name.').waitFor();
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('This interaction failed.').waitFor();
    await lastMessage(page).getByRole('button', { name: 'Dismiss message' }).click();
    expect(await page.getByText('This interaction failed.').count()).toBe(0);
  });

  it('picks members, channels, roles and files', async () => {
    const page = await stage.open();
    await typeCommand(page, '/pick th');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox', { name: 'member' }).inputValue()).toBe('Theo');
    await page.getByRole('combobox', { name: 'Add an option' }).click();
    await page.keyboard.type('channel:sound');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Add an option' }).click();
    await page.keyboard.type('file:');
    const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('la') };
    await page.locator('input[type=file]').setInputFiles(notes);
    const before = new Set(await ids(page));
    await send(page);
    const text = await textOf(await newMessage(page, before));
    expect(text).toContain('member=1100000000000000002 channel=1300000000000000002 file=');
  });

  it('goes back with Backspace, and leaves with Escape', async () => {
    const page = await stage.open();
    await typeCommand(page, '/soundtrack D view:');
    await page.keyboard.press('Backspace');
    await expectFocus(page.getByRole('combobox', { name: 'title', exact: true }));
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    expect(await page.locator('.entry-text').inputValue()).toBe('/soundtrack');
    await typeCommand(page, '/soundtrack ');
    await page.getByRole('listbox', { name: 'title', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('.entry-text').inputValue()).toBe('');
  });

  it('sends a command without options with Enter twice', async () => {
    const page = await stage.open();
    const before = new Set(await ids(page));
    await typeCommand(page, '/whisper');
    await page.keyboard.press('Enter');
    await page.getByText('Press Enter to send.').waitFor();
    await page.keyboard.press('Enter');
    expect(await textOf(await newMessage(page, before))).toContain('Psst.');
  });
});

async function expectFocus(field: { evaluate<T>(work: (element: Element) => T): Promise<T> }) {
  await expect
    .poll(() => field.evaluate((element) => element === document.activeElement))
    .toBe(true);
}
