import { spawnSync } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VENDOR_SPECIFIERS } from '../../src/sandbox/page-types.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const get = (path: string) => fetch(new URL(path, sandbox.pageUrl));

/** The same with a Host and a path of one's own choice, which fetch doesn't let one set. */
function rawGet(path: string, host?: string): Promise<number | undefined> {
  const { hostname, port } = new URL(sandbox.pageUrl);
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    httpRequest({ hostname, port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the page’s files', () => {
  it('begin with the page itself', async () => {
    const answer = await get('/');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await answer.text()).toContain('type="importmap"');
  });

  it('are modules without their types', async () => {
    const answer = await get('/page.ts');
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    expect(await answer.text()).not.toMatch(/\bimport type\b/);
  });

  it.each([...VENDOR_SPECIFIERS])('come with %s as a module', async (specifier) => {
    const answer = await get(`/vendor/${specifier}`);
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    const source = await answer.text();
    expect(source).toMatch(/\bexport\b/);
    expect(source).not.toMatch(/\brequire\(/);
  });

  it.each([
    '/nothing.ts',
    '/vendor/zod',
    '/vendor/..%2f..%2fpackage.json',
    '/../sandbox.ts',
    '/..%2fsandbox.ts',
    '/%2e%2e/sandbox.ts',
    '/page-types.ts',
    '/package.json',
    '/attachments/1/2/none.png',
  ])('don’t include %s', async (path) => {
    expect(await rawGet(path)).toBe(404);
  });
});

it('types are stripped without a warning', () => {
  const code = [
    "const { startSandbox } = await import('./src/sandbox/sandbox.ts');",
    'const sandbox = await startSandbox();',
    "await fetch(new URL('page.ts', sandbox.pageUrl));",
    'await sandbox.close();',
  ].join('\n');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', code],
    { encoding: 'utf8', cwd: fileURLToPath(new URL('../../', import.meta.url)) },
  );
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

it('a port that is taken is told', async () => {
  const port = Number(new URL(sandbox.pageUrl).port);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('the host', () => {
  it.each(['127.0.0.1', 'localhost', '127.0.0.1:1', 'localhost:8080', '[::1]:1'])(
    '%s is us',
    async (host) => {
      expect(await rawGet('/', host)).toBe(200);
    },
  );

  it.each(['example.org', 'localhost.example.org', '127.0.0.1.example.org', 'sandbox.local:80'])(
    '“%s” is somebody else’s name for this machine',
    async (host) => {
      expect(await rawGet('/', host)).toBeOneOf([400, 403]);
      expect(await rawGet('/api/v10/gateway', host)).toBeOneOf([400, 403]);
    },
  );
});
