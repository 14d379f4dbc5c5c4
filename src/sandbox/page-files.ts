import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { commonJsAsModule } from './commonjs-module.ts';
import { COMMONJS_SPECIFIERS, VENDOR_SPECIFIERS } from './page-types.ts';
import type { Messages } from './world/messages.ts';

const FOLDER = new URL('./page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
};
const PICTURE = /^image\/(png|jpeg|gif|webp|avif)$/;
/** Only what the page is made of: our modules and styles, pictures from the web, our own socket. */
const POLICY =
  "default-src 'self'; img-src 'self' https: data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Serves the page: its files, TypeScript with its types stripped, and the libraries it imports. */
export function createPageFiles(messages: Messages): Hono {
  const app = new Hono();
  const cache = new Map<string, Promise<string>>();
  const cached = (path: string, make: () => Promise<string>): Promise<string> => {
    const known = cache.get(path) ?? make();
    cache.set(path, known);
    return known;
  };
  app.use('*', async (context, next) => {
    await next();
    context.header('content-security-policy', POLICY);
    context.header('x-content-type-options', 'nosniff');
    context.header('cache-control', 'no-cache');
  });
  app.get('/attachments/*', (context) => {
    const file = messages.file(new URL(context.req.url).pathname);
    if (!file) return context.text('There is no such file.', 404);
    // Nothing that a bot sends may run here: pictures are shown, all else is downloaded.
    const isPicture = PICTURE.test(file.contentType);
    return context.body(new Uint8Array(file.data), 200, {
      'content-type': isPicture ? file.contentType : 'application/octet-stream',
      ...(!isPicture && { 'content-disposition': 'attachment' }),
    });
  });
  app.get('/vendor/*', async (context) => {
    const specifier = decodeURIComponent(context.req.path.slice('/vendor/'.length));
    if (!VENDOR_SPECIFIERS.some((known) => known === specifier))
      return context.text('Not found', 404);
    const source = await cached(`vendor:${specifier}`, () => vendorModule(specifier));
    return context.body(source, 200, { 'content-type': TYPES['.ts'] ?? '' });
  });
  app.get('*', async (context) => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path;
    const type = TYPES[extname(path)];
    const file = new URL(`.${path}`, FOLDER);
    if (type === undefined || !file.href.startsWith(FOLDER.href))
      return context.text('Not found', 404);
    try {
      const source = await cached(path, () => pageFile(file));
      return context.body(source, 200, { 'content-type': type });
    } catch {
      cache.delete(path);
      return context.text('Not found', 404);
    }
  });
  return app;
}

async function pageFile(file: URL): Promise<string> {
  const source = await readFile(file, 'utf8');
  return file.pathname.endsWith('.ts') ? quietly(() => stripTypeScriptTypes(source)) : source;
}

async function vendorModule(specifier: string): Promise<string> {
  if (COMMONJS_SPECIFIERS.includes(specifier)) return commonJsAsModule(specifier);
  const source = await readFile(fileURLToPath(import.meta.resolve(specifier)), 'utf8');
  return source.replace(/\/\/# sourceMappingURL=\S+/g, '');
}

/** Node warns once that stripping types is experimental; the page depends on nothing else of it. */
function quietly<T>(work: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
