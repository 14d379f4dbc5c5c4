import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import type { PageState, PageUser } from '../../page-types.ts';
import { usedCommand } from '../session/view.ts';
import { formatSent } from '../text/timestamp.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';

/** Messages closer than this, of one author, share a head; ms. */
const TOGETHER_MS = 7 * 60_000;

export type Author = Pick<PageUser, 'id' | 'displayName' | 'bot'>;

export function authorOf(user: APIUser, users: readonly PageUser[]): Author {
  return (
    users.find(({ id }) => id === user.id) ?? {
      id: user.id,
      displayName: user.global_name ?? user.username,
      bot: user.bot ?? false,
    }
  );
}

/** Whether a message is drawn without its own head, below the one before. */
export function followsOn(message: APIMessage, previous: APIMessage | undefined): boolean {
  if (previous === undefined || previous.author.id !== message.author.id) return false;
  if (message.interaction_metadata !== undefined || message.message_reference !== undefined) {
    return false;
  }
  return Date.parse(message.timestamp) - Date.parse(previous.timestamp) < TOGETHER_MS;
}

/** "Mara used /soundtrack", above an answer. Message commands have no slash. */
export function usedLine(who: Author, name: string, commands: PageState['commands']) {
  const isMessageCommand = commands.some((command) => command.type === 3 && command.name === name);
  return html`<div class="context-line">
    ${avatar(who, 18)}<strong>${who.displayName}</strong> used
    <span class="mention">${isMessageCommand ? name : `/${name}`}</span>
  </div>`;
}

/** The message that this one replies to, in one line. */
export function replyLine(message: APIMessage, { users, messages }: PageState) {
  const { message_reference: reference, referenced_message: sent } = message;
  if (reference === undefined) return null;
  const original = sent ?? messages.find(({ id }) => id === reference.message_id);
  if (original === undefined) {
    return html`<div class="context-line">${icon('reply', 16)} <em>Original message was deleted</em></div>`;
  }
  const author = authorOf(original.author, users);
  const used = usedCommand(original);
  const said = original.content || (used === undefined ? 'Select to see the message' : `/${used}`);
  const jump = () => {
    const element = document.getElementById(`message-${original.id}`);
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
  };
  return html`<div class="context-line">
    ${avatar(author, 18)}<strong>${author.displayName}</strong>
    <button type="button" class="context-text" onClick=${jump}>${said}</button>
  </div>`;
}

/** The author's name and when it was sent. */
export function headLine(author: Author, message: Pick<APIMessage, 'id' | 'timestamp'>) {
  return html`<div class="message-head">
    <span class="author" id=${`author-${message.id}`}>${author.displayName}</span>
    ${author.bot && html`<span class="badge app">App</span>`}
    <time datetime=${message.timestamp}>${formatSent(message.timestamp)}</time>
  </div>`;
}
