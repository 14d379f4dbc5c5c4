import { html } from 'htm/preact';
import { h } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { authorOf } from '../messages/message-head.ts';
import { useSession, useView, useWorld } from '../session/use-session.ts';
import { channelOf } from '../shell/place.ts';
import { icon } from '../ui/icon.ts';
import { CommandForm } from './command-form.ts';
import { commandPaths, readCommand } from './command-path.ts';
import { type Draft, startDraft } from './draft.ts';
import { TextEntry } from './text-entry.ts';

/** Where one writes: a message, or a command with its options. */
export function Composer() {
  const state = useWorld();
  const session = useSession();
  const { wanted, replyTo, typing, problem } = useView();
  const [text, setText] = useState('');
  const [draft, setDraft] = useState<Draft>();
  const [turn, setTurn] = useState(0);
  const paths = useMemo(() => commandPaths(state.commands), [state.commands]);
  const channel = channelOf(state);

  useEffect(() => {
    if (wanted === undefined) return;
    session.want(undefined);
    setTurn((before) => before + 1);
    const line = `/${wanted.name} ${wanted.rest}`;
    const command = readCommand(paths, line);
    if (command === undefined) {
      setDraft(undefined);
      setText(line.trimEnd());
    } else {
      setDraft(startDraft(command.path, command.rest));
    }
  }, [wanted, paths, session]);

  if (!channel.canSend) {
    return html`<div class="composer">
      <p class="no-entry">You can’t write in this channel. Try it as an admin, or elsewhere.</p>
    </div>`;
  }
  const leave = (line: string) => {
    setDraft(undefined);
    setText(line);
  };
  const onText = (next: string) => {
    const command = readCommand(paths, next);
    if (command === undefined) setText(next);
    else setDraft(startDraft(command.path, command.rest));
  };
  const original = state.messages.find(({ id }) => id === replyTo);
  return html`<div class="composer">
    ${
      original !== undefined &&
      html`<div class="replying">
        <span>Replying to <strong>${authorOf(original.author, state.users).displayName}</strong></span>
        <button
          type="button"
          class="icon-button"
          aria-label="Don’t reply"
          onClick=${() => session.replyTo(undefined)}
        >
          ${icon('close', 16)}
        </button>
      </div>`
    }
    ${
      draft === undefined
        ? h(TextEntry, {
            text,
            turn,
            paths,
            onText,
            onCommand: (path) => setDraft(startDraft(path)),
          })
        : h(CommandForm, {
            draft,
            onDraft: setDraft,
            onLeave: leave,
            key: `${turn} ${draft.path.name}`,
          })
    }
    <p class="under" role="status">
      ${problem !== undefined && html`<span class="problem">${problem}</span>`}
      ${
        typing &&
        html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
          <strong>${state.bot.displayName}</strong> is typing…`
      }
    </p>
  </div>`;
}
