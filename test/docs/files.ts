import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, as an URL that ends with a slash. */
export const ROOT = new URL('../../', import.meta.url);

export const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

export const exists = (path: string): boolean => existsSync(new URL(path, ROOT));

/** Files of the project, by path from its folder: tracked ones, and new ones that git doesn't ignore. */
export function projectFiles(): string[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: fileURLToPath(ROOT),
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '' && path !== 'node_modules' && exists(path));
}

/** Markdown without its fenced code. */
export const prose = (markdown: string): string => markdown.replace(/^( *)```[\s\S]*?^\1```/gm, '');

/** Lines of the shell blocks, without comments. */
export function shellLines(markdown: string): string[] {
  return [...markdown.matchAll(/^( *)```sh\n([\s\S]*?)^\1```/gm)].flatMap(([, , block = '']) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== ''),
  );
}

/** The first cells of the rows of a Markdown table that stands under the heading, code marks taken off. */
export function firstCells(markdown: string, heading: string): string[] {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell = '']) => cell);
}
