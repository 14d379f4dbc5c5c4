import type {
  PageError,
  PagePush,
  PageReply,
  PageRequests,
  PageRequestType,
  PageResults,
} from '../../page-types.ts';

/** Why a request came to nothing; `message` is for the member to read. */
export class RequestError extends Error {
  readonly reason: PageError['reason'] | 'disconnected';

  constructor(reason: RequestError['reason'], message: string) {
    super(message);
    this.name = 'RequestError';
    this.reason = reason;
  }
}

interface Listeners {
  onOpen(): void;
  onPush(push: PagePush): void;
  onLost(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: RequestError): void;
}

/** Waits between attempts to reconnect, ms; the last one repeats. */
const DELAYS = [250, 500, 1_000, 2_000, 4_000];

/** The socket to the sandbox, which comes back by itself when the server does. */
export class Connection {
  readonly #url: string;
  readonly #listeners: Listeners;
  readonly #waiting = new Map<number, Waiting>();
  #socket: WebSocket | undefined;
  #attempts = 0;
  #nextId = 1;

  constructor(url: string, listeners: Listeners) {
    this.#url = url;
    this.#listeners = listeners;
    this.#connect();
  }

  /** @throws RequestError when the sandbox refuses or the connection breaks */
  request<T extends PageRequestType>(type: T, body: PageRequests[T]): Promise<PageResults[T]> {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) {
      return Promise.reject(new RequestError('disconnected', 'The sandbox can’t be reached.'));
    }
    const id = this.#nextId++;
    return new Promise<PageResults[T]>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as PageResults[T]), reject });
      socket.send(JSON.stringify({ id, type, ...body }));
    });
  }

  #connect(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#attempts = 0;
      this.#listeners.onOpen();
    });
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(event.data)));
    socket.addEventListener('close', () => this.#retry());
  }

  #receive(packet: PageReply | PagePush): void {
    if (!('id' in packet)) {
      this.#listeners.onPush(packet);
      return;
    }
    const waiting = this.#waiting.get(packet.id);
    this.#waiting.delete(packet.id);
    if (packet.ok) waiting?.resolve(packet.result);
    else waiting?.reject(new RequestError(packet.error.reason, packet.error.message));
  }

  #retry(): void {
    for (const { reject } of this.#waiting.values()) {
      reject(new RequestError('disconnected', 'The connection to the sandbox was lost.'));
    }
    this.#waiting.clear();
    this.#listeners.onLost();
    const delay = DELAYS[Math.min(this.#attempts++, DELAYS.length - 1)];
    setTimeout(() => this.#connect(), delay);
  }
}
