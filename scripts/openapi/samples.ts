import { invalidFormBody } from '../../src/sandbox/discord-error.ts';
import { autocompleteData } from '../../src/sandbox/validate/autocomplete.ts';
import { checkCommand } from '../../src/sandbox/validate/command.ts';
import { checkMessage } from '../../src/sandbox/validate/message.ts';
import { modal } from '../../src/sandbox/validate/modal.ts';
import type { Rule } from '../../src/sandbox/validate/problem.ts';
import { isDictionary, oneOf, optional, shape } from '../../src/sandbox/validate/rules.ts';

/** A valid body, the schema it belongs to, and the sandbox's own check of it. */
export interface Sample {
  readonly schema: string;
  readonly about: string;
  readonly body: unknown;
  /** @throws DiscordError */
  readonly check: (body: unknown) => void;
}

const V2 = 1 << 15;

const message = (body: unknown): void =>
  checkMessage(isDictionary(body) ? body : {}, { fileNames: ['a.png'] });

const ruled =
  (rule: Rule) =>
  (body: unknown): void => {
    const errors = rule(body);
    if (errors) throw invalidFormBody(errors);
  };

/** A reply's callback. */
function reply(body: unknown): void {
  const { type, data } = isDictionary(body) ? body : {};
  ruled(oneOf([4, 5]))(type);
  ruled(optional(shape({})))(data);
  message(data);
}

const button = { type: 2, style: 1, label: 'Save', custom_id: 'save', disabled: false };
const link = { type: 2, style: 5, label: 'Listen', url: 'https://example.org' };
const words = { type: 10, content: 'Drive' };
const picture = {
  media: { url: 'https://example.org/a.png' },
  description: 'A car',
  spoiler: false,
};
const select = {
  type: 3,
  custom_id: 'menu',
  placeholder: 'Which?',
  min_values: 1,
  max_values: 1,
  disabled: false,
  options: [{ label: 'Drive', value: 'drive', description: '2011', default: false }],
};
const card = {
  flags: V2,
  components: [
    {
      type: 17,
      accent_color: 0xff0080,
      spoiler: false,
      components: [
        words,
        { type: 9, components: [words], accessory: button },
        { type: 9, components: [words], accessory: { type: 11, ...picture } },
        { type: 14, divider: true, spacing: 1 },
        { type: 12, items: [picture] },
        { type: 1, components: [link] },
      ],
    },
    { type: 1, components: [select] },
    { type: 13, file: { url: 'attachment://a.png' }, spoiler: false },
  ],
  allowed_mentions: { parse: [] },
};
const legacy = {
  content: 'Hello',
  tts: false,
  embeds: [
    {
      title: 'Drive',
      description: 'A film',
      url: 'https://example.org',
      color: 1,
      timestamp: '2011-09-16T00:00:00.000Z',
      footer: { text: 'foot' },
      author: { name: 'author' },
      image: { url: 'https://example.org/a.png' },
      fields: [{ name: 'Score', value: 'Cliff Martinez', inline: true }],
    },
  ],
  components: [
    { type: 1, components: [button] },
    { type: 1, components: [{ type: 5, custom_id: 'u' }] },
  ],
  attachments: [{ id: '0', filename: 'a.png', description: 'A picture' }],
  allowed_mentions: { parse: ['users'], roles: [], replied_user: true },
};
const text = { name: 'title', description: 'Which film', required: true };
const command = {
  type: 1,
  name: 'soundtrack',
  name_localizations: { de: 'filmmusik' },
  description: 'What is on it',
  description_localizations: { de: 'Was drauf ist' },
  default_member_permissions: '32',
  contexts: [0, 1],
  integration_types: [0],
  options: [
    { type: 3, ...text, autocomplete: true, min_length: 1, max_length: 100 },
    { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 10 },
    { type: 10, name: 'weight', description: 'How much', choices: [{ name: 'half', value: 1.5 }] },
    { type: 3, name: 'view', description: 'Which', choices: [{ name: 'Tracks', value: 'tracks' }] },
    { type: 5, name: 'private', description: 'For me' },
    { type: 7, name: 'where', description: 'Where', channel_types: [0] },
  ],
};
const nested = {
  name: 'favorites',
  description: 'Favourites',
  options: [
    { type: 1, name: 'add', description: 'Add', options: [{ type: 3, ...text }] },
    {
      type: 2,
      name: 'more',
      description: 'More',
      options: [{ type: 1, name: 'x', description: 'X' }],
    },
  ],
};
const form = {
  custom_id: 'form',
  title: 'Search',
  components: [
    { type: 10, content: 'Tell me' },
    {
      type: 18,
      label: 'Words',
      description: 'As you remember them',
      component: {
        type: 4,
        custom_id: 'words',
        style: 1,
        min_length: 1,
        max_length: 10,
        required: true,
        value: 'drive',
        placeholder: 'words',
      },
    },
    { type: 18, label: 'Film', component: select },
    {
      type: 18,
      label: 'Mood',
      component: {
        type: 21,
        custom_id: 'mood',
        options: [
          { label: 'a', value: 'a' },
          { label: 'b', value: 'b' },
        ],
      },
    },
    {
      type: 18,
      label: 'File',
      component: { type: 19, custom_id: 'file', min_values: 1, max_values: 1 },
    },
  ],
};
const choices = {
  choices: [{ name: 'Drive (2011)', name_localizations: { de: 'Drive' }, value: 'drive-2011' }],
};

export const SAMPLES: readonly Sample[] = [
  {
    schema: 'ApplicationCommandCreateRequest',
    about: 'a command',
    body: command,
    check: checkCommand,
  },
  {
    schema: 'ApplicationCommandCreateRequest',
    about: 'subcommands',
    body: nested,
    check: checkCommand,
  },
  {
    schema: 'ApplicationCommandCreateRequest',
    about: 'a message command',
    body: { type: 3, name: 'Identify soundtrack' },
    check: checkCommand,
  },
  { schema: 'IncomingWebhookInteractionRequest', about: 'a card', body: card, check: message },
  {
    schema: 'IncomingWebhookInteractionRequest',
    about: 'an old message',
    body: legacy,
    check: message,
  },
  { schema: 'MessageCreateRequest', about: 'a card in a channel', body: card, check: message },
  {
    schema: 'CreateMessageInteractionCallbackRequest',
    about: 'a reply',
    body: { type: 4, data: card },
    check: reply,
  },
  {
    schema: 'ModalInteractionCallbackRequestData',
    about: 'a modal',
    body: form,
    check: ruled(modal),
  },
  {
    schema: 'InteractionApplicationCommandAutocompleteCallbackStringData',
    about: 'choices',
    body: choices,
    check: ruled(autocompleteData(3)),
  },
];
