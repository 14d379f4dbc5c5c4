import type { APIMessage } from 'discord-api-types/v10';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { componentsOf } from '../../src/sandbox/message-parts.ts';

type Answer = Exchange | APIMessage | undefined;

const messageOf = (answer: Answer): APIMessage => {
  const message = answer && 'interactionId' in answer ? answer.message : answer;
  if (!message) throw new Error('the bot answered with no message');
  return message as APIMessage;
};

/** All text of a message, display by display. */
export const textOf = (answer: Answer): string =>
  [...componentsOf(messageOf(answer))]
    .flatMap(({ content }) => (typeof content === 'string' ? [content] : []))
    .join('\n');

export interface Control {
  readonly customId: string;
  readonly label: string;
  readonly disabled: boolean;
  /** Values of a select's options. */
  readonly values: readonly string[];
}

/** Buttons and menus that have a custom id. */
export const controlsOf = (answer: Answer): Control[] =>
  [...componentsOf(messageOf(answer))].flatMap((part) => {
    if (typeof part.custom_id !== 'string') return [];
    const options = Array.isArray(part.options) ? part.options : [];
    return [
      {
        customId: part.custom_id,
        label: String(part.label ?? part.placeholder ?? ''),
        disabled: part.disabled === true,
        values: options.map((option: { value: string }) => option.value),
      },
    ];
  });

/** The control with this label. */
export function control(answer: Answer, label: string): Control {
  const found = controlsOf(answer).find((one) => one.label === label);
  if (!found) {
    const known = controlsOf(answer).map((one) => one.label);
    throw new Error(`no control is called "${label}"; there are: ${known.join(', ')}`);
  }
  return found;
}

/** Addresses of the link buttons, by label. */
export const linksOf = (answer: Answer): ReadonlyMap<string, string> =>
  new Map(
    [...componentsOf(messageOf(answer))].flatMap(({ url, label }) =>
      typeof url === 'string' && typeof label === 'string' ? [[label, url]] : [],
    ),
  );

export const idOf = (answer: Answer): string => messageOf(answer).id;
