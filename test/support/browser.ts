import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe, it } from 'vitest';

/** Names under which systems install Chromium or its relatives. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser, a bot and the tests of others may share two busy cores. */
const TIMEOUT_MS = 90_000;

const MISSING =
  'There is no Chromium here: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.';

/** The browser's path: `CHROMIUM_PATH`, else the first well-known name on `PATH`. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH !== undefined && CHROMIUM_PATH !== '') return CHROMIUM_PATH;
  const candidates = PATH.split(delimiter).flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  );
  return candidates.find(isExecutable);
}

/** @throws Error when there is no browser, saying what to do */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(MISSING);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** A suite that needs a browser. Without one it is skipped, aloud; in CI it fails instead. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (findChromium() !== undefined) {
    describe(name, { timeout: TIMEOUT_MS }, suite);
  } else if (process.env.CI === 'true') {
    describe(name, () => {
      it('finds a browser', () => {
        throw new Error(MISSING);
      });
    });
  } else {
    console.warn(`Skipped: ${name}. ${MISSING}`);
    describe.skip(`${name} (skipped: ${MISSING})`, suite);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
