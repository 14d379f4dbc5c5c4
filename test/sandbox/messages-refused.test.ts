import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { CHANNELS } from '../../src/sandbox/world/seed.ts';
import { faultCodes } from '../support/fault-codes.ts';
import { request } from '../support/raw-discord.ts';

const V2 = 1 << 15;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerSecond: 10_000 });
});
afterAll(() => sandbox.close());

const post = (body: unknown) =>
  request(sandbox, 'POST', `/channels/${CHANNELS.soundtracks}/messages`, body);

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
let next = 0;
const button = (more: object = {}) => {
  next += 1;
  return { type: 2, style: 1, label: 'x', custom_id: `b${next}`, ...more };
};
const row = (...components: object[]) => ({ type: 1, components });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'a', value: 'a' }],
  ...more,
});
const words = (length = 1) => ({ type: 10, content: 'x'.repeat(length) });
const section = (more: object = {}) => ({
  type: 9,
  components: [words()],
  accessory: button(),
  ...more,
});
const gallery = (count: number, url = 'https://example.org/a.png') => ({
  type: 12,
  items: many(count, () => ({ media: { url } })),
});
const box = (...components: object[]) => ({ type: 17, components });
const v2 = (...components: object[]) => ({ flags: V2, components });
const legacy = (...components: object[]) => ({ content: 'x', components });

describe('messages that Discord refuses', () => {
  it.each<[string, object, string, string]>([
    ['2001 characters', { content: 'x'.repeat(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
    ['content that isn’t text', { content: {} }, 'content', 'STRING_TYPE_CONVERT'],
    ['11 embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds', 'BASE_TYPE_MAX_LENGTH'],
    [
      'a long embed title',
      { embeds: [{ title: 'x'.repeat(257) }] },
      'embeds.0.title',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a long description',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      'embeds.0.description',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      '26 fields',
      { embeds: [{ fields: many(26, () => ({ name: 'x', value: 'x' })) }] },
      'embeds.0.fields',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a field without value',
      { embeds: [{ fields: [{ name: 'x' }] }] },
      'embeds.0.fields.0.value',
      'BASE_TYPE_REQUIRED',
    ],
    [
      '6001 characters of embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      'embeds',
      'MAX_EMBED_SIZE_EXCEEDED',
    ],
    [
      'an embed link that is none',
      { embeds: [{ title: 'x', url: 'example' }] },
      'embeds.0.url',
      'URL_TYPE_INVALID_URL',
    ],
    ['six rows', legacy(...many(6, () => row(button()))), 'components', 'BASE_TYPE_MAX_LENGTH'],
    ['a button outside a row', legacy(button()), 'components.0.type', 'UNION_TYPE_CHOICES'],
    [
      'V2 components without the flag',
      { components: [words()] },
      'components.0.type',
      'UNION_TYPE_CHOICES',
    ],
    ['an empty row', legacy(row()), 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
    [
      'six buttons in a row',
      legacy(row(...many(6, () => button()))),
      'components.0.components.5',
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'a select beside a button',
      legacy(row(button(), select())),
      'components.0.components.1',
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'a custom id twice',
      legacy(row(button({ custom_id: 'x' })), row(button({ custom_id: 'x' }))),
      'components.1.components.0.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a long custom id',
      legacy(row(button({ custom_id: 'x'.repeat(101) }))),
      'components.0.components.0.custom_id',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a long label',
      legacy(row(button({ label: 'x'.repeat(81) }))),
      'components.0.components.0.label',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a button without custom id',
      legacy(row(button({ custom_id: undefined }))),
      'components.0.components.0',
      'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
    ],
    [
      'a link with a custom id',
      legacy(row(button({ style: 5, url: 'https://example.org' }))),
      'components.0.components.0',
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    ],
    [
      'a link without address',
      legacy(row(button({ style: 5, custom_id: undefined }))),
      'components.0.components.0',
      'BUTTON_COMPONENT_URL_REQUIRED',
    ],
    [
      'a link to a script',
      legacy(row(button({ style: 5, custom_id: undefined, url: 'javascript:alert(1)' }))),
      'components.0.components.0.url',
      'URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a long link',
      legacy(
        row(
          button({ style: 5, custom_id: undefined, url: `https://example.org/${'x'.repeat(500)}` }),
        ),
      ),
      'components.0.components.0.url',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a button that shows nothing',
      legacy(row(button({ label: undefined }))),
      'components.0.components.0',
      'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
    ],
    [
      'an emoji that is none',
      legacy(row(button({ emoji: { name: 'star' } }))),
      'components.0.components.0.emoji.name',
      'COMPONENT_INVALID_EMOJI',
    ],
    [
      'a select without options',
      legacy(row(select({ options: [] }))),
      'components.0.components.0.options',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      '26 options',
      legacy(row(select({ options: many(26, (i) => ({ label: `${i}`, value: `${i}` })) }))),
      'components.0.components.0.options',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option twice',
      legacy(row(select({ options: many(2, () => ({ label: 'a', value: 'a' })) }))),
      'components.0.components.0.options.1.value',
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'a long option',
      legacy(row(select({ options: [{ label: 'x'.repeat(101), value: 'a' }] }))),
      'components.0.components.0.options.0.label',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a long placeholder',
      legacy(row(select({ placeholder: 'x'.repeat(151) }))),
      'components.0.components.0.placeholder',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'more values than options',
      legacy(row(select({ max_values: 2 }))),
      'components.0.components.0.max_values',
      'NUMBER_TYPE_MAX',
    ],
    [
      'content beside V2',
      { content: 'x', ...v2(words()) },
      'content',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'embeds beside V2',
      { embeds: [{ title: 'x' }], ...v2(words()) },
      'embeds',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['41 components', v2(...many(41, () => words())), 'components', 'BASE_TYPE_MAX_LENGTH'],
    [
      '41 components, nested',
      v2(box(...many(20, () => words())), ...many(20, () => words())),
      'components',
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '41 with accessories',
      v2(...many(13, () => section()), words(), words()),
      'components',
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '4001 characters of text',
      v2(words(3999), box(words(2))),
      'components',
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    ['an empty text', v2(words(0)), 'components.0.content', 'BASE_TYPE_BAD_LENGTH'],
    [
      'a container in a container',
      v2(box(box(words()))),
      'components.0.components.0.type',
      'UNION_TYPE_CHOICES',
    ],
    ['an empty container', v2(box()), 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
    [
      'a colour there isn’t',
      v2({ ...box(words()), accent_color: 0x1000000 }),
      'components.0.accent_color',
      'NUMBER_TYPE_MAX',
    ],
    [
      'a section of four texts',
      v2(section({ components: many(4, () => words()) })),
      'components.0.components',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a section without accessory',
      v2(section({ accessory: undefined })),
      'components.0.accessory',
      'BASE_TYPE_REQUIRED',
    ],
    [
      'a section with a select',
      v2(section({ accessory: select() })),
      'components.0.accessory.type',
      'UNION_TYPE_CHOICES',
    ],
    [
      'a section of buttons',
      v2(section({ components: [button()] })),
      'components.0.components.0.type',
      'UNION_TYPE_CHOICES',
    ],
    ['an empty gallery', v2(gallery(0)), 'components.0.items', 'BASE_TYPE_BAD_LENGTH'],
    ['11 pictures', v2(gallery(11)), 'components.0.items', 'BASE_TYPE_BAD_LENGTH'],
    [
      'a file that isn’t there',
      v2(gallery(1, 'attachment://a.png')),
      'components.0.items.0.media.url',
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a file from the web',
      v2({ type: 13, file: { url: 'https://example.org/a.txt' } }),
      'components.0.file.url',
      'URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a long alternative text',
      v2(
        section({
          accessory: {
            type: 11,
            media: { url: 'https://example.org/a.png' },
            description: 'x'.repeat(1025),
          },
        }),
      ),
      'components.0.accessory.description',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a spacing there isn’t',
      v2({ type: 14, spacing: 3 }),
      'components.0.spacing',
      'BASE_TYPE_CHOICES',
    ],
    [
      'a component id twice',
      v2({ ...words(), id: 7 }, { ...words(), id: 7 }),
      'components.1.id',
      'COMPONENT_ID_DUPLICATED',
    ],
    [
      'a custom id twice, nested',
      v2(section({ accessory: button({ custom_id: 'x' }) }), box(row(button({ custom_id: 'x' })))),
      'components.1.components.0.components.0.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a mention that is no kind',
      { content: 'x', allowed_mentions: { parse: ['all'] } },
      'allowed_mentions.parse.0',
      'BASE_TYPE_CHOICES',
    ],
    [
      'mentions both ways',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions',
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    [
      'a reply to nothing',
      { content: 'x', message_reference: { message_id: '1' } },
      'message_reference',
      'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
    ],
  ])('%s', async (_, message, path, code) => {
    const { status, body } = await post(message);
    expect([status, body.code]).toEqual([400, 50035]);
    expect(faultCodes(body.errors)).toMatchObject({ [path]: code });
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['blanks', { content: '  \n ' }],
    ['empty embeds', { embeds: [{}] }],
    ['V2 without components', v2()],
  ])('empty: %s', async (_, message) => {
    expect((await post(message)).body).toEqual({
      code: 50006,
      message: 'Cannot send an empty message',
    });
  });

  it('what is no JSON', async () => {
    const answer = await fetch(`${sandbox.apiUrl}/v10/channels/${CHANNELS.lobby}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: '{"content":',
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 50109 }]);
  });
});

describe('messages that Discord takes', () => {
  it.each<[string, object]>([
    ['2000 characters', { content: 'x'.repeat(2000) }],
    ['2000 emoji', { content: '🎬'.repeat(2000) }],
    [
      '6000 characters of embeds',
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
    ],
    ['five full rows', legacy(...many(5, () => row(...many(5, () => button()))))],
    [
      'buttons with emoji alone',
      legacy(
        row(
          button({ label: undefined, emoji: { name: '⏮' } }),
          button({ label: undefined, emoji: { name: '🎵' } }),
          button({ label: undefined, emoji: { id: '1', name: 'own' } }),
        ),
      ),
    ],
    ['a disabled select', legacy(row(select({ disabled: true, min_values: 0 })))],
    [
      'selects of members and channels',
      legacy(
        row({ type: 5, custom_id: 'u' }),
        row({ type: 8, custom_id: 'c', channel_types: [0] }),
      ),
    ],
    ['40 components', v2(box(...many(19, () => words())), ...many(20, () => words()))],
    ['4000 characters', v2(words(3999), box(words(1)))],
    [
      'every kind at once',
      v2({
        ...box(
          section(),
          section({
            accessory: {
              type: 11,
              media: { url: 'https://example.org/a.png' },
              description: 'x',
              spoiler: true,
            },
          }),
          { type: 14, divider: false, spacing: 2 },
          gallery(10),
          row(button()),
          words(),
        ),
        accent_color: 0xff0080,
        spoiler: true,
      }),
    ],
    ['a closed mention', { content: '@everyone <@1>', allowed_mentions: { parse: [] } }],
    ['fields it doesn’t know', { content: 'x', whatever: true }],
  ])('%s', async (_, message) => {
    const { status, body } = await post(message);
    expect(body).not.toHaveProperty('errors');
    expect(status).toBe(200);
  });

  it('components come back with ids and defaults', async () => {
    const { body } = await post(v2(box(row(button()), { type: 14 }), { ...words(), id: 1 }));
    expect(body.components).toMatchObject([
      {
        type: 17,
        id: 2,
        components: [
          { type: 1, id: 3, components: [{ id: 4, disabled: false }] },
          { type: 14, id: 5, divider: true, spacing: 1 },
        ],
      },
      { type: 10, id: 1 },
    ]);
  });
});

describe('edits', () => {
  const path = (id: unknown) => `/channels/${CHANNELS.soundtracks}/messages/${id}`;
  const made = async (message: object) => (await post(message)).body.id;

  it('a message with V2 keeps it, and takes no content', async () => {
    const id = await made(v2(words()));
    const refused = await request(sandbox, 'PATCH', path(id), { content: 'x' });
    expect(faultCodes(refused.body.errors)).toHaveProperty('content');
    const edited = await request(sandbox, 'PATCH', path(id), { components: [words(2)], flags: 0 });
    expect(edited.body).toMatchObject({ flags: V2, components: [{ content: 'xx' }] });
  });

  it('a message with content takes V2 only when the content goes', async () => {
    const id = await made({ content: 'x' });
    const refused = await request(sandbox, 'PATCH', path(id), v2(words()));
    expect(faultCodes(refused.body.errors)).toHaveProperty('content');
    const edited = await request(sandbox, 'PATCH', path(id), { ...v2(words()), content: null });
    expect(edited.body).toMatchObject({ content: '', flags: V2 });
  });

  it('what is left out stays, what is emptied goes, and something must be left', async () => {
    const id = await made({ content: 'x', embeds: [{ title: 't' }] });
    const first = await request(sandbox, 'PATCH', path(id), { content: 'y' });
    expect(first.body).toMatchObject({ content: 'y', embeds: [{ title: 't' }] });
    expect(first.body.edited_timestamp).not.toBeNull();
    const second = await request(sandbox, 'PATCH', path(id), { embeds: [] });
    expect(second.body).toMatchObject({ content: 'y', embeds: [] });
    expect((await request(sandbox, 'PATCH', path(id), { content: '' })).body.code).toBe(50006);
  });
});

describe('files', () => {
  const form = (payload: object, ...files: [name: string, bytes: number][]) => {
    const data = new FormData();
    data.set('payload_json', JSON.stringify(payload));
    for (const [index, [name, bytes]] of files.entries()) {
      data.set(`files[${index}]`, new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
    }
    return data;
  };

  it('come with a message, described, and are served', async () => {
    const payload = {
      ...v2(gallery(1, 'attachment://a.png')),
      attachments: [{ id: 0, description: 'A car' }],
    };
    const { body } = await post(form(payload, ['a.png', 3]));
    const [attachment] = Object(body.attachments);
    expect(attachment).toMatchObject({
      filename: 'a.png',
      size: 3,
      description: 'A car',
      content_type: 'image/png',
    });
    expect(body.components).toMatchObject([{ items: [{ media: { url: attachment.url } }] }]);
    const served = await fetch(attachment.url);
    expect(served.headers.get('content-type')).toBe('image/png');
    expect((await served.arrayBuffer()).byteLength).toBe(3);
  });

  it('are kept or dropped by an edit', async () => {
    const { body } = await post(form({ content: 'x' }, ['a.png', 1], ['b.png', 1]));
    const [first] = Object(body.attachments);
    const path = `/channels/${CHANNELS.soundtracks}/messages/${body.id}`;
    const edited = await request(
      sandbox,
      'PATCH',
      path,
      form({ attachments: [{ id: first.id }, { id: 0 }] }, ['c.png', 1]),
    );
    expect(edited.body.attachments).toMatchObject([{ filename: 'a.png' }, { filename: 'c.png' }]);
  });

  it('of 10 MiB each, 25 MiB a request', async () => {
    const mib = 1024 * 1024;
    expect((await post(form({}, ['a.bin', 10 * mib]))).status).toBe(200);
    const refused = await post(form({}, ['a.bin', 10 * mib + 1]));
    expect([refused.status, refused.body.code]).toEqual([413, 40005]);
    const heavy = await post(form({}, ['a', 9 * mib], ['b', 9 * mib], ['c', 9 * mib]));
    expect([heavy.status, heavy.body.code]).toEqual([413, 40005]);
  });
});
