import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageOptionValue, PageState } from '../../page-types.ts';
import { useSession, useWorld } from '../session/use-session.ts';
import { type Answer, answersOf, check } from './answer.ts';
import type { Draft, Field } from './draft.ts';

interface Answers {
  readonly answers: readonly Answer[];
  /** Said where there are none to pick. */
  readonly note: string | undefined;
}

/** What one can pick for a field as it stands: its choices, or the bot's autocomplete, live. */
export function useAnswers(field: Field, draft: Draft, focused: boolean): Answers {
  const state = useWorld();
  const session = useSession();
  const [offered, setOffered] = useState<readonly Answer[]>([]);
  const [note, setNote] = useState<string>();
  const latest = useRef(0);
  const { option, text, picked } = field;
  const asks = focused && picked === undefined && hasAutocomplete(option);

  useEffect(() => {
    if (!asks) return;
    const turn = ++latest.current;
    const others = otherValues(draft, field, state);
    session
      .autocomplete({ ...draft.path.where, options: others, focused: option.name, value: text })
      .then(
        (choices) => {
          // An answer to an earlier text may come after a later one's.
          if (turn !== latest.current) return;
          setOffered(choices);
          setNote(
            choices.length === 0
              ? 'Nothing to suggest; what you type is sent as it is.'
              : undefined,
          );
        },
        () => {
          if (turn === latest.current) setNote('Loading suggestions failed; you can still type.');
        },
      );
  }, [asks, text]);

  const fixed = answersOf(option, state);
  if (fixed === undefined) return { answers: asks ? offered : [], note: asks ? note : undefined };
  const typed = text.trim().toLowerCase();
  const answers = fixed.filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, 25);
  return { answers, note: answers.length === 0 ? 'None of the choices matches.' : undefined };
}

function hasAutocomplete(option: Field['option']): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}

function otherValues(
  draft: Draft,
  field: Field,
  state: PageState,
): Readonly<Record<string, PageOptionValue>> {
  const values: Record<string, PageOptionValue> = {};
  for (const other of draft.fields) {
    if (other.option.name === field.option.name) continue;
    const checked = check(other, state);
    if ('value' in checked) values[other.option.name] = checked.value;
  }
  return values;
}
