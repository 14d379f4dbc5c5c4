import { html } from 'htm/preact';
import { h } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { PageOptionValue } from '../../page-types.ts';
import { ATTACHMENT, type Draft, type Field } from './draft.ts';
import { FileField } from './file-field.ts';
import { comboboxProps, movedTo, PickList } from './pick-list.ts';
import { useAnswers } from './use-answers.ts';

interface OptionFieldProps {
  readonly field: Field;
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly onAnswer: (text: string, picked?: PageOptionValue) => void;
  readonly onFocused: () => void;
  /** Backspace where there is nothing to delete. */
  readonly onBack: () => void;
  readonly onLeave: () => void;
  readonly onSend: () => void;
}

/** One option of a command: typed freely, or picked from what the option or the bot offers. */
export function OptionField(props: OptionFieldProps) {
  const { field, draft, problem } = props;
  const { option, text, picked } = field;
  const id = useId();
  const [focused, setFocused] = useState(false);
  const [moved, setMoved] = useState<number>();
  const [dismissed, setDismissed] = useState<string>();
  const { answers, note } = useAnswers(field, draft, focused);

  const listed = focused && picked === undefined && dismissed !== text && answers.length > 0;
  // Typing makes the first answer the one that Enter takes, as in Discord.
  const active = Math.min(moved ?? (text === '' ? -1 : 0), answers.length - 1);
  const pick = (at: number) => {
    const answer = answers[at];
    if (answer !== undefined) props.onAnswer(answer.name, answer.value);
    setMoved(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const { key } = event;
    const next = listed ? movedTo(key, active, answers.length) : undefined;
    if (next !== undefined) setMoved(next);
    else if (listed && active >= 0 && key === 'Enter') pick(active);
    else if (listed && active >= 0 && key === 'Tab' && !event.shiftKey) {
      // The value is taken, and the focus goes on to the next field.
      pick(active);
      return;
    } else if (key === 'Enter') props.onSend();
    else if (key === 'Escape' && listed) setDismissed(text);
    else if (key === 'Escape') props.onLeave();
    else if (key === 'Backspace' && text === '') props.onBack();
    else return;
    event.preventDefault();
  };
  const onInput = (event: Event) => {
    setMoved(undefined);
    setDismissed(undefined);
    props.onAnswer((event.target as HTMLInputElement).value);
  };
  const onFocus = () => {
    setFocused(true);
    props.onFocused();
  };
  return html`<span class="option-field ${problem === undefined ? '' : 'wrong'}">
    ${
      focused &&
      h(PickList, {
        id,
        label: option.name,
        heading: html`<strong>${option.name}</strong> ${option.description}
          ${option.required && html`<span class="badge">Required</span>`}`,
        items: listed
          ? answers.map(({ name, value, about }) => ({ key: String(value), name, about }))
          : [],
        active,
        note: problem ?? (picked === undefined ? note : undefined),
        onActive: setMoved,
        onPick: pick,
      })
    }
    <label>
      <span class="option-label">${option.name}</span>
      ${
        option.type === ATTACHMENT
          ? h(FileField, { name: option.name, text, onAnswer: props.onAnswer, onFocus })
          : html`<input
              type="text"
              data-field=${option.name}
              class=${picked === undefined ? '' : 'picked'}
              style=${{ width: `${Math.min(Math.max(Array.from(text).length + 2, 5), 40)}ch` }}
              autocomplete="off"
              spellcheck=${false}
              inputmode=${option.type === 4 ? 'numeric' : null}
              value=${text}
              aria-required=${option.required === true}
              aria-invalid=${problem === undefined ? null : 'true'}
              ...${comboboxProps(id, listed, active)}
              onInput=${onInput}
              onKeyDown=${onKeyDown}
              onFocus=${onFocus}
              onBlur=${() => setFocused(false)}
            />`
      }
    </label>
  </span>`;
}
