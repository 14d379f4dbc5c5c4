import { html } from 'htm/preact';
import { type ComponentChild, h, type RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type IconName, icon } from './icon.ts';
import { Popup } from './popup.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  /** Drawn instead of an icon. */
  readonly picture?: ComponentChild;
  readonly note?: string;
  readonly danger?: boolean;
  /** Makes it one of a choice. */
  readonly checked?: boolean;
  readonly choose: () => void;
}

export interface MenuGroup {
  /** Shown above its items. */
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly at?: { readonly x: number; readonly y: number } | undefined;
  readonly stretch?: boolean;
  readonly groups: readonly MenuGroup[];
  readonly onClose: () => void;
}

/** A menu of actions: arrows, Home and End move, Escape or Tab closes and gives the focus back. */
export function Menu({ label, anchor, at, stretch = false, groups, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [...(list.current?.querySelectorAll('button') ?? [])];

  useLayoutEffect(() => {
    const checked = list.current?.querySelector<HTMLElement>('[aria-checked="true"]');
    (checked ?? entries()[0])?.focus();
  }, []);

  const close = () => {
    onClose();
    anchor.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((entry) => entry.matches(':focus'));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) all[(next + all.length) % all.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const draw = (item: MenuItem) => html`<button
    type="button"
    role=${item.checked === undefined ? 'menuitem' : 'menuitemradio'}
    aria-checked=${item.checked ?? null}
    tabindex="-1"
    class="menu-item ${item.danger ? 'danger' : ''}"
    onClick=${() => {
      close();
      item.choose();
    }}
  >
    ${item.picture ?? (item.icon && icon(item.icon, 18))}
    <span class="menu-label">${item.label}</span>
    ${item.note && html`<span class="badge">${item.note}</span>`}
    ${item.checked && icon('check', 16)}
  </button>`;

  return h(Popup, {
    anchor,
    at,
    stretch,
    onClose,
    children: html`<div ref=${list} role="menu" aria-label=${label} onKeyDown=${onKeyDown}>
      ${groups.map(
        (group) => html`<div class="menu-group" role="group" aria-label=${group.label ?? null}>
          ${group.label && html`<div class="menu-heading" aria-hidden="true">${group.label}</div>`}
          ${group.items.map(draw)}
        </div>`,
      )}
    </div>`,
  });
}
