import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { DiscordError } from '../discord-error.ts';
import type { Exchange, ExchangeError } from '../exchange.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Place } from '../world/world.ts';

/** What a member did, before the bot hears of it. */
export interface Act {
  readonly type: InteractionType;
  readonly userId: string;
  readonly place: Place;
  readonly used: string;
  readonly data: object;
  /** The message that a component is on, or that a modal's component was on. */
  readonly origin?: StoredMessage;
}

/** One interaction and how far the bot has come with it. */
export interface OpenInteraction extends Act {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  /** The first response came too late or never. */
  expired: boolean;
  responded: boolean;
  deferred: boolean;
  updated: boolean;
  deleted: boolean;
  /** What `@original` means. */
  original?: StoredMessage;
  modal?: APIModalInteractionResponseCallbackData;
  choices?: readonly unknown[];
  /** The last answer that was refused. */
  refusal?: DiscordError;
  readonly followUps: StoredMessage[];
  readonly sent: unknown[];
  /** Ends the wait of whoever acted; only the first call counts. */
  settle: (error?: ExchangeError) => void;
}

export const hasFlag = ({ flags }: Pick<APIMessage, 'flags'>, flag: MessageFlags): boolean =>
  ((flags ?? 0) & flag) !== 0;

/** The exchange as the member's side sees it. */
export function exchangeOf(interaction: OpenInteraction): Exchange {
  const { original, modal, followUps, deleted } = interaction;
  const message = deleted ? undefined : original?.message;
  return {
    interactionId: interaction.id,
    type: interaction.type,
    used: interaction.used,
    ...(message && { message }),
    ...(modal && { modal }),
    ephemeral: original !== undefined && hasFlag(original.message, MessageFlags.Ephemeral),
    deferred: interaction.deferred,
    updated: interaction.updated,
    deleted,
    get followUps() {
      return followUps.map((stored) => stored.message);
    },
    sent: interaction.sent,
  };
}
