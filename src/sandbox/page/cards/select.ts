import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { h } from 'preact';
import { useSession, useView, useWorld } from '../session/use-session.ts';
import { Choose } from '../ui/choose.ts';
import { useMessage } from './message-context.ts';
import { defaultsOf, optionsOf } from './select-options.ts';

/** A select menu in a message: choosing sends. */
export function MessageSelect({ select }: { select: APISelectMenuComponent }) {
  const state = useWorld();
  const session = useSession();
  const { busy } = useView();
  const message = useMessage();
  return h(Choose, {
    label: select.placeholder ?? 'Make a selection',
    placeholder: select.placeholder ?? 'Make a selection',
    options: optionsOf(select, state),
    chosen: defaultsOf(select),
    min: select.min_values ?? 1,
    max: select.max_values ?? 1,
    disabled: select.disabled ?? false,
    busy: busy.has(`${message.id}/${select.custom_id}`),
    onChoose: (values) => void session.select(message.id, select.custom_id, values),
  });
}
