import { html } from 'htm/preact';
import { type ComponentChild, h } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useSession, useWorld } from '../session/use-session.ts';
import { type ListItem, type MarkdownNode, parseMarkdown, plainText } from './markdown.ts';
import { safeUrl } from './safe-url.ts';
import { formatTimestamp } from './timestamp.ts';

/** A text in Discord's markdown. */
export function Markdown({ text }: { text: string }) {
  const nodes = useMemo(() => parseMarkdown(text), [text]);
  return html`<div class="markdown">${nodes.map(draw)}</div>`;
}

function draw(node: MarkdownNode): ComponentChild {
  switch (node.type) {
    case 'text':
      return node.content;
    case 'br':
      return html`<br />`;
    case 'strong':
      return html`<strong>${node.content.map(draw)}</strong>`;
    case 'em':
      return html`<em>${node.content.map(draw)}</em>`;
    case 'underline':
      return html`<u>${node.content.map(draw)}</u>`;
    case 'strikethrough':
      return html`<s>${node.content.map(draw)}</s>`;
    case 'inlineCode':
      return html`<code>${node.content}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${node.content}</code></pre>`;
    case 'heading':
      return heading(node.level, node.content.map(draw));
    case 'subtext':
      return html`<small class="subtext">${node.content.map(draw)}</small>`;
    case 'blockQuote':
      return html`<blockquote>${node.content.map(draw)}</blockquote>`;
    case 'list':
      return list(node);
    case 'spoiler':
      return h(Spoiler, { nodes: node.content });
    case 'link':
    case 'url':
    case 'autolink':
      return link(node);
    case 'timestamp':
      return h(Timestamp, { seconds: Number(node.timestamp), style: node.format });
    case 'slashCommand':
      return h(CommandMention, { name: node.fullName });
    case 'user':
    case 'role':
    case 'channel':
      return h(Mention, { kind: node.type, id: node.id });
    case 'everyone':
    case 'here':
      return html`<span class="mention">@${node.type}</span>`;
    case 'emoji':
      return html`<span class="custom-emoji">:${node.name}:</span>`;
    case 'twemoji':
      return html`<span class="emoji">${node.name}</span>`;
    default:
      return plainText([node]);
  }
}

/** The page’s own heading is the h1, so a card's begin at h2. */
function heading(level: number, content: ComponentChild[]): ComponentChild {
  return h(`h${Math.min(level + 1, 6)}`, { class: `heading-${level}` }, content);
}

function list(node: MarkdownNode): ComponentChild {
  const items = node.items.map((item: ListItem) => html`<li>${item.content.map(draw)}</li>`);
  return node.ordered ? html`<ol start=${node.start}>${items}</ol>` : html`<ul>${items}</ul>`;
}

function link(node: MarkdownNode): ComponentChild {
  const href = safeUrl(node.target);
  const content = node.content.map(draw);
  if (href === undefined) return html`<span>${content}</span>`;
  return html`<a href=${href} title=${node.title ?? null} target="_blank" rel="noopener noreferrer"
    >${content}</a
  >`;
}

function Spoiler({ nodes }: { nodes: MarkdownNode[] }) {
  const [shown, setShown] = useState(false);
  if (shown) return html`<span class="spoiler shown">${nodes.map(draw)}</span>`;
  const show = () => setShown(true);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    show();
  };
  // Not a <button>, which would not wrap with the line. The style sheet draws the hidden text.
  return html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-label="Spoiler: select to reveal"
    data-text=${plainText(nodes)}
    onClick=${show}
    onKeyDown=${onKeyDown}
  ></span>`;
}

function Timestamp({ seconds, style }: { seconds: number; style: string | undefined }) {
  const full = formatTimestamp(seconds, 'F');
  return html`<time class="timestamp" title=${full}>${formatTimestamp(seconds, style)}</time>`;
}

function CommandMention({ name }: { name: string }) {
  const session = useSession();
  const use = () => session.want({ name, rest: '' });
  return html`<button type="button" class="mention" onClick=${use}>/${name}</button>`;
}

function Mention({ kind, id }: { kind: 'user' | 'role' | 'channel'; id: string }) {
  const { users, guilds } = useWorld();
  const session = useSession();
  if (kind === 'channel') {
    const channel = guilds.flatMap(({ channels }) => channels).find((other) => other.id === id);
    if (channel === undefined) return html`<span class="mention">#unknown</span>`;
    const go = () => session.go({ channelId: id });
    return html`<button type="button" class="mention" onClick=${go}>#${channel.name}</button>`;
  }
  const name =
    kind === 'user'
      ? users.find((user) => user.id === id)?.displayName
      : guilds.flatMap(({ roles }) => roles).find((role) => role.id === id)?.name;
  return html`<span class="mention">@${name ?? `unknown-${kind}`}</span>`;
}
