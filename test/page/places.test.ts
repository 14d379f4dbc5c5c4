import { expect, it } from 'vitest';
import {
  becomeMember,
  describeInBrowser,
  goToChannel,
  goToServer,
  ids,
  newMessage,
  problemsOf,
  runCommand,
  send,
  textOf,
  typeCommand,
  useMessageCommand,
} from '../support/page.ts';
import { setStage } from '../support/stage.ts';

describeInBrowser('places and people', () => {
  const stage = setStage();

  it('has two servers and direct messages, each with its channels', async () => {
    const page = await stage.open();
    const channels = page.getByRole('navigation', { name: 'Channels' }).getByRole('button');
    expect(await channels.allInnerTexts()).toEqual([
      'lobby',
      'soundtracks',
      'announcements',
      'backstage',
    ]);
    await goToChannel(page, 'soundtracks');
    // The title follows the heading by an effect.
    await expect.poll(() => page.title()).toBe('#soundtracks · Neon Nights Film Club');
    await goToServer(page, 'Score Scholars');
    await page.getByRole('heading', { level: 1, name: 'reading-room' }).waitFor();
    await goToServer(page, 'Direct messages');
    await page.getByRole('heading', { name: 'Just you and Soundtrack' }).waitFor();
  });

  it('marks the admin, and shows each member what they may see', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: /^You are Mara/ }).click();
    const members = page.getByRole('menuitemradio');
    expect(await members.allInnerTexts()).toEqual([
      expect.stringMatching(/Mara\s+Admin/),
      expect.stringMatching(/Theo$/),
      expect.stringMatching(/Juno$/),
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'You are Theo' }).waitFor();
    const channels = page.getByRole('navigation', { name: 'Channels' });
    expect(await channels.getByRole('button', { name: 'backstage' }).count()).toBe(0);
    await goToChannel(page, 'announcements');
    await page.getByText('You can’t write in this channel.').waitFor();
  });

  it('keeps the member and channel over a reload', async () => {
    const page = await stage.open();
    await becomeMember(page, 'Juno');
    await goToChannel(page, 'soundtracks');
    await page.reload();
    await page.getByRole('button', { name: 'You are Juno' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'soundtracks' }).waitFor();
  });

  it('shows others an answer, but not one for somebody alone', async () => {
    const page = await stage.open();
    await goToChannel(page, 'soundtracks');
    const open = await runCommand(page, '/soundtrack Drive');
    const secret = await runCommand(page, '/whisper');
    const shown = await open.getAttribute('data-message');
    const hidden = await secret.getAttribute('data-message');
    await becomeMember(page, 'Theo');
    expect(await ids(page)).toContain(shown);
    expect(await ids(page)).not.toContain(hidden);
  });

  it('sees live what another window does', async () => {
    const [page, other] = await Promise.all([stage.open(), stage.open()]);
    const before = new Set(await ids(other));
    await runCommand(page, '/soundtrack Drive');
    const seen = await newMessage(other, before);
    await seen.getByRole('heading', { name: 'Drive (2011)' }).waitFor();
  });

  it('answers a mention, chosen with "@"', async () => {
    const page = await stage.open();
    await typeCommand(page, '@Sou');
    await page.getByRole('listbox', { name: 'Members' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('who scored Drive?');
    const before = new Set(await ids(page));
    await page.keyboard.press('Enter');
    const own = await newMessage(page, before);
    await page.getByText('You asked: who scored Drive?').waitFor();
    const [, answer] = (await ids(page)).filter((id) => !before.has(id));
    const reply = page.locator(`[data-message="${answer}"] .context-line`);
    expect(await textOf(reply)).toContain('Mara');
    await reply.getByRole('button').click();
    expect(await own.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('answers direct messages', async () => {
    const page = await stage.open();
    await goToServer(page, 'Direct messages');
    await typeCommand(page, 'and Thief?');
    await send(page);
    await page.getByText('You asked: and Thief?').waitFor();
  });

  it('replies to a message', async () => {
    const page = await stage.open();
    const card = await runCommand(page, '/soundtrack Drive');
    await card.hover();
    await card.getByRole('button', { name: 'Reply to Soundtrack' }).click();
    await page.getByText('Replying to Soundtrack').waitFor();
    const before = new Set(await ids(page));
    await typeCommand(page, 'lovely');
    await send(page);
    const reply = await newMessage(page, before);
    expect(await textOf(reply.locator('.context-line'))).toContain('Soundtrack');
    await page.getByText('Replying to Soundtrack').waitFor({ state: 'detached' });
  });

  it('uses message commands from the menu, also by keyboard', async () => {
    const page = await stage.open();
    const card = await runCommand(page, '/soundtrack Drive');
    const before = new Set(await ids(page));
    await useMessageCommand(page, card, 'Identify soundtrack');
    expect(await textOf(await newMessage(page, before))).toContain('Identify soundtrack: done');

    const more = card.getByRole('button', { name: 'More actions and apps' });
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu', { name: 'Message' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await more.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await card.waitFor({ state: 'detached' });
  });

  it('opens the menu by a right click', async () => {
    const page = await stage.open();
    const card = await runCommand(page, '/soundtrack Drive');
    await card.getByRole('heading', { name: 'Drive (2011)' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Reply', exact: true }).waitFor();
    await page.mouse.click(5, 5);
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(problemsOf(page)).toEqual([]);
  });

  it('deletes one’s own message', async () => {
    const page = await stage.open();
    const before = new Set(await ids(page));
    await typeCommand(page, 'never mind');
    await send(page);
    const own = await newMessage(page, before);
    await useMessageCommand(page, own, 'Delete message');
    await own.waitFor({ state: 'detached' });
  });
});
