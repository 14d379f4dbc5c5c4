import { type WebSocket, WebSocketServer } from 'ws';
import { createActor } from './acting/member-actor.ts';
import type { Stage } from './acting/stage.ts';
import type { Actor } from './actor.ts';
import { ExchangeError } from './exchange.ts';
import type { Upgrade } from './loopback.ts';
import { carryOut, pageRequest } from './page-requests.ts';
import { pageState } from './page-state.ts';
import type { PageError, PagePush, PageReply, PageRequests, PageState } from './page-types.ts';
import { asNumber, asObject } from './validate/json.ts';

/** Bytes of one request; files come in base64. */
const MAX_REQUEST = 40 * 1024 * 1024;

/** The page's socket. */
export interface PageApi {
  readonly upgrade: Upgrade;
  close(): void;
}

/** Serves `/sandbox/socket`: each connection is one member in one channel at a time. */
export function createPageApi(stage: Stage, botOnline: () => boolean): PageApi {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_REQUEST });
  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (connected) => {
        const visitor = new Visitor(connected, stage, botOnline);
        connected.on('message', (raw) => visitor.receive(raw.toString()));
        connected.on('close', () => visitor.leave());
        connected.on('error', () => connected.terminate());
      });
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

/** One page, and whom it is at the moment. */
class Visitor {
  readonly #socket: WebSocket;
  readonly #stage: Stage;
  readonly #botOnline: () => boolean;
  #actor: Actor | undefined;
  #stop = () => {};

  constructor(socket: WebSocket, stage: Stage, botOnline: () => boolean) {
    this.#socket = socket;
    this.#stage = stage;
    this.#botOnline = botOnline;
  }

  async receive(raw: string): Promise<void> {
    const json = parse(raw);
    const id = asNumber(asObject(json).id) ?? -1;
    const { success, data: request } = pageRequest.safeParse(json);
    if (!success) {
      this.#fail(id, { reason: 'bad_request', message: 'The page sent what nobody understands.' });
      return;
    }
    try {
      if (request.type === 'hello' || request.type === 'switch') {
        this.#send({ id, ok: true, result: this.#become(request) });
      } else if (this.#actor) {
        this.#send({ id, ok: true, result: await carryOut(this.#actor, request) });
      } else {
        this.#fail(id, { reason: 'bad_request', message: 'Say hello first.' });
      }
    } catch (error) {
      if (error instanceof ExchangeError) {
        this.#fail(id, { reason: error.reason, message: error.message });
        return;
      }
      console.error(error);
      this.#fail(id, {
        reason: 'bad_request',
        message: 'The sandbox itself went wrong; see its log.',
      });
    }
  }

  leave(): void {
    this.#stop();
  }

  #become(wish: PageRequests['hello']): PageState {
    const actor = nextActor(this.#stage, this.#actor, wish);
    this.#stop();
    this.#actor = actor;
    const state = () => pageState(this.#stage, actor, this.#botOnline());
    this.#stop = actor.onUpdate((event) =>
      this.#send(event.type === 'state' ? { type: 'state', state: state() } : event),
    );
    return state();
  }

  #fail(id: number, error: PageError): void {
    this.#send({ id, ok: false, error });
  }

  #send(data: PageReply | PagePush): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(data));
  }
}

/** Who the page is next; what isn't wished for stays, where the member can see it. */
function nextActor(stage: Stage, before: Actor | undefined, wish: PageRequests['hello']): Actor {
  const { world } = stage;
  const who = wish.userId ?? before?.user.id ?? world.seed.users[0]?.id ?? '';
  if (wish.channelId !== undefined) return createActor(stage, who, wish.channelId);
  const wasDirect = before !== undefined && before.guildId === undefined;
  const first = world.seed.guilds[0]?.channels[0]?.id;
  for (const wanted of wasDirect ? [] : [before?.channelId, first]) {
    const place = wanted === undefined ? undefined : world.place(wanted);
    if (place && world.maySee(who, place)) return createActor(stage, who, wanted);
  }
  return createActor(stage, who);
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
