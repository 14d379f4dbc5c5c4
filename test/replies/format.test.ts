import { describe, expect, it } from 'vitest';
import {
  clockLength,
  creditLine,
  listing,
  totalLength,
  trackLabel,
} from '../../src/replies/format.ts';
import { english } from '../support/english.ts';

describe('lengths', () => {
  it.each([
    [3, '0:03'],
    [59, '0:59'],
    [258, '4:18'],
    [3600, '1:00:00'],
    [3725, '1:02:05'],
  ])('%i s is %s on the clock', (seconds, shown) => expect(clockLength(seconds)).toBe(shown));

  it.each([
    [0, '0 min'],
    [29, '0 min'],
    [2640, '44 min'],
    [3599, '1 h 0 min'],
    [4200, '1 h 10 min'],
  ])('%i s is %s in all', (seconds, shown) => expect(totalLength(seconds, english.t)).toBe(shown));
});

describe('credits', () => {
  it('name performers and guests, else composers, else the orchestra', () => {
    const college = { name: 'College', role: 'performer' } as const;
    const youth = { name: 'Electric Youth', role: 'featured' } as const;
    const writer = { name: 'David Grellier', role: 'writer' } as const;
    expect(creditLine([writer, college, youth])).toBe('College feat. Electric Youth');
    expect(creditLine([{ name: 'Cliff Martinez', role: 'composer' }])).toBe('Cliff Martinez');
    expect(creditLine([{ name: 'LSO', role: 'orchestra' }])).toBe('LSO');
    expect(creditLine([writer])).toBe('');
    expect(trackLabel({ title: 'Rubber Head', artists: [writer] })).toBe('Rubber Head');
    expect(trackLabel({ title: 'A Real Hero', artists: [college, youth] })).toBe(
      'A Real Hero — College feat. Electric Youth',
    );
  });

  it('are listed in the way of the language', () => {
    expect(listing(['a', 'b', 'c'], 'en-US')).toBe('a, b, and c');
    expect(listing(['a', 'b'], 'de')).toBe('a und b');
    expect(listing([], 'en-US')).toBe('');
  });
});
