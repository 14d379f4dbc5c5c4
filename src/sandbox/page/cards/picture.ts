import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { safeUrl } from '../text/safe-url.ts';
import { icon } from '../ui/icon.ts';

interface PictureProps {
  readonly url: string;
  /** What it shows; empty for decoration. */
  readonly description: string;
  readonly spoiler?: boolean;
}

/** A picture that opens in a tab of its own. Where it can't be loaded, its description stands. */
export function Picture({ url, description, spoiler = false }: PictureProps) {
  const [failed, setFailed] = useState<string>();
  const [shown, setShown] = useState(!spoiler);
  const href = safeUrl(url);
  if (href === undefined || failed === url) {
    return html`<span
      class="picture missing"
      role="img"
      aria-label=${description === '' ? 'Picture that could not be loaded' : description}
      >${icon('image', 26)}<span>${description}</span></span
    >`;
  }
  const image = html`<img
    src=${href}
    alt=${shown ? description : ''}
    loading="lazy"
    onError=${() => setFailed(url)}
  />`;
  if (!shown) {
    return html`<button type="button" class="picture hidden" onClick=${() => setShown(true)}>
      ${image}<span class="spoiler-label">Spoiler</span>
    </button>`;
  }
  return html`<a
    class="picture"
    href=${href}
    target="_blank"
    rel="noopener noreferrer"
    aria-label=${description === '' ? 'Open the picture' : null}
    >${image}</a
  >`;
}
