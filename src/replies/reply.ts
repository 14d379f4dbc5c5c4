import type {
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** A file that goes with a reply. */
export interface ReplyFile {
  readonly name: string;
  readonly data: Buffer;
}

/**
 * What a command returns: a whole message in Discord's Components V2, ready to send. `bot/dispatch`
 * adds the flags, closes `allowed_mentions` and chooses reply, update or follow-up.
 */
export interface MessageReply {
  readonly kind: 'message';
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Only the asker sees it. */
  readonly private?: boolean;
  /** Replaces the message that the component is on, instead of answering below it. */
  readonly update?: boolean;
  readonly files?: readonly ReplyFile[];
}

export interface ModalReply {
  readonly kind: 'modal';
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** The message the component is on, or the target of a message command, is to be deleted. */
export interface DeleteReply {
  readonly kind: 'delete';
  readonly channelId: string;
  readonly messageId: string;
  /** Said privately to the member when it is done. */
  readonly confirmation: MessageReply;
}

export type Reply = MessageReply | ModalReply | DeleteReply;
