import { html } from 'htm/preact';
import { useWorld } from '../session/use-session.ts';
import { avatar } from '../ui/avatar.ts';
import { isAdmin } from './place.ts';

/** Who is here, on windows wide enough for it. */
export function MemberList() {
  const state = useWorld();
  const people = state.users.filter(
    ({ id, bot }) => !bot && (state.here.guildId !== null || id === state.me.id),
  );
  return html`<aside class="members" aria-label="Members">
    <h2>Apps — 1</h2>
    <ul>
      <li class=${state.botOnline ? '' : 'away'}>
        <span class="presence ${state.botOnline ? 'online' : ''}">${avatar(state.bot, 32)}</span>
        <span class="member-name">${state.bot.displayName}</span>
        <span class="badge app">App</span>
        ${!state.botOnline && html`<span class="visually-hidden">offline</span>`}
      </li>
    </ul>
    <h2>Members — ${people.length}</h2>
    <ul>
      ${people.map(
        (user) => html`<li key=${user.id}>
          <span class="presence online">${avatar(user, 32)}</span>
          <span class="member-name">${user.displayName}</span>
          ${isAdmin(state, user.id) && html`<span class="badge">Admin</span>`}
        </li>`,
      )}
    </ul>
  </aside>`;
}
