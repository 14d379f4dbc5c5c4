import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/bot/registry.ts';
import { exists, firstCells, projectFiles, prose, ROOT, read, shellLines } from './files.ts';

const readme = read('README.md');
const markdown = projectFiles().filter((path) => path.endsWith('.md'));
const commandFiles = projectFiles().flatMap(
  (path) => /^commands\/([^_][^/]*)\.ts$/.exec(path)?.[1] ?? [],
);

describe('the README', () => {
  it('opens with what it is in two sentences, then with the commands to begin with', () => {
    const [title, opening = ''] = readme.split('\n\n');
    expect(title).toBe('# soundtrack-bot');
    expect(opening.match(/[.!?](\s|$)/g)).toHaveLength(2);
    expect(shellLines(readme).slice(0, 3)).toEqual([
      'npm ci && npm start',
      'npm ci && npm test',
      'npm run try -- "/soundtrack Drive"',
    ]);
  });

  it('invites with the permissions that it names, and no others', () => {
    const permissions =
      PermissionFlagsBits.ViewChannel |
      PermissionFlagsBits.SendMessages |
      PermissionFlagsBits.EmbedLinks |
      PermissionFlagsBits.AttachFiles |
      PermissionFlagsBits.ReadMessageHistory;
    const link = URL.parse(/https:\/\/discord\.com\/oauth2\/authorize\S+/.exec(readme)?.[0] ?? '');
    expect(link?.searchParams.get('permissions')).toBe(String(permissions));
    expect(link?.searchParams.get('scope')).toBe('bot applications.commands');
  });
});

describe('every command', () => {
  it.each(commandFiles)('%s has a page, which the README links to', (name) => {
    expect(exists(`docs/commands/${name}.md`)).toBe(true);
    expect(readme).toContain(`(docs/commands/${name}.md)`);
  });

  it('has a page that names its subcommands and options', async () => {
    const { commands } = await loadRegistry(new URL('commands/', ROOT));
    for (const { data } of commands) {
      const page = read(`docs/commands/${data.name.toLowerCase().replaceAll(' ', '-')}.md`);
      expect(page).toMatch(new RegExp(`^# /?${data.name}$`, 'm'));
      for (const name of namesIn('options' in data ? data.options : []))
        expect(page, `the page of ${data.name}`).toContain(`\`${name}\``);
    }
  });

  it('that has a page exists', () => {
    const pages = markdown.flatMap((path) => /^docs\/commands\/(.+)\.md$/.exec(path)?.[1] ?? []);
    expect(pages.toSorted()).toEqual(commandFiles.toSorted());
  });
});

describe('what the pages name', () => {
  it.each(markdown)('%s: npm scripts exist', (path) => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const named = [...read(path).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(markdown)('%s: relative links lead to files', (path) => {
    const targets = [...prose(read(path)).matchAll(/\]\(<?([^)\s>]+)>?\)/g)]
      .map(([, target = '']) => target.replace(/#.*$/, ''))
      .filter((target) => target !== '' && !/^[a-z]+:/i.test(target));
    const missing = targets.filter(
      (target) => !exists(new URL(target, new URL(path, 'file:///')).pathname.slice(1)),
    );
    expect(missing).toEqual([]);
  });
});

describe('the variables', () => {
  const inCode = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): variable\(/gm)].map(
    ([, name = '']) => name,
  );
  const inExample = [...read('.env.example').matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]+)=/gm)].map(
    ([, name = '']) => name,
  );

  it('are in the code', () => {
    expect(inCode).toContain('DISCORD_TOKEN');
  });

  it('are the same in src/config.ts, .env.example and the README', () => {
    expect(inExample.toSorted()).toEqual(inCode.toSorted());
    expect(firstCells(readme, 'Configuration').toSorted()).toEqual(inCode.toSorted());
  });
});

describe('files of the project', () => {
  /** Spelled so that this file isn't found by itself. */
  const TRACES = [
    /\/(?:home|Users)\/[\w.-]+\//,
    /[A-Z]:\\Users\\/,
    /\/work\/(?:main|shared)\b/,
    /\bregistry\.(?:npmjs|yarnpkg)\b/,
  ];

  it('hold no path of a machine and no host of a package registry', () => {
    const found = projectFiles().flatMap((path) => {
      const text = read(path);
      if (text.includes('\0')) return [];
      return TRACES.flatMap((trace) => {
        const [hit] = trace.exec(text) ?? [];
        return hit === undefined ? [] : [`${path}: ${hit}`];
      });
    });
    expect(found).toEqual([]);
  });
});

interface Option {
  readonly name: string;
  readonly options?: readonly Option[];
}

const namesIn = (options: readonly Option[] = []): string[] =>
  options.flatMap(({ name, options: inner }) => [name, ...namesIn(inner)]);
