import {
  type APIMessageTopLevelComponent,
  SelectMenuDefaultValueType,
} from 'discord-api-types/v10';

const MARA = '1100000000000000001';
const LOBBY = '1300000000000000001';
const PROJECTIONIST = '1400000000000000001';

/** A card as the bot's own: container, sections, separators, buttons and a select menu. */
export function card(page = 1): APIMessageTopLevelComponent[] {
  return [
    {
      type: 17,
      accent_color: 0xe0218a,
      components: [
        {
          type: 9,
          components: [
            {
              type: 10,
              content:
                '# Drive (2011)\nScore by **Cliff Martinez** · directed by Nicolas Winding Refn\n*synthwave · nocturnal · romantic* — neo-noir, crime',
            },
          ],
          accessory: {
            type: 11,
            media: { url: 'https://covers.invalid/drive.jpg' },
            description: 'The cover of Drive: pink script over the night',
          },
        },
        { type: 14, spacing: 1, divider: true },
        { type: 10, content: '### Play these first' },
        pick(1, 'Nightcall', 'Kavinsky', 'opens the film: night, a city, a voice that warns'),
        pick(2, 'A Real Hero', 'College feat. Electric Youth', 'the film’s heart, said aloud'),
        pick(3, 'Under Your Spell', 'Desire', 'the party through the wall'),
        { type: 14, spacing: 2, divider: true },
        {
          type: 10,
          content:
            '> “a real human being, and a real hero”\n-# *A Real Hero*, College feat. Electric Youth\n\nNeon pop sings what the silent driver can’t; Martinez’s score keeps the engine idling underneath.',
        },
        {
          type: 1,
          components: [
            {
              type: 2,
              style: 1,
              custom_id: `show.page.${page + 1}`,
              label: `Tracks (page ${page})`,
            },
            { type: 2, style: 2, custom_id: 'show.scenes', label: 'Scenes' },
            { type: 2, style: 2, custom_id: 'show.modal', label: 'Note…', emoji: { name: '📝' } },
            { type: 2, style: 5, url: 'https://example.com/listen?q=Drive', label: 'Listen' },
          ],
        },
        {
          type: 10,
          content:
            '-# *Drive (Original Motion Picture Soundtrack)* · Lakeshore, 2011 · 19 tracks · sources: MusicBrainz, label',
        },
      ],
    },
  ];
}

function pick(number: number, title: string, artist: string, reason: string) {
  return {
    type: 9 as const,
    components: [
      { type: 10 as const, content: `**${number}. ${title}** — ${artist}\n-# ${reason}` },
    ] as [{ type: 10; content: string }],
    accessory: {
      type: 2 as const,
      style: 2 as const,
      custom_id: `show.save.${number}`,
      label: 'Save',
      emoji: { name: '💜' },
    },
  };
}

/** Every kind of button, also disabled and with an emoji alone. */
export const buttons: APIMessageTopLevelComponent[] = [
  {
    type: 1,
    components: [
      { type: 2, style: 1, custom_id: 'show.primary', label: 'Primary' },
      { type: 2, style: 2, custom_id: 'show.secondary', label: 'Secondary' },
      { type: 2, style: 3, custom_id: 'show.success', label: 'Success' },
      { type: 2, style: 4, custom_id: 'show.danger', label: 'Danger' },
      { type: 2, style: 5, url: 'https://example.com/', label: 'Link' },
    ],
  },
  {
    type: 1,
    components: [
      { type: 2, style: 2, custom_id: 'show.off', label: 'Disabled', disabled: true },
      { type: 2, style: 5, url: 'https://example.com/off', label: 'No link', disabled: true },
      { type: 2, style: 2, custom_id: 'show.emoji', emoji: { name: '⏭️' } },
      { type: 2, style: 1, custom_id: 'show.silent', label: 'Never answers' },
    ],
  },
];

/** Every kind of select menu. */
export const selects: APIMessageTopLevelComponent[] = [
  { type: 10, content: 'Which *Dune* do you mean?' },
  {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'show.pick.one',
        placeholder: 'Choose a title',
        options: [
          { label: 'Dune (1984)', value: 'dune-1984', description: 'Toto, Brian Eno' },
          {
            label: 'Dune (2021)',
            value: 'dune-2021',
            description: 'Hans Zimmer',
            emoji: { name: '🏜️' },
          },
          { label: 'Suspiria (1977)', value: 'suspiria-1977', description: 'Goblin' },
        ],
      },
    ],
  },
  {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'show.pick.many',
        placeholder: 'Music services',
        min_values: 1,
        max_values: 3,
        options: [
          { label: 'Bandcamp', value: 'bandcamp', default: true },
          { label: 'Spotify', value: 'spotify' },
          { label: 'Tidal', value: 'tidal' },
          { label: 'YouTube', value: 'youtube' },
        ],
      },
    ],
  },
  {
    type: 1,
    components: [{ type: 5, custom_id: 'show.pick.user', placeholder: 'A member' }],
  },
  {
    type: 1,
    components: [{ type: 6, custom_id: 'show.pick.role', placeholder: 'A role' }],
  },
  {
    type: 1,
    components: [{ type: 7, custom_id: 'show.pick.mentionable', placeholder: 'Anyone' }],
  },
  {
    type: 1,
    components: [
      {
        type: 8,
        custom_id: 'show.pick.channel',
        placeholder: 'A channel',
        default_values: [{ id: LOBBY, type: SelectMenuDefaultValueType.Channel }],
      },
    ],
  },
];

/** Discord's markdown, whole; `commandId` is that of /soundtrack. */
export const markdown = (commandId: string) => `# Heading one
## Heading two
### Heading three
-# subtext under a heading
**bold**, *italic*, __underlined__, ~~struck~~, \`code\` and ***both***
> a quotation
> of two lines
-# and its credit
- first
- second
  - nested with **bold**
1. one
2. two
\`\`\`js
const tempo = 92;
\`\`\`
[a masked link](https://example.com/masked) and <https://example.com/bare>
||the *driver* lives||, released <t:1316131200:D>
</soundtrack:${commandId}> by <@${MARA}> in <#${LOBBY}> for <@&${PROJECTIONIST}>
<img src=x onerror=alert(1)> [not a link](javascript:alert(1)) 5 * 3 * 2`;

/** Pictures: attached, missing, and behind a spoiler; spacing; a file. */
export const media: APIMessageTopLevelComponent[] = [
  { type: 10, content: 'Three covers' },
  {
    type: 12,
    items: [
      { media: { url: 'attachment://cover.png' }, description: 'A pink cover' },
      { media: { url: 'https://covers.invalid/none.jpg' }, description: 'A cover that is gone' },
      { media: { url: 'attachment://cover.png' }, description: 'A secret cover', spoiler: true },
    ],
  },
  { type: 14, spacing: 2, divider: false },
  { type: 12, items: [{ media: { url: 'attachment://cover.png' }, description: 'One alone' }] },
  { type: 13, file: { url: 'attachment://liner-notes.txt' } },
  {
    type: 17,
    spoiler: true,
    components: [{ type: 10, content: 'The whole card is a spoiler.' }],
  },
];
