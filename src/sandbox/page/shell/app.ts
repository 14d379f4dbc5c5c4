import { html } from 'htm/preact';
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ModalDialog } from '../cards/modal.ts';
import { useView } from '../session/use-session.ts';
import { Channel } from './channel.ts';
import { ChannelList } from './channel-list.ts';
import { GuildRail } from './guild-rail.ts';
import { MemberList } from './member-list.ts';
import { MemberSwitcher } from './member-switcher.ts';
import { nameOf } from './place.ts';
import { useNarrow } from './use-narrow.ts';

/** The whole window. On a phone the servers and channels are a drawer. */
export function App() {
  const { state, link, modal } = useView();
  const narrow = useNarrow();
  const [drawer, setDrawer] = useState(false);
  const [members, setMembers] = useState(true);
  const drawerButton = useRef<HTMLButtonElement>(null);
  const covered = narrow && drawer;

  useEffect(() => {
    document.title = state === undefined ? 'Sandbox' : nameOf(state);
  }, [state]);

  useEffect(() => {
    if (!covered) return;
    document.querySelector<HTMLElement>('.channels [aria-current]')?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setDrawer(false);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      // Only now: while the drawer was open, the rest of the page was inert.
      drawerButton.current?.focus();
    };
  }, [covered]);

  if (state === undefined) return h(Opening, { lost: link === 'lost' });

  const closeDrawer = () => setDrawer(false);
  return html`<div class="app">
    <div class="places ${drawer ? 'open' : ''}" id="places">
      ${h(GuildRail, {})}
      <div class="sidebar">
        ${h(ChannelList, { onChosen: closeDrawer })} ${h(MemberSwitcher, {})}
      </div>
    </div>
    ${covered && html`<div class="shade" onClick=${closeDrawer}></div>`}
    ${h(Channel, {
      covered,
      drawerButton,
      membersShown: members,
      onDrawer: () => setDrawer(true),
      onMembers: () => setMembers(!members),
    })}
    ${members && h(MemberList, {})} ${modal && h(ModalDialog, { modal, key: modal.interactionId })}
  </div>`;
}

function Opening({ lost }: { lost: boolean }) {
  return html`<main class="opening">
    <img src="/icon.svg" alt="" width="72" height="72" />
    <p role="status">${lost ? 'The sandbox isn’t running. Trying again…' : 'Opening the sandbox…'}</p>
  </main>`;
}
