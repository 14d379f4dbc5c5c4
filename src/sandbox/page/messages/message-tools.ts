import type { APIMessage } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Session } from '../session/session.ts';
import { useSession, useWorld } from '../session/use-session.ts';
import { channelOf } from '../shell/place.ts';
import { icon } from '../ui/icon.ts';
import { Menu, type MenuGroup, type MenuItem } from '../ui/menu.ts';
import { isEphemeral } from './flags.ts';
import type { Author } from './message-head.ts';

interface MessageToolsProps {
  readonly message: APIMessage;
  readonly author: Author;
  /** Where the menu was asked for by a right click, if it was. */
  readonly menuAt: { readonly x: number; readonly y: number } | undefined;
  readonly onMenuClosed: () => void;
}

/** What one can do with a message: reply, and a menu with the apps' message commands. */
export function MessageTools({ message, author, menuAt, onMenuClosed }: MessageToolsProps) {
  const state = useWorld();
  const session = useSession();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const canReply = channelOf(state).canSend && !isEphemeral(message);
  const close = () => {
    setOpen(false);
    onMenuClosed();
  };
  const commands = state.commands.filter(({ type }) => type === MESSAGE_COMMAND);
  const apps = commands.map(
    (command): MenuItem => ({
      label: command.name_localized ?? command.name,
      icon: 'apps',
      choose: () => void session.messageCommand(command.name, message.id),
    }),
  );
  const groups: MenuGroup[] = [
    { items: actions(message, session, canReply, author.id === state.me.id) },
    { label: 'Apps', items: apps },
  ];
  return html`<div class="tools ${open ? 'open' : ''}">
    ${
      canReply &&
      html`<button
        type="button"
        class="icon-button"
        aria-label=${`Reply to ${author.displayName}`}
        onClick=${() => session.replyTo(message.id)}
      >
        ${icon('reply', 18)}
      </button>`
    }
    <button
      ref=${button}
      type="button"
      class="icon-button"
      aria-label="More actions and apps"
      aria-haspopup="menu"
      aria-expanded=${open}
      onClick=${() => setOpen(!open)}
    >
      ${icon('more', 18)}
    </button>
    ${
      (open || menuAt !== undefined) &&
      h(Menu, {
        label: 'Message',
        anchor: button,
        at: menuAt,
        groups: groups.filter(({ items }) => items.length > 0),
        onClose: close,
      })
    }
  </div>`;
}

const MESSAGE_COMMAND = 3;

function actions(
  message: APIMessage,
  session: Session,
  canReply: boolean,
  own: boolean,
): MenuItem[] {
  const items: MenuItem[] = [];
  if (canReply) {
    items.push({ label: 'Reply', icon: 'reply', choose: () => session.replyTo(message.id) });
  }
  if (message.content !== '') {
    const copy = () => void navigator.clipboard.writeText(message.content);
    items.push({ label: 'Copy text', icon: 'copy', choose: copy });
  }
  if (own) {
    const remove = () => void session.deleteMessage(message.id);
    items.push({ label: 'Delete message', icon: 'trash', danger: true, choose: remove });
  }
  return items;
}
