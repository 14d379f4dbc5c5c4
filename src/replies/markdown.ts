import { escapeMarkdown } from '@discordjs/formatters';

/**
 * Makes text from a member or from the catalog show as it is written: markdown, mentions, custom
 * emoji, timestamps and links lose their meaning.
 */
export function plain(value: string): string {
  const escaped = escapeMarkdown(value, {
    heading: true,
    bulletedList: true,
    numberedList: true,
    maskedLink: true,
  });
  return escaped.replaceAll('<', '\\<').replaceAll('@', '@\u200B').replaceAll('://', ':\u200B//');
}

export const bold = (value: string): string => `**${plain(value)}**`;
export const italic = (value: string): string => `*${plain(value)}*`;
export const spoiler = (markdown: string): string => `||${markdown.replaceAll('||', '\\|\\|')}||`;
export const subtext = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => `-# ${line}`)
    .join('\n');

/** A masked link; the address must have its parentheses percent-encoded already. */
export const link = (label: string, address: string): string => `[${plain(label)}](<${address}>)`;
