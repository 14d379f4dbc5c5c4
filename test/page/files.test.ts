import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { commonJsAsModule } from '../../src/sandbox/commonjs-module.ts';
import { COMMONJS_SPECIFIERS, VENDOR_SPECIFIERS } from '../../src/sandbox/page-types.ts';

it('the page’s import map names what the server offers', async () => {
  const page = await readFile(
    new URL('../../src/sandbox/page/index.html', import.meta.url),
    'utf8',
  );
  const map = /<script type="importmap">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  expect(JSON.parse(map)).toEqual({
    imports: Object.fromEntries(VENDOR_SPECIFIERS.map((name) => [name, `/vendor/${name}`])),
  });
});

it.each(COMMONJS_SPECIFIERS)('%s becomes a module that a browser can load', async (specifier) => {
  const source = commonJsAsModule(specifier);
  expect(source).not.toMatch(/\brequire\(/);
  const loaded = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  const original = await import(specifier);
  expect(Object.keys(loaded)).toEqual(expect.arrayContaining(Object.keys(original.default)));
});
