import type { Context } from '../src/bot/command.ts';
import type { Face } from '../src/replies/face.ts';
import type { MessageReply } from '../src/replies/reply.ts';

/** How replies look here: the server's services, region and spoilers in the reader's language. */
export const faceOf = ({ t, locale, guild }: Context): Face => ({
  t,
  locale,
  services: guild.services,
  region: guild.region,
  spoilers: guild.spoilers,
});

/** The same, for a reply that the member alone will see: it speaks their language. */
export const asMember = (context: Context): Context => ({ ...context, ...context.member });

/** Moves on in the member's own message; in somebody else's, shows the member a copy of their own. */
export const moveOn = ({ ownsMessage }: Context, reply: MessageReply): MessageReply =>
  ownsMessage ? { ...reply, update: true } : { ...reply, private: true };
