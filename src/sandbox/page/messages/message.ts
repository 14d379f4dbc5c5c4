import type { APIMessage } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { components } from '../cards/component.ts';
import { MessageContext } from '../cards/message-context.ts';
import { useSession, useView, useWorld } from '../session/use-session.ts';
import { usedCommand } from '../session/view.ts';
import { Markdown } from '../text/markdown-view.ts';
import { formatSent } from '../text/timestamp.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';
import { attachments } from './attachment.ts';
import { embed } from './embed.ts';
import { isEphemeral, isLoading, isV2 } from './flags.ts';
import { authorOf, headLine, replyLine, usedLine } from './message-head.ts';
import { MessageTools } from './message-tools.ts';
import { onlyYou, thinking } from './use.ts';

interface MessageProps {
  readonly message: APIMessage;
  /** Drawn without a head, below another of the same author. */
  readonly follows: boolean;
}

export function Message({ message, follows }: MessageProps) {
  const state = useWorld();
  const { users, bot } = state;
  const { problems } = useView();
  const session = useSession();
  const element = useRef<HTMLLIElement>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | undefined>();

  const author = authorOf(message.author, users);
  const used = usedCommand(message);
  const problem = problems.get(message.id);
  const mentionsMe = message.mentions?.some(({ id }) => id === state.me.id);
  const onContextMenu = (event: MouseEvent) => {
    // Links, selected text and fields keep the browser's own menu.
    if ((event.target as Element).closest('a, input, textarea') !== null) return;
    event.preventDefault();
    setMenuAt({ x: event.clientX, y: event.clientY });
  };
  const classes = [
    'message',
    follows ? 'follows' : '',
    isEphemeral(message) ? 'ephemeral' : '',
    mentionsMe ? 'mentions-me' : '',
  ];
  return html`<li
    ref=${element}
    id=${`message-${message.id}`}
    data-message=${message.id}
    class=${classes.filter(Boolean).join(' ')}
    tabindex="-1"
    onContextMenu=${onContextMenu}
  >
    ${
      used !== undefined && message.interaction_metadata !== undefined
        ? usedLine(authorOf(message.interaction_metadata.user, users), used, state.commands)
        : replyLine(message, state)
    }
    ${
      follows
        ? html`<time class="side-time" datetime=${message.timestamp}
            >${formatSent(message.timestamp).replace(/^.* at /, '')}</time
          >`
        : html`<div class="message-avatar">${avatar(author)}</div>`
    }
    <div class="message-body">
      ${!follows && headLine(author, message)}
      ${isLoading(message) ? thinking(bot.displayName) : body(message)}
      ${problem !== undefined && html`<p class="problem" role="alert">${icon('alert', 16)} This interaction failed. ${problem}</p>`}
      ${isEphemeral(message) && onlyYou(() => void session.deleteMessage(message.id))}
    </div>
    ${h(MessageTools, { message, author, menuAt, onMenuClosed: () => setMenuAt(undefined) })}
  </li>`;
}

function body(message: APIMessage) {
  return h(
    MessageContext.Provider,
    { value: message },
    html`<div class="message-content">
      ${message.content !== '' && h(Markdown, { text: message.content })}
      ${message.edited_timestamp !== null && message.content !== '' && html`<span class="edited">(edited)</span>`}
      ${!isV2(message) && attachments(message.attachments)} ${message.embeds.map(embed)}
      ${components(message.components ?? [])}
    </div>`,
  );
}
