import { html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

export interface Pickable {
  readonly key: string;
  readonly name: ComponentChild;
  readonly about?: string | undefined;
  readonly picture?: ComponentChild;
}

interface PickListProps {
  readonly id: string;
  readonly label: string;
  /** Shown above the list; the list may be empty. */
  readonly heading: ComponentChild;
  readonly items: readonly Pickable[];
  /** -1 for none. */
  readonly active: number;
  readonly note?: string | undefined;
  readonly onActive: (at: number) => void;
  readonly onPick: (at: number) => void;
}

/** The list above the composer. The focus stays in the field, which names the active item. */
export function PickList(props: PickListProps) {
  const { id, label, heading, items, active, note } = props;
  useLayoutEffect(() => {
    document.getElementById(itemId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return html`<div class="pick-list">
    <div class="pick-heading">${heading}</div>
    ${
      items.length > 0 &&
      html`<div id=${id} role="listbox" aria-label=${label} class="pick-items">
        ${items.map(
          (item, at) => html`<div
            key=${item.key}
            id=${itemId(id, at)}
            role="option"
            aria-selected=${at === active}
            class="pick-item ${at === active ? 'active' : ''}"
            onPointerDown=${(event: Event) => event.preventDefault()}
            onPointerMove=${() => at !== active && props.onActive(at)}
            onClick=${() => props.onPick(at)}
          >
            ${item.picture}
            <span class="pick-name">${item.name}</span>
            ${item.about && html`<span class="pick-about">${item.about}</span>`}
          </div>`,
        )}
      </div>`
    }
    ${note !== undefined && html`<p class="pick-note">${note}</p>`}
    <p class="visually-hidden" role="status">
      ${items.length === 0 ? '' : `${items.length} ${items.length === 1 ? 'result' : 'results'}`}
    </p>
  </div>`;
}

/** The attributes of the field that commands the list. */
export function comboboxProps(id: string, shown: boolean, active: number) {
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-expanded': shown,
    'aria-controls': shown ? id : null,
    'aria-activedescendant': shown && active >= 0 ? itemId(id, active) : null,
  };
}

function itemId(listId: string, at: number): string {
  return `${listId}-${at}`;
}

/** Where an arrow key leads; undefined for other keys. It goes round through "none". */
export function movedTo(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return active + 1 >= count ? 0 : active + 1;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return undefined;
}
