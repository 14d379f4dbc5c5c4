import type { APIMessageComponentEmoji } from 'discord-api-types/v10';
import { html } from 'htm/preact';

/** A button's or option's emoji; a custom one by its name, as its picture is Discord's. */
export function emojiOf(emoji: APIMessageComponentEmoji | undefined) {
  if (emoji?.name === undefined) return null;
  return emoji.id === undefined
    ? html`<span class="emoji" aria-hidden="true">${emoji.name}</span>`
    : html`<span class="custom-emoji" aria-hidden="true">:${emoji.name}:</span>`;
}
