import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { PagePush, PageState } from '../../page-types.ts';

/** A command on its way: drawn as "is thinking…" until its answer comes. */
export interface PendingUse {
  readonly id: number;
  /** As in "used /soundtrack". */
  readonly name: string;
}

/** What only this page knows: a command that failed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly name: string;
}

export interface OpenModal {
  readonly interactionId: string;
  readonly data: APIModalInteractionResponseCallbackData;
  readonly busy: boolean;
  readonly problem?: string;
}

/** A command to put into the composer, from a mention or a suggestion. */
export interface WantedCommand {
  /** `favorites add`, without the slash. */
  readonly name: string;
  /** What follows the name, as typed. */
  readonly rest: string;
}

/** All that is drawn. Replaced, never changed. */
export interface View {
  readonly link: 'connecting' | 'open' | 'lost';
  readonly state: PageState | undefined;
  readonly pending: readonly PendingUse[];
  readonly notices: readonly Notice[];
  /** Components in use, as `message id/custom id`. */
  readonly busy: ReadonlySet<string>;
  /** What went wrong with a component, by message id. */
  readonly problems: ReadonlyMap<string, string>;
  readonly modal: OpenModal | undefined;
  /** The bot is typing. */
  readonly typing: boolean;
  readonly replyTo: string | undefined;
  /** Why the last message or move came to nothing. */
  readonly problem: string | undefined;
  readonly wanted: WantedCommand | undefined;
}

export const FIRST_VIEW: View = {
  link: 'connecting',
  state: undefined,
  pending: [],
  notices: [],
  busy: new Set(),
  problems: new Map(),
  modal: undefined,
  typing: false,
  replyTo: undefined,
  problem: undefined,
  wanted: undefined,
};

/** What belongs to one member in one channel, emptied when either changes. */
export const FRESH = {
  pending: [],
  notices: [],
  busy: new Set<string>(),
  problems: new Map<string, string>(),
  modal: undefined,
  typing: false,
  replyTo: undefined,
  problem: undefined,
} as const;

/** The view after what the server told unasked. */
export function afterPush(view: View, push: PagePush): View {
  const { state } = view;
  if (push.type === 'state') return { ...view, state: push.state };
  if (state === undefined) return view;
  if (push.type === 'typing') return { ...view, typing: push.userId === state.bot.id };
  if (push.type === 'messageDelete') {
    const messages = state.messages.filter(({ id }) => id !== push.messageId);
    const replyTo = view.replyTo === push.messageId ? undefined : view.replyTo;
    return { ...view, state: { ...state, messages }, replyTo };
  }
  const { message } = push;
  const known = state.messages.some(({ id }) => id === message.id);
  const messages = known
    ? state.messages.map((other) => (other.id === message.id ? message : other))
    : [...state.messages, message];
  const fromBot = message.author.id === state.bot.id;
  return {
    ...view,
    state: { ...state, messages },
    typing: fromBot ? false : view.typing,
    pending: known ? view.pending : withoutAnswered(view.pending, message, state.me.id),
  };
}

/** An answer replaces its "is thinking…" as soon as it is seen, not when the exchange ends. */
function withoutAnswered(
  pending: readonly PendingUse[],
  message: APIMessage,
  me: string,
): readonly PendingUse[] {
  if (message.interaction_metadata?.user.id !== me) return pending;
  const used = usedCommand(message)?.split(' ')[0];
  const answered = pending.find(({ name }) => name.split(' ')[0] === used);
  return pending.filter((use) => use !== answered);
}

/** The command that brought this message, as in "used /…". */
export function usedCommand(message: APIMessage): string | undefined {
  const { interaction, interaction_metadata: metadata } = message;
  // Discord sends the name here, though its documentation and types leave it out.
  if (metadata !== undefined && 'name' in metadata) return String(metadata.name);
  return interaction?.name;
}
