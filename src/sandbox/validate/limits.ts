/**
 * Discord's limits, in one place. Sources: Discord's developer documentation as of August 2026
 * (Message, Embed limits, Component Reference, Application Commands, Receiving and Responding,
 * Gateway, Rate Limits) and, where it says nothing, the published OpenAPI description of API v10.
 * Lengths are counted in code points.
 */

export const MESSAGE = {
  content: 2000,
  embeds: 10,
  /** Top-level action rows of a message without Components V2. */
  rows: 5,
  attachments: 10,
  allowedMentionIds: 100,
} as const;

export const EMBED = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  /** All text of all embeds of a message. */
  total: 6000,
  url: 2048,
} as const;

export const COMPONENT = {
  /** All components of a Components V2 message, nested ones counted. */
  total: 40,
  /** All text displays of a message together. */
  totalText: 4000,
  customId: 100,
  rowWidth: 5,
  sectionTexts: 3,
  galleryItems: 10,
  mediaDescription: 1024,
  mediaUrl: 2048,
  buttonLabel: 80,
  buttonUrl: 512,
  emojiName: 32,
  placeholder: 150,
  selectOptions: 25,
  selectValues: 25,
  optionText: 100,
  colour: 0xffffff,
} as const;

export const MODAL = {
  title: 45,
  components: 5,
  label: 45,
  description: 100,
  textInput: 4000,
  textPlaceholder: 100,
  files: 10,
  groupOptions: 10,
} as const;

export const COMMAND = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  textLength: 6000,
  /** Names, descriptions and values of a command, the longest localisation of each counted. */
  total: 8000,
  perType: { 1: 100, 2: 15, 3: 15 },
  createsPerDay: 200,
} as const;

export const AUTOCOMPLETE = { choices: 25, name: 100, value: 100 } as const;

export const FILES = {
  /** Bytes of one file, without boosts or Nitro. */
  each: 10 * 1024 * 1024,
  /** Bytes of one request. */
  request: 25 * 1024 * 1024,
} as const;

export const INTERACTION = {
  /** Milliseconds until the first response. */
  firstResponse: 3000,
  /** Milliseconds that a token lives. */
  token: 15 * 60 * 1000,
} as const;

export const GATEWAY = {
  /** Bytes of one payload sent by the bot. */
  payload: 4096,
  /** Payloads the bot may send within {@link GATEWAY.window}. */
  sends: 120,
  window: 60_000,
  identifiesPerDay: 1000,
  /** Milliseconds in which one IDENTIFY per concurrency key is accepted. */
  identifyWindow: 5000,
  heartbeatInterval: 41_250,
} as const;

export const REST = {
  /** Requests a second of one bot, interaction endpoints not counted. */
  global: 50,
} as const;
