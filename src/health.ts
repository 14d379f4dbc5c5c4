import { rmSync, utimesSync, writeFileSync } from 'node:fs';

/** Milliseconds between two touches; a health check may call the bot ill after three of them. */
const INTERVAL = 10_000;

/**
 * Touches a file while the bot is connected, so that a container's health check can look at its age.
 *
 * @returns a function that ends it and removes the file
 */
export function keepHealthFile(file: string, connected: () => boolean): () => void {
  const touch = () => {
    if (!connected()) return;
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      writeFileSync(file, '');
    }
  };
  touch();
  const timer = setInterval(touch, INTERVAL).unref();
  return () => {
    clearInterval(timer);
    rmSync(file, { force: true });
  };
}
