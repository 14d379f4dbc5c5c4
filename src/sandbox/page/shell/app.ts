import { html } from 'htm/preact';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
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
  const covered = narrow && drawer;

  useEffect(() => {
    document.title = state === undefined ? 'Sandbox' : nameOf(state);
  }, [state]);

  if (state === undefined) return h(Opening, { lost: link === 'lost' });

  const closeDrawer = () => setDrawer(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !covered) return;
    closeDrawer();
    document.querySelector<HTMLElement>('.drawer-button')?.focus();
  };
  return html`<div class="app" onKeyDown=${onKeyDown}>
    <div class="places ${drawer ? 'open' : ''}" id="places">
      ${h(GuildRail, {})}
      <div class="sidebar">
        ${h(ChannelList, { onChosen: closeDrawer })} ${h(MemberSwitcher, {})}
      </div>
    </div>
    ${covered && html`<div class="shade" onClick=${closeDrawer}></div>`}
    ${h(Channel, {
      covered,
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
