import { type rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

type Rule = (typeof rulesExtended)[string];

const LINE = /^( *)(?:[-*]|(\d{1,9})\.) +([^\n]*)$/;
const BLOCK = /^(?: *(?:[-*]|\d{1,9}\.) +[^\n]*(?:\n|$))+/;

type State = Parameters<Rule['match']>[1];

interface Line {
  readonly indent: number;
  /** Undefined for a bullet. */
  readonly number: number | undefined;
  readonly text: string;
}

/** Whether a block may begin here: after a line break, and not inside of a line's own text. */
export function isLineStart(state: State, previous: string): boolean {
  return state.inSpan !== true && (previous === '' || previous.endsWith('\n'));
}

/** Discord's lists: `-` or `*`, or `1.`, nested by indentation. */
export const listRule: Rule = {
  order: SimpleMarkdown.defaultRules.heading.order - 0.25,
  match: Object.assign(
    (source: string, state: State, previous: string) =>
      isLineStart(state, previous) ? BLOCK.exec(source) : null,
    { regex: BLOCK },
  ),
  parse(capture, parse, state) {
    const lines = (capture[0] ?? '').trimEnd().split('\n').flatMap(readLine);
    return listsOf(lines, (text) => parse(text, { ...state, inSpan: true }));
  },
};

function readLine(source: string): Line[] {
  const match = LINE.exec(source);
  if (match === null) return [];
  const [, indent = '', number, text = ''] = match;
  return [{ indent: indent.length, number: number === undefined ? number : Number(number), text }];
}

interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: { content: object[] }[];
}

/** The lists that the lines make, one after another: numbers after bullets begin a new one. */
function listsOf(lines: readonly Line[], parse: (text: string) => object[]): List[] {
  const lists: List[] = [];
  let at = 0;
  for (let line = lines[at]; line !== undefined; line = lines[at]) {
    const { indent, number, text } = line;
    let end = at + 1;
    while ((lines[end]?.indent ?? -1) > indent) end++;
    const item = { content: [...parse(text), ...listsOf(lines.slice(at + 1, end), parse)] };
    const ordered = number !== undefined;
    const last = lists.at(-1);
    if (last?.ordered === ordered) last.items.push(item);
    else lists.push({ type: 'list', ordered, start: number ?? 1, items: [item] });
    at = end;
  }
  return lists;
}
