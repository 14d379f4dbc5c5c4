import type { Context, Hono } from 'hono';
import { invalidFormBody } from '../discord-error.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { IdentifyLimit } from '../gateway/identify-limit.ts';
import type { Interactions } from '../interactions/interactions.ts';
import type { MessageWriter } from '../message-writer.ts';
import type { ObservedRequest } from '../sandbox-types.ts';
import { asObject, type Json } from '../validate/json.ts';
import { shape } from '../validate/rules.ts';
import type { CommandStore } from '../world/command-store.ts';
import type { SentFile } from '../world/compose.ts';
import type { Messages } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { readBody } from './body.ts';
import type { FaultQueue } from './fault-queue.ts';
import type { RateLimits } from './rate-limits.ts';

/** All that the REST routes work on. */
export interface RestOptions {
  readonly world: World;
  readonly token: string;
  readonly gateway: Gateway;
  readonly identifyLimit: IdentifyLimit;
  readonly commands: CommandStore;
  readonly messages: Messages;
  readonly writer: MessageWriter;
  readonly interactions: Interactions;
  readonly faults: FaultQueue;
  readonly rateLimits: RateLimits;
  readonly recommendedShards: number;
  /** Undefined while nobody listens. */
  readonly observe: (request: ObservedRequest) => void;
  readonly commandsChanged: () => void;
  readonly typing: (channelId: string) => void;
}

/** What a request leaves for those after its handler. */
export interface RestVariables {
  Variables: { sent: unknown };
  Bindings: { incoming?: { socket: { destroy(): void } } };
}

export type RestApp = Hono<RestVariables>;
export type RestContext = Context<RestVariables>;

const anyObject = shape({});

/** A request's body as an object, with its files. @throws DiscordError 50035, 50109, 40005 */
export async function objectBody(
  context: RestContext,
): Promise<{ readonly body: Json; readonly files: readonly SentFile[] }> {
  const { json, files } = await readBody(context.req.raw);
  context.set('sent', json);
  const misshapen = anyObject(json);
  if (misshapen) throw invalidFormBody(misshapen);
  return { body: asObject(json), files };
}

/** A path parameter, decoded; the router has made sure that it is there. */
export const param = (context: RestContext, name: string): string => context.req.param(name) ?? '';
