import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { PageExchange, PageRequests } from '../../page-types.ts';
import { Connection, RequestError } from './connection.ts';
import { recallPlace, rememberPlace } from './place-memory.ts';
import { afterPush, FIRST_VIEW, FRESH, type View } from './view.ts';

/** How long "is typing…" lasts, ms; the bot repeats it while it goes on. */
const TYPING_MS = 8_000;

/** One member in one channel: what is drawn, and everything one can do. */
export class Session {
  readonly #connection: Connection;
  readonly #listeners = new Set<() => void>();
  #view: View = FIRST_VIEW;
  #nextId = 1;
  #typingEnds = 0;

  constructor(socketUrl: string) {
    this.#connection = new Connection(socketUrl, {
      onOpen: () => void this.#greet(),
      onLost: () => this.#set({ ...FRESH, link: 'lost' }),
      onPush: (push) => {
        this.#replace(afterPush(this.#view, push));
        if (push.type === 'typing') this.#endTypingLater();
      },
    });
  }

  get view(): View {
    return this.#view;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Becomes another member, or goes to another channel. */
  async go(place: PageRequests['switch']): Promise<void> {
    await this.#attempt(async () => {
      const state = await this.#connection.request('switch', place);
      this.#set({ ...FRESH, state });
      rememberPlace(state);
    });
  }

  /** Writes a message, in reply to the one chosen with {@link replyTo}. @returns whether it went */
  async say(text: string): Promise<boolean> {
    const { replyTo } = this.#view;
    const reply = replyTo === undefined ? {} : { replyTo };
    return this.#attempt(async () => {
      await this.#connection.request('say', { text, ...reply });
      this.#set({ replyTo: undefined });
    });
  }

  /** @param name - what "used /…" shows */
  async run(name: string, use: PageRequests['run']): Promise<void> {
    const id = this.#nextId++;
    this.#set({ pending: [...this.#view.pending, { id, name }] });
    await this.#interact(
      () => this.#connection.request('run', use),
      (text) => this.#set({ notices: [...this.#view.notices, { id, text, name }] }),
    );
    this.#set({ pending: this.#view.pending.filter((use) => use.id !== id) });
  }

  async messageCommand(command: string, messageId: string): Promise<void> {
    await this.#onMessage(messageId, command, () =>
      this.#connection.request('messageCommand', { command, messageId }),
    );
  }

  async click(messageId: string, customId: string): Promise<void> {
    await this.#onMessage(messageId, customId, () =>
      this.#connection.request('click', { messageId, customId }),
    );
  }

  async select(messageId: string, customId: string, values: readonly string[]): Promise<void> {
    await this.#onMessage(messageId, customId, () =>
      this.#connection.request('select', { messageId, customId, values }),
    );
  }

  async submit(values: PageRequests['submit']['values']): Promise<void> {
    const { modal } = this.#view;
    if (modal === undefined) return;
    const { interactionId, data } = modal;
    this.#set({ modal: { interactionId, data, busy: true } });
    await this.#interact(
      async () => {
        const exchange = await this.#connection.request('submit', { interactionId, values });
        this.#set({ modal: undefined });
        return exchange;
      },
      (problem) => this.#set({ modal: { interactionId, data, busy: false, problem } }),
    );
  }

  autocomplete(
    request: PageRequests['autocomplete'],
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    return this.#connection.request('autocomplete', request).then(({ choices }) => choices);
  }

  /** Dismisses an ephemeral message, or deletes one's own. */
  async deleteMessage(messageId: string): Promise<void> {
    await this.#onMessage(messageId, 'delete', async () => {
      await this.#connection.request('deleteMessage', { messageId });
      return undefined;
    });
  }

  dismissNotice(id: number): void {
    this.#set({ notices: this.#view.notices.filter((notice) => notice.id !== id) });
  }

  closeModal(): void {
    this.#set({ modal: undefined });
  }

  replyTo(messageId: string | undefined): void {
    this.#set({ replyTo: messageId });
  }

  /** Puts a command into the composer, ready to fill in; undefined once that is done. */
  want(wanted: View['wanted']): void {
    this.#set({ wanted });
  }

  async #greet(): Promise<void> {
    const hello = (place: PageRequests['hello']) => this.#connection.request('hello', place);
    try {
      // A restarted sandbox may be another world, in which that member or channel isn't.
      const state = await hello(recallPlace(this.#view.state)).catch(() => hello({}));
      this.#set({ ...FRESH, link: 'open', state });
      rememberPlace(state);
    } catch {
      // The connection broke again; it will greet anew when it is back.
    }
  }

  async #onMessage(
    messageId: string,
    key: string,
    request: () => Promise<PageExchange | undefined>,
  ): Promise<void> {
    const busyKey = `${messageId}/${key}`;
    const problems = new Map(this.#view.problems);
    problems.delete(messageId);
    this.#set({ busy: new Set(this.#view.busy).add(busyKey), problems });
    await this.#interact(request, (text) =>
      this.#set({ problems: new Map(this.#view.problems).set(messageId, text) }),
    );
    const busy = new Set(this.#view.busy);
    busy.delete(busyKey);
    this.#set({ busy });
  }

  async #interact(
    request: () => Promise<PageExchange | undefined>,
    onProblem: (text: string) => void,
  ): Promise<void> {
    const where = this.#view.state?.here.channelId;
    try {
      const exchange = await request();
      if (exchange?.modal !== undefined) {
        const { interactionId, modal: data } = exchange;
        this.#set({ modal: { interactionId, data, busy: false } });
      }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (this.#view.state?.here.channelId === where) onProblem(error.message);
    }
  }

  async #attempt(action: () => Promise<void>): Promise<boolean> {
    this.#set({ problem: undefined });
    try {
      await action();
      return true;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.#set({ problem: error.message });
      return false;
    }
  }

  #endTypingLater(): void {
    clearTimeout(this.#typingEnds);
    this.#typingEnds = window.setTimeout(() => this.#set({ typing: false }), TYPING_MS);
  }

  #set(patch: Partial<View>): void {
    this.#replace({ ...this.#view, ...patch });
  }

  #replace(view: View): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
