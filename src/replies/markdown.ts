/** Marks that mean something wherever they stand; a backslash first of all, else it would unescape. */
const INLINE = /[\\*_~|`<[\]]/g;
/** Marks that make a heading, a quotation, a list or small text of the line that they begin. */
const LINE_START = /^([ \t]*)([#>+-])/gm;
const NUMBER_START = /^([ \t]*\d+)([.)])/gm;

/**
 * Makes text from a member or from the catalog show as it is written: markdown, mentions, custom
 * emoji, timestamps and links lose their meaning. Every mark is escaped, paired or not, since what
 * stands around the text may pair it.
 */
export function plain(value: string): string {
  return value
    .replace(INLINE, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBER_START, '$1\\$2')
    .replaceAll('@', '@\u200B')
    .replaceAll('://', ':\u200B//');
}

export const bold = (value: string): string => `**${plain(value)}**`;
export const italic = (value: string): string => `*${plain(value)}*`;
/** Bars inside are kept apart from one another and from the last two, which end it even when escaped. */
export const spoiler = (markdown: string): string => `||${markdown.replaceAll('|', '|\u200B')}||`;
export const subtext = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => `-# ${line}`)
    .join('\n');

/** A masked link. Parentheses and angle brackets in the address are percent-encoded: they would end it. */
export const link = (label: string, address: string): string =>
  `[${plain(label)}](<${address.replace(/[()<>\s]/g, encoded)}>)`;

const encoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
