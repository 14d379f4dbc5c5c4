import { html } from 'htm/preact';
import { useSession, useWorld } from '../session/use-session.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';
import { guildOf } from './place.ts';

/** The channels of the server one is in, or the one direct message. */
export function ChannelList({ onChosen }: { onChosen: () => void }) {
  const state = useWorld();
  const session = useSession();
  const guild = guildOf(state);
  const go = (channelId: string) => {
    session.go({ channelId });
    onChosen();
  };
  const current = (id: string) => (id === state.here.channelId ? 'page' : null);
  return html`<nav class="channels" aria-label="Channels">
    <p class="channels-title">${guild?.name ?? 'Direct messages'}</p>
    <ul>
      ${
        guild === undefined
          ? html`<li>
              <button
                type="button"
                class="channel-item"
                aria-current=${current(state.directMessage.id)}
                onClick=${() => go(state.directMessage.id)}
              >
                ${avatar(state.bot, 28)}<span>${state.bot.displayName}</span>
              </button>
            </li>`
          : guild.channels.map(
              (channel) => html`<li key=${channel.id}>
                <button
                  type="button"
                  class="channel-item"
                  aria-current=${current(channel.id)}
                  onClick=${() => go(channel.id)}
                >
                  ${icon('hash')}<span>${channel.name}</span>
                </button>
              </li>`,
            )
      }
    </ul>
  </nav>`;
}
