import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SqliteAdapter } from '../sqlite-adapter.ts';
import { StoreError } from '../store-error.ts';
import { type Backend, keyvOver } from './backend.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html), as far as opening meets them. */
const REASONS: Readonly<Record<number, string>> = {
  5: 'another program has it locked',
  6: 'another program has it locked',
  8: "it can't be written to",
  10: "the disk can't be read or written",
  11: 'it is damaged; put a backup in its place, or move it aside to start anew',
  13: 'the disk is full',
  14: "it can't be opened (is it a folder, or not yours?)",
  26: 'it is not an SQLite database; move it aside to start anew',
};

/**
 * Opens the embedded database, and makes the file and its folder when there are none.
 *
 * @throws StoreError with the reason `down`
 */
export function openSqlite(file: string): Backend {
  let adapter: SqliteAdapter;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    adapter = new SqliteAdapter(file);
  } catch (error) {
    throw new StoreError('down', `The database file ${file} can't be used: ${reason(error)}.`, {
      cause: error,
    });
  }
  return {
    shared: false,
    keyv: keyvOver(adapter),
    keys: async (prefix) => adapter.keys(prefix),
    close: () => adapter.disconnect(),
  };
}

function reason(error: unknown): string {
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    return REASONS[error.errcode & 0xff] ?? `SQLite reports error ${error.errcode}`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return `its folder can't be made (${code})`;
}
