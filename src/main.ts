import { enableCompileCache } from 'node:module';
import { start } from './start.ts';

// Keeps compiled code, types stripped, from one start to the next.
enableCompileCache();
await start();
