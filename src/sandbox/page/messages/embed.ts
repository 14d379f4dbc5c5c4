import type { APIEmbed } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { h } from 'preact';
import { toColour } from '../cards/colour.ts';
import { Picture } from '../cards/picture.ts';
import { Markdown } from '../text/markdown-view.ts';
import { safeUrl } from '../text/safe-url.ts';
import { formatSent } from '../text/timestamp.ts';

/** An embed of the older kind. */
export function embed(embed: APIEmbed) {
  const { title, description, author, footer, image, thumbnail, timestamp } = embed;
  const end = [footer?.text, timestamp && formatSent(timestamp)].filter(Boolean).join(' • ');
  return html`<article class="embed" style=${{ '--accent': toColour(embed.color) }}>
    <div class="embed-words">
      ${author && html`<p class="embed-author">${linked(author.name, author.url)}</p>`}
      ${title && html`<p class="embed-title">${linked(title, embed.url)}</p>`}
      ${description && h(Markdown, { text: description })}
      ${
        embed.fields !== undefined &&
        html`<dl>
          ${embed.fields.map(
            ({ name, value, inline }) => html`<div class=${inline ? 'inline' : ''}>
              <dt>${h(Markdown, { text: name })}</dt>
              <dd>${h(Markdown, { text: value })}</dd>
            </div>`,
          )}
        </dl>`
      }
      ${image && h(Picture, { url: image.url, description: '' })}
      ${end !== '' && html`<p class="embed-footer">${end}</p>`}
    </div>
    ${
      thumbnail &&
      html`<div class="thumbnail">${h(Picture, { url: thumbnail.url, description: '' })}</div>`
    }
  </article>`;
}

function linked(text: string, url: string | undefined) {
  const href = safeUrl(url);
  if (href === undefined) return text;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`;
}
