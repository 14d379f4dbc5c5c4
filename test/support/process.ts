import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a process ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProcess {
  /** Resolves with the match once standard output holds it. @throws Error when the process ends before */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/** A new folder, away from any `.env` file, that is gone after the test. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'soundtrack-bot-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * Runs one of the project's programs as its users do, in an environment that holds nothing but what
 * is given.
 *
 * @param program - a path in the project, such as `src/main.ts`
 * @param folder - where it runs, so that no `.env` file is found
 */
export function startProcess(
  program: string,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  parameters: readonly string[] = [],
): RunningProcess {
  const path = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...parameters], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(
    ([code, signal]): Ended => ({ code, signal, stdout, stderr }),
  );
  return {
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(stdout);
          if (!found) return;
          child.stdout.off('data', look);
          resolve(found);
        };
        child.stdout.on('data', look);
        ended.then(() =>
          reject(new Error(`it ended without saying ${pattern}:\n${stdout}${stderr}`)),
        );
        look();
      }),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** Runs a program to its end. */
export const runProcess = (...how: Parameters<typeof startProcess>): Promise<Ended> =>
  startProcess(...how).ended;

/** A port of this machine that is taken until it is let go. */
export async function takenPort(): Promise<{ readonly port: number; free(): Promise<void> }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    port: address.port,
    free: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
