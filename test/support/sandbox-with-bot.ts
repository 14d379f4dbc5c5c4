import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Behaviour, ECHO_COMMANDS, type EchoBot, startEchoBot } from './echo-bot.ts';

/** A sandbox of one test's own; it ends with the test. */
export async function sandboxOfTest(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ identifyIntervalMs: 0, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** The same with a real client in it that behaves so. */
export async function botOfTest(
  behaviour?: Behaviour,
  {
    commands = ECHO_COMMANDS,
    ...options
  }: SandboxOptions & { readonly commands?: RESTPutAPIApplicationCommandsJSONBody } = {},
): Promise<{ readonly sandbox: Sandbox; readonly bot: EchoBot }> {
  const sandbox = await sandboxOfTest(options);
  sandbox.installCommands(commands);
  const bot = await startEchoBot(sandbox, behaviour);
  onTestFinished(() => bot.stop());
  return { sandbox, bot };
}
