import { html } from 'htm/preact';
import { useSession, useWorld } from '../session/use-session.ts';
import type { Notice, PendingUse } from '../session/view.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';
import { usedLine } from './message-head.ts';

/** A command on its way to its answer. */
export function Thinking({ use }: { use: PendingUse }) {
  const { bot, me, commands } = useWorld();
  return html`<li class="message thinking-soon">
    ${usedLine(me, use.name, commands)}
    <div class="message-avatar">${avatar(bot)}</div>
    <div class="message-body">
      <div class="message-head">
        <span class="author">${bot.displayName}</span><span class="badge app">App</span>
      </div>
      ${thinking(bot.displayName)}
    </div>
  </li>`;
}

/** "… is thinking…", also of a deferred answer. */
export function thinking(name: string) {
  return html`<p class="thinking">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${name} is thinking…
  </p>`;
}

/** A command that got no answer, or a refused one. */
export function FailedUse({ notice }: { notice: Notice }) {
  const { bot, me, commands } = useWorld();
  const session = useSession();
  return html`<li class="message ephemeral">
    ${usedLine(me, notice.name, commands)}
    <div class="message-avatar">${avatar(bot)}</div>
    <div class="message-body">
      <div class="message-head">
        <span class="author">${bot.displayName}</span><span class="badge app">App</span>
      </div>
      <p class="problem">${icon('alert', 16)} This interaction failed. ${notice.text}</p>
      ${onlyYou(() => session.dismissNotice(notice.id))}
    </div>
  </li>`;
}

/** The line below what only this member sees. */
export function onlyYou(dismiss: () => void) {
  return html`<p class="only-you">
    ${icon('eye', 16)} Only you can see this ·
    <button type="button" class="link" onClick=${dismiss}>Dismiss message</button>
  </p>`;
}
