import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, italic, link, plain, spoiler, subtext } from '../../src/replies/markdown.ts';
import { type MarkdownNode, parseMarkdown } from '../../src/sandbox/page/text/markdown.ts';

/** Node types of text that means nothing: what inert text may consist of. */
const INERT = new Set(['text', 'br', 'newline', 'emoticon', 'twemoji']);

/** Everything in a parsed text that is more than letters, however deep. */
const active = (nodes: readonly MarkdownNode[]): string[] =>
  nodes.flatMap((node) => {
    const inner = Array.isArray(node.content) ? active(node.content) : [];
    return INERT.has(node.type) ? inner : [node.type, ...inner];
  });

const shown = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'br' || node.type === 'newline') return '\n';
      return Array.isArray(node.content) ? shown(node.content) : String(node.content ?? '');
    })
    .join('');

/** The zero-width spaces that break mentions and addresses are not seen. */
const withoutBreaks = (text: string) => text.replaceAll('\u200B', '');

const ATTACKS = [
  '**@everyone** <@123456789012345678> [x](http://y.example)',
  '@here',
  '<@&1400000000000000001> <#1300000000000000001>',
  '</favorites add:1500000000000000001>',
  '<t:1316131200:R> <:smile:1500000000000000001> <a:wave:1500000000000000001>',
  'https://example.com <https://example.com> http://a.b',
  '[one] [two](https://example.com) [a [b]](<https://example.com>)',
  '# heading',
  '-# small',
  '> quoted',
  '- bullet',
  '* bullet',
  '1. first',
  '||spoiler|| ~~gone~~ __under__ _slanted_ *slanted* `code` ```block```',
  '\\*not escaped\\* \\<#1300000000000000001> \\<@123456789012345678>',
  '*** *** __ ** _a_b_ * ** ***',
  '_a *b_ c*',
];

/** Text of the characters that mean something, so that they meet often. */
const marked = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '_',
        '~',
        '|',
        '`',
        '<',
        '>',
        '@',
        '#',
        '!',
        '&',
        '[',
        ']',
        '(',
        ')',
        '\\',
        '/',
        ':',
      ],
      ...[
        '-',
        '+',
        '.',
        ' ',
        '1',
        'a',
        't',
        '123456789012345678',
        'https://',
        'everyone',
        'id:',
        '\n',
      ],
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('plain()', () => {
  it.each(ATTACKS)('shows %j as it is written', (attack) => {
    const nodes = parseMarkdown(plain(attack));
    expect(active(nodes)).toEqual([]);
    expect(withoutBreaks(shown(nodes))).toBe(attack);
  });

  it('lets nothing that anybody types mean anything', () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string({ unit: 'binary' })), (typed) => {
        expect(active(parseMarkdown(plain(typed)))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never leaves a mention or an address whole', () => {
    fc.assert(
      fc.property(marked, (typed) => {
        const out = plain(typed);
        expect(out).not.toMatch(/@(everyone|here)/);
        expect(out).not.toMatch(/(?<!\\)(\\\\)*<(@|#|t:|\/|a?:)/);
        expect(out).not.toContain('://');
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves ordinary titles alone', () => {
    for (const name of [
      'Drive (2011)',
      "Can't Stop!",
      'Pt. 2: The End',
      'AC/DC',
      'Señorita – 7"',
    ]) {
      expect(plain(name)).toBe(name);
    }
  });
});

describe('the marks of our own', () => {
  it('stay whole around whatever text they are given', () => {
    fc.assert(
      fc.property(
        marked.filter((typed) => /^\S(.*\S)?$/s.test(typed)),
        (typed) => {
          const [strong, ...rest] = parseMarkdown(`${bold(typed)}\nend`);
          expect(strong?.type).toBe('strong');
          expect(active(rest)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('hides what gives something away, bars and all', () => {
    const [node, ...rest] = parseMarkdown(spoiler(plain('she || dies ||')));
    expect(node?.type).toBe('spoiler');
    expect(rest).toEqual([]);
  });

  it('makes every line of small text small', () => {
    expect(subtext('one\ntwo')).toBe('-# one\n-# two');
    expect(italic('a*b')).toBe('*a\\*b*');
  });

  it('links to addresses with parentheses', () => {
    const address = 'https://en.wikipedia.org/wiki/Drive_(soundtrack)';
    expect(link('Wikipedia [en]', address)).toBe(
      '[Wikipedia \\[en\\]](<https://en.wikipedia.org/wiki/Drive_%28soundtrack%29>)',
    );
    const [node, ...rest] = parseMarkdown(link('Wikipedia [en]', address));
    expect(node).toMatchObject({ type: 'link' });
    expect(rest).toEqual([]);
  });
});
