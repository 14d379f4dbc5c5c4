import { html } from 'htm/preact';
import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSession, useWorld } from '../session/use-session.ts';
import type { OpenModal } from '../session/view.ts';
import { Markdown } from '../text/markdown-view.ts';
import { Choose } from '../ui/choose.ts';
import { icon } from '../ui/icon.ts';
import { fieldsOf, type ModalField } from './modal-fields.ts';
import { defaultsOf, optionsOf } from './select-options.ts';

/** The form that a bot opened over the page. */
export function ModalDialog({ modal }: { modal: OpenModal }) {
  const session = useSession();
  const { bot } = useWorld();
  const dialog = useRef<HTMLDialogElement>(null);
  const fields = fieldsOf(modal.data.components);
  const [values, setValues] = useState(() => firstValues(fields));
  const [missing, setMissing] = useState<string>();

  // A modal <dialog> keeps the focus inside and gives it back when it closes.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('.field :is(input, textarea, button)')?.focus();
    return () => element?.close();
  }, []);

  const onSubmit = (event: Event) => {
    event.preventDefault();
    const unmet = fields.find((field) => isUnmet(field, values));
    setMissing(unmet !== undefined && 'label' in unmet ? unmet.label : undefined);
    if (unmet === undefined) session.submit(values);
  };
  const set = (id: string, value: string | readonly string[]) =>
    setValues({ ...values, [id]: value });
  const problem = missing === undefined ? modal.problem : `“${missing}” needs an answer.`;

  return html`<dialog
    ref=${dialog}
    class="modal"
    aria-labelledby="modal-title"
    onCancel=${(event: Event) => {
      event.preventDefault();
      session.closeModal();
    }}
  >
    <form onSubmit=${onSubmit} novalidate>
      <header>
        <h2 id="modal-title">${modal.data.title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label="Close"
          onClick=${() => session.closeModal()}
        >
          ${icon('close')}
        </button>
      </header>
      <p class="modal-note">
        This form goes to ${bot.displayName}. Never give your password to a bot.
      </p>
      ${fields.map((field) => h(Field, { field, values, set, disabled: modal.busy }))}
      <footer>
        <p class="problem" role="alert">${problem}</p>
        <button type="button" class="button secondary" onClick=${() => session.closeModal()}>
          Cancel
        </button>
        <button type="submit" class="button primary" disabled=${modal.busy}>
          ${modal.busy ? 'Submitting…' : 'Submit'}
        </button>
      </footer>
    </form>
  </dialog>`;
}

type Values = Readonly<Record<string, string | readonly string[]>>;

interface FieldProps {
  readonly field: ModalField;
  readonly values: Values;
  readonly set: (id: string, value: string | readonly string[]) => void;
  readonly disabled: boolean;
}

function Field({ field, values, set, disabled }: FieldProps) {
  const state = useWorld();
  if (field.kind === 'words') return h(Markdown, { text: field.text });
  if (field.kind === 'unknown') {
    return html`<p class="unknown">This page can’t draw fields of type ${field.type}.</p>`;
  }
  const required = (field.kind === 'text' ? field.input : field.select).required !== false;
  const mark = required && html`<span class="required" aria-hidden="true">*</span>`;
  const about = field.description && html`<span class="field-about">${field.description}</span>`;
  if (field.kind === 'select') {
    const { select } = field;
    const value = values[select.custom_id];
    return html`<div class="field">
      <span class="field-label">${field.label} ${mark}</span>${about}
      ${h(Choose, {
        label: field.label,
        placeholder: select.placeholder ?? 'Make a selection',
        options: optionsOf(select, state),
        chosen: typeof value === 'string' ? [value] : (value ?? []),
        min: select.min_values ?? 1,
        max: select.max_values ?? 1,
        disabled,
        onChoose: (chosen) => set(select.custom_id, chosen),
      })}
    </div>`;
  }
  const { input } = field;
  const onInput = (event: Event) =>
    set(input.custom_id, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
  const shared = {
    value: values[input.custom_id] ?? '',
    placeholder: input.placeholder ?? '',
    maxlength: input.max_length ?? 4000,
    'aria-required': required,
    disabled,
    onInput,
  };
  return html`<label class="field">
    <span class="field-label">${field.label} ${mark}</span>${about}
    ${
      input.style === 2
        ? html`<textarea rows="4" ...${shared}></textarea>`
        : html`<input type="text" autocomplete="off" ...${shared} />`
    }
  </label>`;
}

function firstValues(fields: readonly ModalField[]): Values {
  const values: Record<string, string | readonly string[]> = {};
  for (const field of fields) {
    if (field.kind === 'text') values[field.input.custom_id] = field.input.value ?? '';
    if (field.kind === 'select') values[field.select.custom_id] = defaultsOf(field.select);
  }
  return values;
}

function isUnmet(field: ModalField, values: Values): boolean {
  if (field.kind === 'text') {
    const { custom_id, required, min_length = 0 } = field.input;
    const length = values[custom_id]?.length ?? 0;
    return required !== false
      ? length < Math.max(min_length, 1)
      : length > 0 && length < min_length;
  }
  if (field.kind !== 'select') return false;
  const { custom_id, required, min_values = 1 } = field.select;
  const count = values[custom_id]?.length ?? 0;
  return required !== false ? count < min_values : count > 0 && count < min_values;
}
