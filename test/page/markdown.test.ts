import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type MarkdownNode,
  parseMarkdown,
  plainText,
} from '../../src/sandbox/page/text/markdown.ts';

/** The tree in short: `strong(text)`, texts in quotes. */
function outline(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return JSON.stringify(node.content);
      if (node.type === 'list') {
        const items = node.items.map((item: { content: MarkdownNode[] }) => outline(item.content));
        return `${node.ordered ? `from ${node.start}` : 'list'}[${items.join('; ')}]`;
      }
      return Array.isArray(node.content) ? `${node.type}(${outline(node.content)})` : node.type;
    })
    .join(' ');
}

describe('parseMarkdown', () => {
  it.each([
    ['a subtext below a quotation', '> q\n-# s', 'blockQuote("q") subtext("s")'],
    ['a heading below a list', '- a\n# h', 'list["a"] heading("h")'],
    ['a heading below text, with no empty line', 'a\n# h\nb', '"a" heading("h") "b"'],
    ['an empty line that is meant', 'a\n\n# h', '"a" br br heading("h")'],
    ['nested lists', '- a\n  - b\n- c', 'list["a" list["b"]; "c"]'],
    ['bullets and numbers as two lists', '- a\n3. b\n4. c', 'list["a"] from 3["b"; "c"]'],
    ['no list inside of bold', '**1. Nightcall** — K', 'strong("1. Nightcall") " — K"'],
    ['no heading inside of bold', '**# a**', 'strong("# a")'],
    ['no list in the middle of a line', 'a - b', '"a - b"'],
    ['a list in a quotation', '> - a\n> - b', 'blockQuote(list["a"; "b"])'],
    ['a code block and text after it', '```\na\n```\nb', 'codeBlock "b"'],
    ['multiplication', '5 * 3 * 2', '"5 * 3 * 2"'],
    ['escaped marks', '\\*a\\* \\-# b', '"*a* -# b"'],
    ['a masked link', '[**a**](https://b.c)', 'link(strong("a"))'],
    ['a command mention', '</favorites add:123456789012345678>', 'slashCommand'],
    ['tags as text', '<b>a</b>', '"<b>a</b>"'],
  ])('reads %s', (_what, source, expected) => {
    expect(outline(parseMarkdown(source))).toBe(expected);
  });

  it('never throws, and keeps the words', () => {
    const marks = fc.constantFrom('**', '_', '~~', '||', '`', '```', '> ', '- ', '# ', '-# ', '\n');
    const words = fc.constantFrom('nightcall', 'hero', 'spell', '<@1>', '[a](b)', '😀', '\\');
    const source = fc
      .array(fc.oneof(marks, words, fc.string({ unit: 'grapheme' })))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(source, (text) => {
        const seen = plainText(parseMarkdown(text));
        for (const word of ['nightcall', 'hero', 'spell']) {
          expect(seen.split(word).length).toBe(text.split(word).length);
        }
      }),
    );
  });
});
