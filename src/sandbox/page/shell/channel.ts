import { html } from 'htm/preact';
import { h, type RefObject } from 'preact';
import { Composer } from '../composer/composer.ts';
import { MessageLog } from '../messages/message-log.ts';
import { useView, useWorld } from '../session/use-session.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';
import { channelOf, guildOf } from './place.ts';

interface ChannelProps {
  /** The drawer is over it. */
  readonly covered: boolean;
  readonly drawerButton: RefObject<HTMLButtonElement | null>;
  readonly membersShown: boolean;
  readonly onDrawer: () => void;
  readonly onMembers: () => void;
}

/** The channel one is in: its name, its messages and the composer. */
export function Channel(props: ChannelProps) {
  const { covered, drawerButton, membersShown, onDrawer, onMembers } = props;
  const state = useWorld();
  const { link } = useView();
  const channel = channelOf(state);
  const isDirect = guildOf(state) === undefined;
  return html`<main class="channel" inert=${covered}>
    <header class="channel-header">
      <button
        ref=${drawerButton}
        type="button"
        class="icon-button drawer-button"
        aria-label="Servers and channels"
        aria-expanded=${covered}
        aria-controls="places"
        onClick=${onDrawer}
      >
        ${icon('menu', 22)}
      </button>
      ${isDirect ? avatar(state.bot, 26) : icon('hash', 22)}
      <h1>${isDirect ? state.bot.displayName : channel.name}</h1>
      <p class="topic">${channel.topic}</p>
      <button
        type="button"
        class="icon-button members-button"
        aria-label="Member list"
        aria-pressed=${membersShown}
        onClick=${onMembers}
      >
        ${icon('members', 22)}
      </button>
    </header>
    <div role="status" class="banners">
      ${link === 'lost' && html`<p class="banner">Connection lost. Trying again…</p>`}
      ${
        link === 'open' &&
        !state.botOnline &&
        html`<p class="banner">${state.bot.displayName} is offline: nothing will answer yet.</p>`
      }
    </div>
    ${h(MessageLog, { key: state.here.channelId + state.me.id })}
    ${h(Composer, { key: state.here.channelId + state.me.id })}
  </main>`;
}
