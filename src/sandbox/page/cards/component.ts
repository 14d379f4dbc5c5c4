import type {
  APIComponentInContainer,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISeparatorComponent,
} from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { fileCard } from '../messages/attachment.ts';
import { Markdown } from '../text/markdown-view.ts';
import { Button } from './button.ts';
import { toColour } from './colour.ts';
import { resolveUrl, useMessage } from './message-context.ts';
import { Picture } from './picture.ts';
import { MessageSelect } from './select.ts';

type Drawable = APIMessageTopLevelComponent | APIComponentInContainer;

/** A message's components, as Discord's Components V2 (or its older rows) are drawn. */
export function components(list: readonly Drawable[]): ComponentChild[] {
  return list.map((component, at) => h(Component, { component, key: component.id ?? at }));
}

function Component({ component }: { component: Drawable }) {
  const message = useMessage();
  switch (component.type) {
    case 1:
      return html`<div class="row">
        ${component.components.map((child) =>
          child.type === 2
            ? h(Button, { button: child, key: child.id ?? child.type })
            : h(MessageSelect, { select: child, key: child.custom_id }),
        )}
      </div>`;
    case 9:
      return section(component, (url) => resolveUrl(message, url));
    case 10:
      return h(Markdown, { text: component.content });
    case 12:
      return html`<div class="gallery" data-count=${component.items.length}>
        ${component.items.map((item) =>
          h(Picture, {
            url: resolveUrl(message, item.media.url),
            description: item.description ?? '',
            spoiler: item.spoiler ?? false,
          }),
        )}
      </div>`;
    case 13: {
      const url = resolveUrl(message, component.file.url);
      const file = message.attachments.find((attachment) => attachment.url === url);
      const name = component.name ?? file?.filename ?? decodeURIComponent(url.replace(/^.*\//, ''));
      return fileCard(name, component.size ?? file?.size, url);
    }
    case 14:
      return separator(component);
    case 17:
      return h(Container, { component });
    default:
      return unknown(component);
  }
}

function Container({ component }: { component: APIContainerComponent }) {
  const [shown, setShown] = useState(component.spoiler !== true);
  const colour = toColour(component.accent_color);
  const style = colour === undefined ? {} : { '--accent': colour };
  return html`<div class="container ${colour === undefined ? '' : 'accented'}" style=${style}>
    <div class="container-content" inert=${!shown}>${components(component.components)}</div>
    ${
      !shown &&
      html`<button type="button" class="container-cover" onClick=${() => setShown(true)}>
        <span class="spoiler-label">Spoiler</span>
      </button>`
    }
  </div>`;
}

function section(component: APISectionComponent, resolve: (url: string) => string) {
  const { accessory } = component;
  return html`<div class="section">
    <div class="section-text">
      ${component.components.map((text) => h(Markdown, { text: text.content }))}
    </div>
    ${
      accessory.type === 2
        ? h(Button, { button: accessory })
        : html`<div class="thumbnail">
            ${h(Picture, {
              url: resolve(accessory.media.url),
              description: accessory.description ?? '',
              spoiler: accessory.spoiler ?? false,
            })}
          </div>`
    }
  </div>`;
}

function separator({ divider = true, spacing = 1 }: APISeparatorComponent) {
  const size = spacing === 2 ? 'large' : 'small';
  return divider
    ? html`<hr class="separator ${size}" />`
    : html`<div class="separator ${size}"></div>`;
}

/** Discord adds kinds; a card must not vanish for one. */
function unknown({ type }: { readonly type: number }) {
  return html`<p class="unknown">This page can’t draw components of type ${type}.</p>`;
}
