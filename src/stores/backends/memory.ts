import { type Backend, keyvOver } from './backend.ts';

/** Keeps everything in this process alone, and forgets it at its end: for tests and trials. */
export function openMemory(): Backend {
  const entries = new Map<string, string>();
  return {
    shared: false,
    keyv: keyvOver(entries),
    keys: async (prefix) => Array.from(entries.keys()).filter((key) => key.startsWith(prefix)),
    close: async () => {},
  };
}
