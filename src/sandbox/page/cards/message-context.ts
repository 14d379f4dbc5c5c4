import type { APIMessage } from 'discord-api-types/v10';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The message that the components being drawn belong to. */
export const MessageContext = createContext<APIMessage | undefined>(undefined);

export function useMessage(): APIMessage {
  const message = useContext(MessageContext);
  if (message === undefined) throw new Error('Outside of a message.');
  return message;
}

/** Finds the file that `attachment://name` means; other addresses stay as they are. */
export function resolveUrl(message: APIMessage, url: string): string {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  if (name === undefined) return url;
  return message.attachments.find(({ filename }) => filename === name)?.url ?? url;
}
