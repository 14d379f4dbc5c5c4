import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip } from '../../src/replies/limits.ts';

describe('clip()', () => {
  it('is at most as long as told, and never half a character', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom('🎬', '👩‍🎤', 'a', ' ', 'é', '映画'), { maxLength: 40 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (value, max) => {
        const cut = clip(value, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(value.length <= max ? value.isWellFormed() : true);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves what fits, and cuts at a word where it can', () => {
    expect(clip('A Real Hero', 11)).toBe('A Real Hero');
    expect(clip('A Real Human Being', 14)).toBe('A Real Human…');
    expect(clip('Supercalifragilistic', 10)).toBe('Supercali…');
  });
});
