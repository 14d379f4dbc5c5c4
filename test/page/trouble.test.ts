import { expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import {
  becomeMember,
  describeInBrowser,
  goToChannel,
  lastMessage,
  openPage,
  runCommand,
  send,
  textOf,
  typeCommand,
} from '../support/page.ts';
import { startShowcaseBot } from '../support/showcase-bot.ts';
import { setStage } from '../support/stage.ts';

describeInBrowser('the page in trouble', () => {
  const stage = setStage();

  it('shows that the bot is thinking until it answers', async () => {
    const page = await stage.open();
    const message = await runCommand(page, '/slow');
    await message.getByText('Soundtrack is thinking…').waitFor();
    expect(await page.getByText('Soundtrack is thinking…').count()).toBe(1);
    stage.bot.goOn();
    await message.getByText('At last.').waitFor();
  });

  it('says that the bot didn’t answer', async () => {
    const page = await stage.open();
    await typeCommand(page, '/silent ');
    await send(page);
    await page.getByText('Soundtrack is thinking…').waitFor();
    const failed = lastMessage(page);
    await failed.getByText('This interaction failed.').waitFor();
    expect(await textOf(failed)).toMatch(/used\s+\/silent/);
    expect(await page.getByText('Soundtrack is thinking…').count()).toBe(0);
  });

  it('comes back by itself when the sandbox restarts, as the same member in the same channel', async () => {
    const first = await startSandbox();
    const port = Number(new URL(first.pageUrl).port);
    const page = await openPage(stage.browser, first);
    await page.getByText('Soundtrack is offline').waitFor();
    await becomeMember(page, 'Theo');
    await goToChannel(page, 'soundtracks');
    await first.close();
    await page.getByText('Connection lost. Trying again…').waitFor();
    await typeCommand(page, 'hello?');
    await send(page);
    await page.getByText('The sandbox can’t be reached.').waitFor();
    const second = await startSandbox({ port });
    const bot = await startShowcaseBot(second);
    await page.getByText('Connection lost.').waitFor({ state: 'detached' });
    await page.getByText('Soundtrack is offline').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'You are Theo' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'soundtracks' }).waitFor();
    await runCommand(page, '/soundtrack Drive');
    await page.context().close();
    await bot.close();
    await second.close();
  });
});
