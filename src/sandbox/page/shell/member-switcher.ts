import { html } from 'htm/preact';
import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useSession, useWorld } from '../session/use-session.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';
import { Menu } from '../ui/menu.ts';
import { isAdmin } from './place.ts';

/** Who one is, and a menu to be someone else. */
export function MemberSwitcher() {
  const state = useWorld();
  const session = useSession();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const items = state.users
    .filter((user) => !user.bot)
    .map((user) => ({
      label: user.displayName,
      picture: avatar(user, 28),
      ...(isAdmin(state, user.id) ? { note: 'Admin' } : {}),
      checked: user.id === state.me.id,
      choose: () => void session.go({ userId: user.id }),
    }));
  return html`<div class="me">
    <button
      ref=${button}
      type="button"
      class="me-button"
      aria-haspopup="menu"
      aria-expanded=${open}
      onClick=${() => setOpen(!open)}
    >
      ${avatar(state.me, 34)}
      <span class="me-name">
        <span class="me-line">
          <strong><span class="visually-hidden">You are </span>${state.me.displayName}</strong>
          ${isAdmin(state, state.me.id) && html`<span class="badge">Admin</span>`}
        </span>
        <span class="me-hint">Be someone else</span>
      </span>
      ${icon('chevron')}
    </button>
    ${
      open &&
      h(Menu, {
        label: 'Be someone else',
        anchor: button,
        stretch: true,
        groups: [{ label: 'Try it as', items }],
        onClose: () => setOpen(false),
      })
    }
  </div>`;
}
