/** A body made from a valid one by one change, and what was changed. */
export interface Mutation {
  readonly change: string;
  readonly body: unknown;
}

type Path = readonly (string | number)[];

/** Lengths around Discord's limits, and numbers around theirs. */
const LENGTHS = [0, 1, 25, 32, 45, 80, 100, 150, 256, 512, 1024, 2000, 2048, 4000, 4096];
const NUMBERS = [
  -1, 0, 1, 2, 3, 5, 6, 9, 10, 25, 26, 100, 4000, 4001, 6001, 0xffffff, 0x1000000, 1.5,
];
const COUNTS = [0, 1, 2, 3, 4, 5, 6, 10, 11, 25, 26, 40, 41];

/**
 * Every body that differs from a valid one in one place: a field left out, null, of another type,
 * a text or list as long as each limit and one longer, a number on either side of each bound.
 */
export function* mutations(valid: unknown): Generator<Mutation> {
  yield { change: 'as it is', body: valid };
  for (const [path, value] of walk(valid, [])) {
    const where = path.join('.');
    const put = (what: string, replacement: unknown): Mutation => ({
      change: `${where} ${what}`,
      body: changed(valid, path, replacement),
    });
    if (typeof path.at(-1) === 'string') yield put('left out', undefined);
    for (const [name, other] of Object.entries({ null: null, object: {}, list: [], true: true })) {
      yield put(`as ${name}`, other);
    }
    if (typeof value !== 'string') yield put('as text', 'text');
    if (typeof value !== 'number') yield put('as a number', 7);
    if (typeof value === 'string') yield* longer(value, put);
    if (typeof value === 'number') {
      for (const number of NUMBERS) yield put(`= ${number}`, number);
    }
    if (Array.isArray(value) && value.length > 0) {
      for (const count of COUNTS) yield put(`× ${count}`, repeated(value, count));
    }
  }
}

/** Long texts stay of their kind: a URL stays a URL. */
function* longer(
  value: string,
  put: (what: string, replacement: unknown) => Mutation,
): Generator<Mutation> {
  const stem = /^(https?|attachment):/.test(value) ? `${value}/` : '';
  for (const length of LENGTHS.flatMap((limit) => [limit, limit + 1])) {
    if (length >= stem.length) yield put(`of ${length}`, stem.padEnd(length, 'x'));
  }
}

/** Copies of a list's items, told apart where items must be. */
function repeated(items: readonly unknown[], count: number): unknown[] {
  return Array.from({ length: count }, (_, index) => {
    const item = items[index % items.length];
    return index < items.length ? item : distinct(item, index);
  });
}

const IDENTIFYING = ['custom_id', 'name', 'value'];

function distinct(item: unknown, index: number): unknown {
  if (Array.isArray(item)) return item.map((inner) => distinct(inner, index));
  if (typeof item !== 'object' || item === null) return item;
  return Object.fromEntries(
    Object.entries(item)
      .filter(([key]) => key !== 'id')
      .map(([key, value]) => [
        key,
        IDENTIFYING.includes(key) && typeof value === 'string'
          ? `${value}${index}`
          : distinct(value, index),
      ]),
  );
}

function* walk(value: unknown, path: Path): Generator<[Path, unknown]> {
  if (path.length > 0) yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function changed(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === key ? changed(item, rest, replacement) : item));
  }
  const copy: { [name: string]: unknown } = { ...Object(value) };
  const inner = changed(copy[key], rest, replacement);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}
