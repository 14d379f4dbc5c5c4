import { html } from 'htm/preact';
import { h } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSession, useView, useWorld } from '../session/use-session.ts';
import { channelOf, guildOf } from '../shell/place.ts';
import { avatar } from '../ui/avatar.ts';
import { icon } from '../ui/icon.ts';
import { type CommandPath, matchingPaths } from './command-path.ts';
import { comboboxProps, movedTo, type Pickable, PickList } from './pick-list.ts';

interface TextEntryProps {
  readonly text: string;
  /** Takes the focus whenever it changes. */
  readonly turn: number;
  readonly paths: readonly CommandPath[];
  readonly onText: (text: string) => void;
  readonly onCommand: (path: CommandPath) => void;
}

interface Offer {
  readonly label: string;
  readonly items: readonly Pickable[];
  readonly pick: (at: number) => void;
}

/** A message being typed; "/" offers the commands, "@" the people. */
export function TextEntry({ text, turn, paths, onText, onCommand }: TextEntryProps) {
  const state = useWorld();
  const session = useSession();
  const { replyTo } = useView();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string>();

  useEffect(() => {
    // A touch screen's keyboard shouldn't come up unasked.
    const asked = turn > 0 || replyTo !== undefined;
    if (asked || matchMedia('(pointer: fine)').matches) area.current?.focus();
  }, [replyTo, turn]);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const commands = (): Offer => {
    const found = matchingPaths(paths, text.slice(1));
    return {
      label: 'Commands',
      items: found.map((path) => ({
        key: path.name,
        name: `/${path.name}`,
        about: path.description,
        picture: avatar(state.bot, 28),
      })),
      pick: (at) => {
        const path = found[at];
        if (path !== undefined) onCommand(path);
      },
    };
  };
  const people = (typed: string): Offer => {
    const found = state.users.filter((user) =>
      [user.displayName, user.username].some((name) =>
        name.toLowerCase().startsWith(typed.toLowerCase()),
      ),
    );
    const ordered = [...found].sort((a, b) => Number(b.bot) - Number(a.bot));
    return {
      label: 'Members',
      items: ordered.map((user) => ({
        key: user.id,
        name: user.displayName,
        about: user.bot ? 'App' : user.username,
        picture: avatar(user, 28),
      })),
      pick: (at) => {
        const user = ordered[at];
        if (user !== undefined) onText(`${text.slice(0, -typed.length - 1)}@${user.displayName} `);
        area.current?.focus();
      },
    };
  };
  const mention = /(?:^|\s)@([^\s@]*)$/u.exec(text)?.[1];
  let offer: Offer | undefined;
  if (text.startsWith('/') && !text.includes('\n')) offer = commands();
  else if (mention !== undefined) offer = people(mention);
  const shown = offer !== undefined && dismissed !== text;
  const listed = shown && offer !== undefined && offer.items.length > 0;

  const send = async () => {
    const line = text.trim();
    if (line === '') return;
    if (line.startsWith('/')) {
      // A known command has become a form by now; the sandbox says what is wrong with this one.
      onText('');
      await session.run(line.slice(1), { line });
    } else if (await session.say(line)) {
      onText('');
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const moved =
      listed && offer !== undefined ? movedTo(event.key, active, offer.items.length) : undefined;
    if (moved !== undefined) setActive(moved);
    else if (listed && (event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey) {
      offer?.pick(Math.min(active, offer.items.length - 1));
    } else if (shown && event.key === 'Escape') setDismissed(text);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
  };
  const name =
    guildOf(state) === undefined ? `@${state.bot.displayName}` : `#${channelOf(state).name}`;
  return html`<div class="entry">
    ${
      shown &&
      offer !== undefined &&
      h(PickList, {
        id,
        label: offer.label,
        heading: offer.label,
        items: offer.items,
        active: Math.min(active, offer.items.length - 1),
        note: emptyNote(offer, paths.length === 0),
        onActive: setActive,
        onPick: offer.pick,
      })
    }
    <textarea
      ref=${area}
      class="entry-text"
      rows="1"
      aria-label=${`Message ${name}`}
      placeholder=${`Message ${name}, or type /`}
      value=${text}
      autocomplete="off"
      ...${listed ? comboboxProps(id, true, active) : {}}
      onInput=${(event: Event) => {
        setActive(0);
        setDismissed(undefined);
        onText((event.target as HTMLTextAreaElement).value);
      }}
      onKeyDown=${onKeyDown}
    ></textarea>
    <button
      type="button"
      class="icon-button send"
      aria-label="Send"
      disabled=${text.trim() === ''}
      onClick=${() => void send()}
    >
      ${icon('send', 22)}
    </button>
  </div>`;
}

function emptyNote(offer: Offer, noCommands: boolean): string | undefined {
  if (offer.items.length > 0) return undefined;
  if (offer.label !== 'Commands') return 'Nobody of that name is here.';
  return noCommands
    ? 'There are no commands here yet: is the bot running?'
    : 'No command has that name.';
}
