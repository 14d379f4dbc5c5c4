import { styleText } from 'node:util';
import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';

type Part = { readonly [key: string]: unknown };

/** A message's components as text: markdown made plain, buttons and menus named. */
export function terminalText(components: readonly APIMessageTopLevelComponent[]): string {
  return components.map((component) => part(component as unknown as Part)).join('\n');
}

function part(component: Part): string {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return String(component.content).split('\n').map(line).join('\n');
    case ComponentType.Container:
      return children(component).join('\n');
    case ComponentType.Section:
      return `${children(component).join('\n')}\n  ${part(component.accessory as Part)}`;
    case ComponentType.ActionRow:
      return children(component).join(' ');
    case ComponentType.Button: {
      const address = component.url === undefined ? '' : ` ${String(component.url)}`;
      return `${styleText('cyan', `[${String(component.label)}]`)}${address}`;
    }
    case ComponentType.StringSelect: {
      const options = component.options as readonly { readonly label: string }[];
      return styleText(
        'cyan',
        `(${String(component.placeholder)} ${options.map(({ label }) => label).join(' | ')})`,
      );
    }
    case ComponentType.Separator:
      return styleText('dim', '─'.repeat(40));
    default:
      return '';
  }
}

const children = (component: Part): string[] => (component.components as readonly Part[]).map(part);

/** What Discord draws over a spoiler; a terminal can't be clicked, so it stays. */
const SPOILER = '█'.repeat(12);

/** Discord's markdown, as far as our cards use it. */
function line(markdown: string): string {
  const text = markdown
    .replace(/\[([^\]]*)\]\(<[^>]*>\)/g, '$1')
    .replace(/\|\|.+?\|\|/g, SPOILER)
    .replace(/<\/([^:>]+):\d+>/g, '/$1')
    .replace(/(?<!\\)(\*\*|\*|\|\||`)/g, '')
    .replace(/\\([^\s\w])/g, '$1')
    .replaceAll('\u200B', '');
  if (/^#+ /.test(text)) return styleText('bold', text.replace(/^#+ /, ''));
  if (/^(> )?-# /.test(text)) return styleText('dim', text.replace('-# ', ''));
  return text;
}
