import type { APIButtonComponent } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { useSession, useView } from '../session/use-session.ts';
import { safeUrl } from '../text/safe-url.ts';
import { icon } from '../ui/icon.ts';
import { emojiOf } from './emoji.ts';
import { useMessage } from './message-context.ts';

const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'secondary',
  6: 'primary',
};

/** A button in any of Discord's styles; a link opens in a tab of its own. */
export function Button({ button }: { button: APIButtonComponent }) {
  const session = useSession();
  const { busy } = useView();
  const message = useMessage();
  const classes = `button ${STYLES[button.style] ?? 'secondary'}`;
  if (button.style === 6) {
    return html`<button type="button" class=${classes} disabled>Premium</button>`;
  }
  const name = 'label' in button && button.label !== undefined ? button.label : button.emoji?.name;
  const content = html`${emojiOf(button.emoji)}
  ${button.label !== undefined && html`<span>${button.label}</span>`}`;

  if (button.style === 5) {
    const href = safeUrl(button.url);
    if (button.disabled === true || href === undefined) {
      return html`<button type="button" class=${classes} disabled>${content}</button>`;
    }
    return html`<a
      class=${classes}
      href=${href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label=${`${name ?? href} (opens in a new tab)`}
      >${content}${icon('external', 15)}</a
    >`;
  }

  const waiting = busy.has(`${message.id}/${button.custom_id}`);
  return html`<button
    type="button"
    class="${classes} ${waiting ? 'waiting' : ''}"
    disabled=${button.disabled === true}
    aria-disabled=${waiting ? 'true' : null}
    aria-busy=${waiting ? 'true' : null}
    aria-label=${button.label === undefined ? (name ?? null) : null}
    data-custom-id=${button.custom_id}
    onClick=${() => {
      if (!waiting) session.click(message.id, button.custom_id);
    }}
  >
    <span class="button-content">${content}</span>
    ${waiting && html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`}
  </button>`;
}
