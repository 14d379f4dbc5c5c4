import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepHealthFile } from '../src/health.ts';

let folder: string;
let file: string;
beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'health-'));
  file = join(folder, 'health');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

it('touches the file while connected only, and removes it at the end', () => {
  let connected = false;
  const end = keepHealthFile(file, () => connected);
  vi.advanceTimersByTime(60_000);
  expect(existsSync(file)).toBe(false);

  connected = true;
  vi.advanceTimersByTime(10_000);
  expect(existsSync(file)).toBe(true);

  connected = false;
  rmSync(file);
  vi.advanceTimersByTime(60_000);
  expect(existsSync(file)).toBe(false);

  connected = true;
  vi.advanceTimersByTime(10_000);
  end();
  expect(existsSync(file)).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(existsSync(file)).toBe(false);
});

it("doesn't take an earlier process's file for its own", () => {
  writeFileSync(file, '');
  const end = keepHealthFile(file, () => false);
  expect(existsSync(file)).toBe(false);
  end();
});

it("lets the bot go on when the file can't be written", () => {
  const end = keepHealthFile(join(folder, 'missing', 'health'), () => true);
  expect(() => vi.advanceTimersByTime(60_000)).not.toThrow();
  expect(end).not.toThrow();
});
