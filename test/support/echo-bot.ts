import {
  ApplicationCommandType,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** What the bot under test does; whatever is left out is not reacted to. */
export interface Behaviour {
  readonly interaction?: (interaction: Interaction) => unknown;
  readonly message?: (message: Message) => unknown;
}

export interface EchoBot {
  readonly client: Client<true>;
  /** What handlers threw and what the client emitted as `error`, in order. */
  readonly errors: unknown[];
  stop(): Promise<void>;
}

/** `/echo text` and the message command "Echo". */
export const ECHO_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: 'echo',
    description: 'Says it again',
    options: [{ type: 3, name: 'text', description: 'What to say', required: true }],
  },
  { name: 'Echo', type: ApplicationCommandType.Message },
];

/** Answers every chat command with its option `text`. */
export const echo: Behaviour = {
  async interaction(interaction) {
    if (interaction.isChatInputCommand()) {
      await interaction.reply(interaction.options.getString('text') ?? 'nothing');
    }
  },
};

/**
 * Connects a real discord.js client to a sandbox.
 *
 * @returns when it is ready
 */
export async function startEchoBot(
  sandbox: Pick<Sandbox, 'apiUrl' | 'token'>,
  behaviour: Behaviour = echo,
  options: Partial<ClientOptions> = {},
): Promise<EchoBot> {
  const errors: unknown[] = [];
  const guarded =
    <T>(handler: ((value: T) => unknown) | undefined) =>
    async (value: T) => {
      try {
        await handler?.(value);
      } catch (error) {
        errors.push(error);
      }
    };
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    // Without it the client drops direct messages.
    partials: [Partials.Channel],
    rest: { api: sandbox.apiUrl },
    ...options,
  });
  client.on(Events.InteractionCreate, guarded(behaviour.interaction));
  client.on(Events.MessageCreate, guarded(behaviour.message));
  client.on(Events.Error, (error) => errors.push(error));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  return { client: await ready, errors, stop: () => client.destroy() };
}
