import { z } from 'zod';
import type { Actor, OptionValues, Subcommand } from './actor.ts';
import type { Exchange } from './exchange.ts';
import type { PageExchange, PageRequest, PageRequests, PageResults } from './page-types.ts';

const id = z.string().max(40);
const file = z.object({
  filename: z.string().min(1).max(255),
  base64: z.base64(),
  contentType: z.string().max(255).exactOptional(),
});
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), file]));
const where = { group: z.string().exactOptional(), subcommand: z.string().exactOptional() };
const use = { command: z.string(), ...where, options };
const view = { userId: id.exactOptional(), channelId: id.exactOptional() };
const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const envelope = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ id: z.number(), type: z.literal(type), ...shape });

/** A request of the page's, before anything of it is believed. */
export const pageRequest: z.ZodType<PageRequest> = z.union([
  envelope('run', { line: z.string() }),
  z.discriminatedUnion('type', [
    envelope('hello', view),
    envelope('switch', view),
    envelope('run', use),
    envelope('autocomplete', { ...use, focused: z.string(), value: z.string() }),
    envelope('click', { messageId: id, customId: z.string() }),
    envelope('select', { messageId: id, customId: z.string(), values: z.array(z.string()) }),
    envelope('submit', { interactionId: id, values: answers }),
    envelope('messageCommand', { command: z.string(), messageId: id }),
    envelope('say', { text: z.string(), replyTo: id.exactOptional() }),
    envelope('deleteMessage', { messageId: id }),
  ]),
]);

/** Those requests that act as the member whom the page has chosen to be. */
export type ActingRequest = Exclude<PageRequest, { type: 'hello' | 'switch' }>;

/** @throws ExchangeError */
export async function carryOut(
  actor: Actor,
  request: ActingRequest,
): Promise<PageResults[ActingRequest['type']]> {
  switch (request.type) {
    case 'run':
      return shown(
        'line' in request
          ? await actor.runLine(request.line)
          : await actor.run(request.command, valuesOf(request.options), whereOf(request)),
      );
    case 'autocomplete': {
      const { command, focused, value } = request;
      const values = valuesOf(request.options);
      return {
        choices: await actor.autocomplete(command, values, focused, value, whereOf(request)),
      };
    }
    case 'click':
      return shown(await actor.click(request.messageId, request.customId));
    case 'select':
      return shown(await actor.select(request.messageId, request.customId, request.values));
    case 'submit':
      return shown(await actor.submit(request.interactionId, request.values));
    case 'messageCommand':
      return shown(await actor.useMessageCommand(request.command, request.messageId));
    case 'say': {
      const { text, replyTo } = request;
      const { message } = await actor.say(text, replyTo === undefined ? {} : { replyTo });
      return { message };
    }
    case 'deleteMessage':
      actor.deleteMessage(request.messageId);
      return {};
  }
}

function whereOf({ group, subcommand }: Subcommand): Subcommand {
  return { ...(group !== undefined && { group }), ...(subcommand !== undefined && { subcommand }) };
}

type PageOptions = PageRequests['autocomplete']['options'];

function valuesOf(values: PageOptions): OptionValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'object') return [name, value];
      const { base64, ...rest } = value;
      return [name, { ...rest, data: Buffer.from(base64, 'base64') }];
    }),
  );
}

const shown = ({ interactionId, message, modal, ephemeral }: Exchange): PageExchange => ({
  interactionId,
  ephemeral,
  ...(message && { message }),
  ...(modal && { modal }),
});
