import { html } from 'htm/preact';
import { useSession, useWorld } from '../session/use-session.ts';
import { channelOf, guildOf } from '../shell/place.ts';
import { icon } from '../ui/icon.ts';
import { suggestionsFor } from './suggestions.ts';

/** The beginning of a channel: a greeting, and something to try at once. */
export function Welcome() {
  const state = useWorld();
  const session = useSession();
  const guild = guildOf(state);
  const channel = channelOf(state);
  const { displayName } = state.bot;
  const suggestions = channel.canSend ? suggestionsFor(state) : [];
  return html`<section class="welcome" aria-labelledby="welcome-title">
    <img src="/icon.svg" alt="" width="64" height="64" />
    <h2 id="welcome-title">
      ${guild === undefined ? `Just you and ${displayName}` : `Welcome to #${channel.name}`}
    </h2>
    <p>
      ${
        guild === undefined
          ? `Nobody else reads this. Type / and see what ${displayName} can do.`
          : `This little Discord runs on your own machine. Everything in it is real but the people: type / and see what ${displayName} can do.`
      }
    </p>
    ${
      suggestions.length > 0 &&
      html`<div class="suggestions" role="group" aria-label="Try it">
        ${suggestions.map(
          ({ line, about, run }, at) => html`<button
            type="button"
            class="suggestion ${at === 0 ? 'first' : ''}"
            onClick=${() => run(session)}
          >
            <span class="suggestion-line">${line}</span>
            <span class="suggestion-about">${about}</span>
            ${at === 0 && html`<span class="suggestion-go">${icon('send', 18)}</span>`}
          </button>`,
        )}
      </div>`
    }
  </section>`;
}
