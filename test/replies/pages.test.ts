import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageArgument, pageButtons, paginate } from '../../src/replies/pages.ts';
import { english } from '../support/english.ts';

describe('paginate()', () => {
  it('shows every item once over all its pages', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (items, size) => {
          const { count } = paginate(items, size, 0);
          const pages = Array.from(
            { length: count },
            (_, index) => paginate(items, size, index).items,
          );
          expect(pages.flat()).toEqual(items);
          expect(pages.every((page) => page.length <= size)).toBe(true);
        },
      ),
    );
  });

  it('gives the nearest page to the one wanted', () => {
    const items = [1, 2, 3, 4, 5];
    for (const [wanted, index] of [
      [-1, 0],
      [0, 0],
      [2, 2],
      [99, 2],
      [Number.NaN, 0],
      [1e300, 0],
    ] as const)
      expect(paginate(items, 2, wanted).index).toBe(index);
  });
});

describe('pageButtons()', () => {
  const id = (page: number, via: string) => `x.page.${page}.${via}`;
  const buttons = (index: number) =>
    pageButtons({ items: [], index, count: 3 }, english.t, id).map((button) => [
      'custom_id' in button ? button.custom_id : '',
      button.disabled === true,
    ]);

  it('lead to first, previous, next and last; those that lead nowhere are off', () => {
    expect(buttons(0)).toEqual([
      ['x.page.0.first', true],
      ['x.page.0.previous', true],
      ['x.page.1.next', false],
      ['x.page.2.last', false],
    ]);
    expect(buttons(2).map(([, off]) => off)).toEqual([false, false, true, true]);
  });

  it('are not there when one page is all', () => {
    expect(pageButtons({ items: [], index: 0, count: 1 }, english.t, id)).toEqual([]);
  });
});

describe('pageArgument()', () => {
  it('is the first page for anything that is no page', () => {
    for (const forged of [undefined, '', '-1', '1.5', '99999', 'x', '1e3', '０'])
      expect(pageArgument(forged)).toBe(0);
    expect(pageArgument('12')).toBe(12);
  });
});
