import { rmSync, writeFileSync } from 'node:fs';

/** Milliseconds between two touches; a health check may call the bot ill after three of them. */
const INTERVAL = 10_000;

/**
 * Touches a file while the bot is connected, so that a container's health check can look at its age:
 * a bot that lost its connection, or whose event loop stands still, lets it grow old. One that can't
 * be written is left to do so too; the bot itself goes on.
 *
 * @returns a function that ends it and removes the file
 */
export function keepHealthFile(file: string, connected: () => boolean): () => void {
  const touch = () => {
    if (!connected()) return;
    attempt(() => writeFileSync(file, new Date().toISOString()));
  };
  // An earlier process's file says nothing of this one.
  const remove = () => attempt(() => rmSync(file, { force: true }));
  remove();
  touch();
  const timer = setInterval(touch, INTERVAL).unref();
  return () => {
    clearInterval(timer);
    remove();
  };
}

function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // The health check finds no young file, which is what it is to find.
  }
}
