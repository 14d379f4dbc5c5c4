import { html } from 'htm/preact';
import type { PageUser } from '../../page-types.ts';

/** Colours on which white letters keep AA contrast. */
const HUES = [
  ['#b02a75', '#7d2ae8'],
  ['#0b7285', '#2547c9'],
  ['#a3480c', '#b3245a'],
  ['#2b7a3d', '#0b6b79'],
  ['#6a3ad6', '#2f54d1'],
] as const;

/**
 * A picture for a person without one: the initial on a colour of their own.
 *
 * @param size - its width in pixels; the style sheet's when left out
 */
export function avatar(user: Pick<PageUser, 'id' | 'displayName' | 'bot'>, size?: number) {
  const [from, to] = HUES[Number(BigInt(user.id) % BigInt(HUES.length))] ?? HUES[0];
  const style = {
    '--from': from,
    '--to': to,
    ...(size === undefined ? {} : { '--size': `${size}px` }),
  };
  return html`<span class="avatar ${user.bot ? 'bot' : ''}" style=${style} aria-hidden="true">
    ${user.bot ? soundWave() : (Array.from(user.displayName)[0] ?? '?').toUpperCase()}
  </span>`;
}

/** The mark of this sandbox's bot: five bars of sound. */
function soundWave() {
  return html`<svg viewBox="0 0 24 24" width="62%" height="62%" fill="currentColor">
    <rect x="2" y="10" width="2.6" height="4" rx="1.3" />
    <rect x="6.4" y="6.5" width="2.6" height="11" rx="1.3" />
    <rect x="10.7" y="3" width="2.6" height="18" rx="1.3" />
    <rect x="15" y="7" width="2.6" height="10" rx="1.3" />
    <rect x="19.4" y="9.5" width="2.6" height="5" rx="1.3" />
  </svg>`;
}
