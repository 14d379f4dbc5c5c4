import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { h } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CommandPath } from './command-path.ts';
import { comboboxProps, movedTo, PickList } from './pick-list.ts';

interface MoreFieldProps {
  readonly name: string;
  readonly path: CommandPath;
  /** Those not asked for yet. */
  readonly options: readonly APIApplicationCommandBasicOption[];
  readonly onAdd: (option: APIApplicationCommandBasicOption) => void;
  readonly onFocused: () => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
  readonly onSend: () => void;
}

/** After the fields: a place to add another option, or to send a command that needs none. */
export function MoreField(props: MoreFieldProps) {
  const { name, path, options } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [focused, setFocused] = useState(false);
  const typed = text.trim().replace(/:$/, '').toLowerCase();
  const found = options.filter((option) => option.name.includes(typed));
  const add = (at: number) => {
    const option = found[at];
    if (option === undefined) return;
    setText('');
    setActive(-1);
    props.onAdd(option);
  };
  const onInput = (event: Event) => {
    const next = (event.target as HTMLInputElement).value;
    const exact = options.find((option) => `${option.name}:` === next.trim().toLowerCase());
    setText(exact === undefined ? next : '');
    setActive(exact === undefined && next.trim() !== '' ? 0 : -1);
    if (exact !== undefined) props.onAdd(exact);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const moved = movedTo(key, active, found.length);
    if (moved !== undefined) setActive(moved);
    else if (key === 'Enter' && active >= 0) add(active);
    else if (key === 'Tab' && active >= 0 && !event.shiftKey) add(active);
    else if (key === 'Enter') props.onSend();
    else if (key === 'Escape') props.onLeave();
    else if (key === 'Backspace' && text === '') props.onBack();
    else return;
    event.preventDefault();
  };
  const listed = focused && found.length > 0;
  return html`<span class="more-field">
    ${
      focused &&
      h(PickList, {
        id,
        label: 'Options',
        heading: html`<strong>/${path.name}</strong> ${path.description}`,
        items: found.map((option) => ({
          key: option.name,
          name: option.name,
          about: option.description,
        })),
        active,
        note: options.length === 0 ? 'Press Enter to send.' : undefined,
        onActive: setActive,
        onPick: add,
      })
    }
    <input
      type="text"
      data-field=${name}
      class="more-input"
      aria-label=${options.length === 0 ? `Send /${path.name}` : 'Add an option'}
      placeholder=${options.length === 0 ? '' : `+${options.length} optional`}
      autocomplete="off"
      spellcheck=${false}
      value=${text}
      ...${comboboxProps(id, listed, active)}
      onInput=${onInput}
      onKeyDown=${onKeyDown}
      onFocus=${() => {
        setFocused(true);
        props.onFocused();
      }}
      onBlur=${() => setFocused(false)}
    />
  </span>`;
}
