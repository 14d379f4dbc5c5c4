import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUSTOM_ID_LIMIT, customId, parseCustomId } from '../../src/replies/custom-id.ts';
import { realCatalog } from '../support/bot.ts';

const part = fc.stringMatching(/^[A-Za-z0-9/_-]{1,15}$/);

describe('custom ids', () => {
  it('come back as they were made', () => {
    fc.assert(
      fc.property(
        part,
        part,
        fc.array(fc.oneof(part, fc.nat()), { maxLength: 4 }),
        (command, action, args) => {
          expect(parseCustomId(customId(command, action, ...args))).toEqual({
            command,
            args: [action, ...args.map(String)],
          });
        },
      ),
    );
  });

  it('take nothing apart that they could not have made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        const parsed = parseCustomId(id);
        if (parsed) expect([parsed.command, ...parsed.args].join('.')).toBe(id);
        if (parsed) expect(id).toMatch(/^[A-Za-z0-9/_.-]+$/);
      }),
    );
    for (const id of ['', 'soundtrack', '.view', 'a b.c', 'soundtrack.view.drive 2011', 'x.\u200B'])
      expect(parseCustomId(id)).toBeUndefined();
  });

  it('refuse what Discord would not take', () => {
    expect(() => customId('a', 'b', 'with.dot')).toThrow(RangeError);
    expect(() => customId('a', 'b', 'é')).toThrow(RangeError);
    expect(() => customId('a', 'b', 'x'.repeat(CUSTOM_ID_LIMIT))).toThrow(RangeError);
    expect(customId('a', 'b', 'x'.repeat(CUSTOM_ID_LIMIT - 4))).toHaveLength(CUSTOM_ID_LIMIT);
  });

  it('have room for the longest ids that the schema allows, and for every id of the catalog', () => {
    const slug = 'x'.repeat(40);
    expect(customId('favorites', 'save', `${slug}/${slug}`).length).toBeLessThanOrEqual(100);
    expect(
      customId('soundtrack', 'view', slug, 'editions', 9999, 'previous').length,
    ).toBeLessThanOrEqual(100);
    const catalog = realCatalog();
    for (const { id } of [...catalog.artists, ...catalog.songs]) expect(id).toMatch(/^.{1,100}$/);
    for (const title of catalog.titles)
      for (const { ref } of catalog.tracksOf(title)) customId('favorites', 'save', ref);
  });
});
