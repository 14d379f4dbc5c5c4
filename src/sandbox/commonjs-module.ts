import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const REQUIRE = /\brequire\(\s*(['"])(\.[^'"]*)\1\s*\)/g;

/**
 * A CommonJS package as one ES module for browsers: every file that its entry requires, each in
 * a function, and a `require` between them. Nothing is transformed, so there is no build step.
 *
 * Only relative requires are followed; a package that needs others, or Node's own modules, throws
 * in the browser on loading.
 *
 * @param specifier - the package's name, as installed beside this project
 * @returns the module's source: the named exports of the package, and `default`
 */
export function commonJsAsModule(specifier: string): string {
  const load = createRequire(import.meta.url);
  const entry = load.resolve(specifier);
  const numbers = new Map<string, number>();
  const bodies: string[] = [];
  collect(entry, numbers, bodies);

  const exported: unknown = load(entry);
  const names = Object.keys(Object(exported)).filter(
    (name) => IDENTIFIER.test(name) && name !== 'default' && name !== '__esModule',
  );
  return [
    'const $loaded = new Map();',
    'function $load(number) {',
    '  let module = $loaded.get(number);',
    '  if (module === undefined) {',
    '    module = { exports: {} };',
    '    $loaded.set(number, module);',
    '    files[number](module, module.exports);',
    '  }',
    '  return module.exports;',
    '}',
    `const files = [${bodies.join(',\n')}];`,
    'const entry = $load(0);',
    'export default entry;',
    ...names.map((name) => `export const ${name} = entry.${name};`),
  ].join('\n');
}

function collect(file: string, numbers: Map<string, number>, bodies: string[]): number {
  const known = numbers.get(file);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(file, number);
  const load = createRequire(file);
  const source = readFileSync(file, 'utf8').replace(
    REQUIRE,
    (_whole, _quote, path: string) => `$load(${collect(load.resolve(path), numbers, bodies)})`,
  );
  bodies[number] = `/* ${basename(file)} */ function (module, exports) {\n${source}\n}`;
  return number;
}
