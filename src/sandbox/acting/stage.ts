import type { Clock } from '../clock.ts';
import type { Interactions } from '../interactions/interactions.ts';
import type { FileShelf } from '../world/attachments.ts';
import type { CommandStore } from '../world/command-store.ts';
import type { Messages } from '../world/messages.ts';
import type { World } from '../world/world.ts';

/** What members act on. */
export interface Stage {
  readonly world: World;
  readonly clock: Clock;
  readonly snowflake: () => string;
  readonly commands: CommandStore;
  readonly messages: Messages;
  readonly interactions: Interactions;
  /** Where the files go that members upload. */
  readonly shelf: () => FileShelf;
  /** Hears of changes to commands and of the bot's coming and going. */
  readonly onState: (listener: () => void) => () => void;
  readonly onTyping: (listener: (channelId: string) => void) => () => void;
}
