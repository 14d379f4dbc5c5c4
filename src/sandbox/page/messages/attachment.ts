import type { APIAttachment } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { h } from 'preact';
import { Picture } from '../cards/picture.ts';
import { safeUrl } from '../text/safe-url.ts';
import { icon } from '../ui/icon.ts';

/** The files of a message that isn't made of components: pictures shown, others to download. */
export function attachments(files: readonly APIAttachment[]) {
  return files.map((file) =>
    file.content_type?.startsWith('image/')
      ? html`<div class="attachment-picture">
          ${h(Picture, { url: file.url, description: file.description ?? file.filename })}
        </div>`
      : fileCard(file.filename, file.size, file.url),
  );
}

/** A file to download. */
export function fileCard(name: string, size: number | undefined, url: string | undefined) {
  const href = safeUrl(url);
  return html`<div class="file">
    <span class="file-icon">${icon('file', 28)}</span>
    <span class="file-words">
      ${
        href === undefined
          ? html`<span class="file-name">${name}</span>`
          : html`<a class="file-name" href=${href} download=${name}>${name}</a>`
      }
      ${size !== undefined && html`<span class="file-size">${formatSize(size)}</span>`}
    </span>
    ${
      href !== undefined &&
      html`<a
        class="icon-button"
        href=${href}
        download=${name}
        aria-label=${`Download ${name}`}
        >${icon('download')}</a
      >`
    }
  </div>`;
}

function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
