import { ButtonStyle, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Command } from '../../src/bot/command.ts';
import { notice } from '../../src/replies/notice.ts';
import type { MessageReply, ModalReply } from '../../src/replies/reply.ts';

/** What a defect of ours says: members must not read it, the log must. */
export const DEFECT = 'the flux capacitor is missing';

const fail = (): never => {
  throw new Error(DEFECT);
};

export const boom: Command = {
  data: { name: 'boom', description: 'Throws' },
  execute: async () => fail(),
};

export const lateBoom: Command = {
  data: { name: 'late-boom', description: 'Throws after deferring' },
  defer: 'private',
  execute: async () => fail(),
};

export const typist: Command = {
  data: {
    name: 'typist',
    description: 'Throws while one types',
    options: [{ type: 3, name: 'text', description: 'Anything', autocomplete: true }],
  },
  execute: async () => notice('never mind'),
  autocomplete: () => fail(),
};

/** Defers, and answers only when it is let. */
export function slow(defer: 'public' | 'private') {
  const { promise, resolve } = Promise.withResolvers<void>();
  const command: Command = {
    data: { name: `slow-${defer}`, description: 'Takes its time' },
    defer,
    async execute() {
      await promise;
      const { components } = notice('here at last');
      return { kind: 'message', components };
    },
  };
  return { command, finish: () => resolve() };
}

/** Answers with buttons of any custom ids. */
export function crafted() {
  let ids: readonly string[] = [];
  const command: Command = {
    data: { name: 'craft', description: 'Buttons of any custom id' },
    async execute(): Promise<MessageReply> {
      return {
        kind: 'message',
        components: ids.map((custom_id) => ({
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Press', custom_id },
          ],
        })),
      };
    },
  };
  return { command, use: (next: readonly string[]) => (ids = next) };
}

/** Opens a form of any custom id. */
export function craftedForm() {
  let id = '';
  const command: Command = {
    data: { name: 'craft-form', description: 'A form of any custom id' },
    async execute(): Promise<ModalReply> {
      const input = {
        type: ComponentType.TextInput as const,
        style: TextInputStyle.Short,
        custom_id: 'words',
      };
      const label = { type: ComponentType.Label as const, label: 'Words', component: input };
      return { kind: 'modal', modal: { title: 'A form', custom_id: id, components: [label] } };
    },
  };
  return { command, use: (next: string) => (id = next) };
}
