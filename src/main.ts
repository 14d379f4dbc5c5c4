import { enableCompileCache } from 'node:module';

// Keeps compiled code, its types stripped, from one start to the next; only what is imported later.
enableCompileCache();
const { start } = await import('./start.ts');
await start();
