import { html } from 'htm/preact';
import { useSession, useWorld } from '../session/use-session.ts';
import { icon } from '../ui/icon.ts';

/** The direct message and the servers, down the left edge. */
export function GuildRail() {
  const { guilds, here, directMessage } = useWorld();
  const session = useSession();
  const go = (channelId: string | undefined) => {
    if (channelId !== undefined) session.go({ channelId });
  };
  return html`<nav class="rail" aria-label="Servers">
    <ul>
      <li class="rail-first">
        <button
          type="button"
          class="rail-item home"
          aria-label="Direct messages"
          title="Direct messages"
          aria-current=${here.guildId === null ? 'true' : null}
          onClick=${() => go(directMessage.id)}
        >
          ${icon('chat', 24)}
        </button>
      </li>
      ${guilds.map(
        (guild) => html`<li key=${guild.id}>
          <button
            type="button"
            class="rail-item"
            title=${guild.name}
            aria-current=${here.guildId === guild.id ? 'true' : null}
            onClick=${() => go(guild.channels[0]?.id)}
          >
            <span aria-hidden="true">${initials(guild.name)}</span>
            <span class="visually-hidden">${guild.name}</span>
          </button>
        </li>`,
      )}
    </ul>
  </nav>`;
}

function initials(name: string): string {
  const words = name.split(/\s+/).map((word) => Array.from(word)[0] ?? '');
  return words.slice(0, 3).join('');
}
