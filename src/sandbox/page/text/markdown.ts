import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { isLineStart, listRule } from './markdown-list.ts';

/** A node of parsed Discord markdown; which fields it has depends on `type`. */
export type MarkdownNode = ReturnType<typeof parse>[number];

type Rule = (typeof rulesExtended)[string];

const SPANS = ['em', 'strong', 'underline', 'strikethrough', 'link'];
const BLOCKS = new Set(['heading', 'subtext', 'list', 'blockQuote', 'codeBlock']);

/**
 * The parser knows no lists, and misses a heading or subtext right after a quotation: there it
 * looks at the last group of the previous match, where only the match's end counts. Nor may any of
 * these begin inside of bold text or a link.
 */
const parse = SimpleMarkdown.parserFor({
  ...rulesExtended,
  ...Object.fromEntries(SPANS.map((name) => [name, spanning(rule(name))])),
  heading: atLineStart(spanning(rule('heading'))),
  subtext: atLineStart(spanning(rule('subtext'))),
  list: listRule,
});

/** Parses a message's content or a text display, as Discord shows it. */
export function parseMarkdown(source: string): MarkdownNode[] {
  return tidy(parse(source, { inline: true }));
}

/** The text without its marks, for labels and hidden spoilers. */
export function plainText(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'br') return '\n';
      if (node.type === 'list') {
        return node.items.map((item: ListItem) => plainText(item.content)).join('\n');
      }
      if (Array.isArray(node.content)) return plainText(node.content);
      return String(node.content ?? node.fullName ?? node.name ?? '');
    })
    .join('');
}

export interface ListItem {
  readonly content: MarkdownNode[];
}

function rule(name: string): Rule {
  const found = rulesExtended[name];
  if (found === undefined) throw new Error(`discord-markdown-parser has no rule "${name}".`);
  return found;
}

/** Marks the text inside as no place for blocks to begin. */
function spanning(rule: Rule): Rule {
  return {
    ...rule,
    parse: (capture, nested, state) => rule.parse(capture, nested, { ...state, inSpan: true }),
  };
}

function atLineStart(rule: Rule): Rule {
  return {
    ...rule,
    match: Object.assign(
      (source: string, state: Parameters<Rule['match']>[1], previous: string) =>
        isLineStart(state, previous)
          ? rule.match(source, { ...state, prevCapture: null }, previous)
          : null,
      { regex: /^/ },
    ),
  };
}

/** Joins neighbouring texts: the parser cuts at every possible mark. */
function tidy(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  const joined: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      last.content += node.content;
    } else if (node.type === 'list') {
      const items = node.items.map((item: ListItem) => ({ content: tidy(item.content) }));
      joined.push({ ...node, items });
    } else {
      const nested = Array.isArray(node.content) ? { content: tidy(node.content) } : {};
      joined.push({ ...node, ...nested });
    }
  }
  return joined.filter((node, at) => node.type !== 'br' || isDrawn(joined, at));
}

/** A line break that only ends the line beside a block, or the whole, would draw an empty line. */
function isDrawn(nodes: readonly MarkdownNode[], at: number): boolean {
  const before = nodes[at - 1]?.type;
  const after = nodes[at + 1]?.type;
  if (after === undefined || before === 'codeBlock') return false;
  const endsLine = before !== undefined && before !== 'br' && !BLOCKS.has(before);
  return !(endsLine && BLOCKS.has(after));
}
