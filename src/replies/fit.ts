import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { clip, LIMITS } from './limits.ts';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

/**
 * Makes a message's text fit, however long what it tells of is: the longest texts lose lines from
 * their end, as few as it takes. What fits already is returned as it is.
 */
export function fitted(
  components: readonly APIMessageTopLevelComponent[],
): readonly APIMessageTopLevelComponent[] {
  const lengths = components.flatMap(textsIn).map(({ length }) => length);
  if (lengths.reduce((a, b) => a + b, 0) <= LIMITS.text) return components;
  const longest = fairShare(lengths, LIMITS.text);
  return components.map((component) => shortened(component, longest));
}

function textsIn(component: Component): string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return 'components' in component
    ? component.components.flatMap((c) => textsIn(c as Component))
    : [];
}

/** The length that, as everybody's most, spends at most the total. */
function fairShare(lengths: readonly number[], total: number): number {
  let left = total;
  const sorted = lengths.toSorted((a, b) => a - b);
  for (const [index, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index));
    if (length > share) return share;
    left -= length;
  }
  return total;
}

function shortened<C extends Component>(component: C, longest: number): C {
  if (component.type === ComponentType.TextDisplay)
    return { ...component, content: shorten(component.content, longest) };
  if (!('components' in component)) return component;
  const parts = component.components.map((part) => shortened(part as Component, longest));
  return { ...component, components: parts };
}

/** Whole lines while they fit, and an ellipsis for the others. */
function shorten(markdown: string, longest: number): string {
  if (markdown.length <= longest) return markdown;
  const lines: string[] = [];
  let left = longest - '\n…'.length;
  for (const line of markdown.split('\n')) {
    if (line.length > left) return [...lines, cut(line, left)].join('\n');
    lines.push(line);
    left -= line.length + 1;
  }
  return lines.join('\n');
}

/** Half a link would show its address, and half a spoiler what it hides. */
const cut = (line: string, longest: number): string =>
  longest > 0 && !/\|\||]\(</.test(line) ? clip(line, longest) : '…';
