import { html } from 'htm/preact';
import { type ComponentChild, h } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { icon } from './icon.ts';
import { Popup } from './popup.ts';

export interface Choosable {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly picture?: ComponentChild;
}

interface ChooseProps {
  /** Its accessible name. */
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  /** Called once with the whole choice: for several, when the list closes. */
  readonly onChoose: (values: readonly string[]) => void;
}

/** How long typed letters add up to a word to look for, ms. */
const TYPING_MS = 600;

/** A select menu for one or several values. Escape leaves the choice as it was. */
export function Choose(props: ChooseProps) {
  const { label, placeholder, options, min, max, disabled = false, busy = false } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState(props.chosen);
  const several = max > 1;

  useLayoutEffect(() => {
    if (open) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, active, id]);

  const show = () => {
    if (disabled || busy) return;
    setPicked(props.chosen);
    setActive(
      Math.max(
        0,
        options.findIndex(({ value }) => props.chosen.includes(value)),
      ),
    );
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    const changed =
      picked.length !== props.chosen.length || picked.some((v) => !props.chosen.includes(v));
    if (several && changed && picked.length >= min) props.onChoose(picked);
  };
  const take = (option: Choosable | undefined) => {
    if (option === undefined) return;
    if (!several) {
      setOpen(false);
      props.onChoose([option.value]);
    } else if (picked.includes(option.value)) {
      setPicked(picked.filter((value) => value !== option.value));
    } else if (picked.length < max) {
      setPicked([...picked, option.value]);
    }
  };
  const lookFor = (letter: string) => {
    const now = performance.now();
    const text = now - typed.current.at < TYPING_MS ? typed.current.text + letter : letter;
    typed.current = { text, at: now };
    const found = options.findIndex((o) => o.label.toLowerCase().startsWith(text.toLowerCase()));
    if (found >= 0) setActive(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const last = options.length - 1;
    if (!open) {
      if (!['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) return;
      show();
    } else if (key === 'ArrowDown') setActive(Math.min(active + 1, last));
    else if (key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (key === 'Home') setActive(0);
    else if (key === 'End') setActive(last);
    else if (key === 'Enter' || key === ' ') take(options[active]);
    else if (key === 'Escape') setOpen(false);
    else if (key === 'Tab') return close();
    else if (key.length === 1 && !event.ctrlKey && !event.metaKey) lookFor(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = options.filter(({ value }) => (open ? picked : props.chosen).includes(value));
  return html`<div class="choose">
    <button
      ref=${button}
      type="button"
      class="choose-button"
      role="combobox"
      aria-label=${label}
      aria-haspopup="listbox"
      aria-expanded=${open}
      aria-controls=${open ? id : null}
      aria-activedescendant=${open ? `${id}-${active}` : null}
      aria-busy=${busy ? 'true' : null}
      disabled=${disabled}
      onClick=${() => (open ? close() : show())}
      onKeyDown=${onKeyDown}
    >
      ${
        shown.length === 0
          ? html`<span class="placeholder">${placeholder}</span>`
          : html`<span class="chosen">
              ${shown.map((option) => html`<span>${option.picture} ${option.label}</span>`)}
            </span>`
      }
      ${busy ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : icon('chevron')}
    </button>
    ${
      open &&
      h(Popup, {
        anchor: button,
        stretch: true,
        onClose: close,
        children: html`<div id=${id} role="listbox" aria-label=${label} aria-multiselectable=${several}>
          ${options.map(
            (option, at) => html`<div
              id=${`${id}-${at}`}
              key=${option.value}
              role="option"
              class="option ${at === active ? 'active' : ''}"
              aria-selected=${picked.includes(option.value)}
              onPointerDown=${(event: Event) => event.preventDefault()}
              onPointerMove=${() => setActive(at)}
              onClick=${() => take(option)}
            >
              ${option.picture}
              <span class="option-words">
                <span class="option-name">${option.label}</span>
                ${option.description && html`<span class="option-about">${option.description}</span>`}
              </span>
              ${
                (several || picked.includes(option.value)) &&
                html`<span class="tick ${several ? 'box' : ''}"
                  >${picked.includes(option.value) && icon('check', 16)}</span
                >`
              }
            </div>`,
          )}
          ${options.length === 0 && html`<p class="nothing">Nothing to choose from.</p>`}
        </div>`,
      })
    }
  </div>`;
}
