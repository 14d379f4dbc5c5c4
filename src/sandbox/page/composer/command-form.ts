import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSession, useWorld } from '../session/use-session.ts';
import { icon } from '../ui/icon.ts';
import { checkAll } from './answer.ts';
import { type Draft, namedAtEnd, remaining, withAnswer, withField, withoutField } from './draft.ts';
import { MoreField } from './more-field.ts';
import { OptionField } from './option-field.ts';

interface CommandFormProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft | undefined) => void;
  /** Back to plain text, with this in it. */
  readonly onLeave: (text: string) => void;
}

/** Names the place where one adds options, besides the options' own names. */
const MORE = ':more';

/** A command with its options as fields, as Discord's composer shows it. */
export function CommandForm({ draft, onDraft, onLeave }: CommandFormProps) {
  const state = useWorld();
  const session = useSession();
  const form = useRef<HTMLFormElement>(null);
  const { path, fields } = draft;
  const firstEmpty = fields.find((field) => field.text === '')?.option.name;
  const [focus, setFocus] = useState<string>(firstEmpty ?? fields.at(-1)?.option.name ?? MORE);
  const [problem, setProblem] = useState<{ field: string; text: string }>();
  const rest = remaining(draft);

  useLayoutEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(focus)}"]`);
    field?.focus();
  }, [focus, path]);

  const send = () => {
    const checked = checkAll(draft, state);
    if ('problem' in checked) {
      setProblem({ field: checked.field, text: checked.problem });
      setFocus(checked.field);
      form.current
        ?.querySelector<HTMLElement>(`[data-field="${CSS.escape(checked.field)}"]`)
        ?.focus();
      return;
    }
    onDraft(undefined);
    onLeave('');
    void session.run(path.name, { ...path.where, options: checked.values });
  };
  const add = (option: APIApplicationCommandBasicOption, from: Draft = draft) => {
    onDraft(withField(from, option));
    setFocus(option.name);
  };
  const answer = (name: string, text: string, picked?: Parameters<typeof withAnswer>[3]) => {
    setProblem(undefined);
    const named = picked === undefined ? namedAtEnd(draft, text) : undefined;
    if (named === undefined) onDraft(withAnswer(draft, name, text, picked));
    else add(named.option, withAnswer(draft, name, named.before));
  };
  /** Backspace in an empty field. */
  const goBack = (name: string) => {
    const at = fields.findIndex(({ option }) => option.name === name);
    const before = fields[at < 0 ? fields.length - 1 : at - 1];
    if (before === undefined) return onLeave(`/${path.name}`);
    if (fields[at]?.option.required !== true && at >= 0) onDraft(withoutField(draft, name));
    setFocus(before.option.name);
  };

  return html`<form
    ref=${form}
    class="entry command-form"
    aria-label=${`/${path.name}: ${path.description}`}
    onSubmit=${(event: Event) => {
      event.preventDefault();
      send();
    }}
  >
    <button
      type="button"
      class="icon-button"
      aria-label=${`Leave /${path.name}`}
      onClick=${() => onLeave('')}
    >
      ${icon('close', 18)}
    </button>
    <div class="command-fields">
      <span class="command-name">/${path.name}</span>
      ${fields.map((field) =>
        h(OptionField, {
          key: field.option.name,
          field,
          draft,
          problem: problem?.field === field.option.name ? problem.text : undefined,
          onAnswer: (text, picked) => answer(field.option.name, text, picked),
          onFocused: () => setFocus(field.option.name),
          onBack: () => goBack(field.option.name),
          onLeave: () => onLeave(''),
          onSend: send,
        }),
      )}
      ${
        (rest.length > 0 || fields.length === 0) &&
        h(MoreField, {
          name: MORE,
          path,
          options: rest,
          onAdd: add,
          onFocused: () => setFocus(MORE),
          onBack: () => goBack(MORE),
          onLeave: () => onLeave(''),
          onSend: send,
        })
      }
    </div>
    <button type="submit" class="icon-button send" aria-label=${`Send /${path.name}`}>
      ${icon('send', 22)}
    </button>
  </form>`;
}
