import { readFile, stat } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname } from 'node:path';
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
  const sources = new SourceCache();
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
    const specifier = context.req.path.slice('/vendor/'.length);
    if (!VENDOR_SPECIFIERS.some((known) => known === specifier))
      return context.text('Not found', 404);
    const source = await sources.get(vendorFile(specifier), () => vendorModule(specifier));
    if (source === undefined) return context.text('Not found', 404);
    return context.body(source, 200, { 'content-type': TYPES['.ts'] ?? '' });
  });
  app.get('*', async (context) => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path;
    const type = TYPES[extname(path)];
    const file = new URL(`.${path}`, FOLDER);
    if (type === undefined || !file.href.startsWith(FOLDER.href))
      return context.text('Not found', 404);
    const source = await sources.get(file, () => pageFile(file));
    if (source === undefined) return context.text('Not found', 404);
    return context.body(source, 200, { 'content-type': type });
  });
  return app;
}

async function pageFile(file: URL): Promise<string> {
  const source = await readFile(file, 'utf8');
  return file.pathname.endsWith('.ts') ? quietly(() => stripTypeScriptTypes(source)) : source;
}

const vendorFile = (specifier: string): URL => new URL(import.meta.resolve(specifier));

async function vendorModule(specifier: string): Promise<string> {
  if (COMMONJS_SPECIFIERS.includes(specifier)) return commonJsAsModule(specifier);
  const source = await readFile(vendorFile(specifier), 'utf8');
  return source.replace(/\/\/# sourceMappingURL=\S+/g, '');
}

/** What files have become, for as long as they don't change: whoever edits the page just reloads. */
class SourceCache {
  readonly #made = new Map<string, { readonly modified: number; readonly source: string }>();

  /** @returns undefined when there is no such file */
  async get(file: URL, make: () => Promise<string>): Promise<string | undefined> {
    const modified = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (modified === undefined) return undefined;
    const known = this.#made.get(file.href);
    if (known?.modified === modified) return known.source;
    const source = await make();
    this.#made.set(file.href, { modified, source });
    return source;
  }
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
