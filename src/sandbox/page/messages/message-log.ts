import type { APIMessage } from 'discord-api-types/v10';
import { html } from 'htm/preact';
import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useView, useWorld } from '../session/use-session.ts';
import { channelOf, guildOf } from '../shell/place.ts';
import { icon } from '../ui/icon.ts';
import { Message } from './message.ts';
import { followsOn } from './message-head.ts';
import { FailedUse, Thinking } from './use.ts';
import { Welcome } from './welcome.ts';

/** Within how many pixels of the end one counts as reading the newest. */
const NEAR = 60;

/** The channel's messages. It stays at the end unless one has scrolled up to read. */
export function MessageLog() {
  const state = useWorld();
  const { pending, notices } = useView();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [away, setAway] = useState(false);

  const toEnd = () => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = element.scrollHeight;
    atEnd.current = true;
  };
  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    atEnd.current = left < NEAR;
    setAway(left > 2 * NEAR);
  };
  // Cards grow when their pictures come, and the window when a keyboard goes.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    if (scroller.current !== null) observer.observe(scroller.current);
    if (content.current !== null) observer.observe(content.current);
    return () => observer.disconnect();
  }, []);
  const newest = useNewest(state.messages);
  useLayoutEffect(() => {
    const element = newest === undefined ? null : document.getElementById(`message-${newest}`);
    const frame = scroller.current;
    if (element === null || frame === null || !atEnd.current) return;
    if (element.offsetHeight < frame.clientHeight) return;
    // An answer longer than the window is read from its beginning.
    atEnd.current = false;
    element.scrollIntoView({ block: 'start' });
  }, [newest]);
  const own = state.messages.findLast(({ author }) => author.id === state.me.id)?.id;
  const deed = Math.max(0, ...pending.map(({ id }) => id), ...notices.map(({ id }) => id));
  const lastDeed = useRef(0);
  // What one does oneself is worth seeing, wherever one was reading.
  useLayoutEffect(() => {
    if (deed > lastDeed.current) toEnd();
    lastDeed.current = Math.max(deed, lastDeed.current);
  }, [deed]);
  useLayoutEffect(toEnd, [own]);

  const name = guildOf(state) === undefined ? state.bot.displayName : `#${channelOf(state).name}`;
  return html`<div class="log-frame">
    <div
      ref=${scroller}
      class="log"
      role="log"
      aria-label=${`Messages in ${name}`}
      tabindex="0"
      onScroll=${onScroll}
    >
      <div ref=${content} class="log-content">
        ${h(Welcome, {})}
        <ol class="messages">
          ${state.messages.map((message, at) =>
            h(Message, {
              message,
              follows: followsOn(message, state.messages[at - 1]),
              key: message.id,
            }),
          )}
          ${pending.map((use) => h(Thinking, { use, key: `pending-${use.id}` }))}
          ${notices.map((notice) => h(FailedUse, { notice, key: `notice-${notice.id}` }))}
        </ol>
      </div>
    </div>
    ${
      away &&
      html`<button type="button" class="to-end" onClick=${toEnd}>${icon('down', 16)} Newest</button>`
    }
  </div>`;
}

/** The id of the last message, once one has come since the channel was opened. */
function useNewest(messages: readonly APIMessage[]): string | undefined {
  const last = messages.at(-1)?.id;
  const first = useRef(last);
  return last === first.current ? undefined : last;
}
