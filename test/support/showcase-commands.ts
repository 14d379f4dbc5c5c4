import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';

/** The commands of the showcase bot: one for each thing the page must draw or do. */
export const showcaseCommands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: 'soundtrack',
    description: 'A film, series or game and its music on one card',
    options: [
      {
        type: 3,
        name: 'title',
        description: 'Film, series or game',
        required: true,
        autocomplete: true,
      },
      {
        type: 3,
        name: 'view',
        description: 'What to show of it',
        choices: [
          { name: 'Overview', value: 'overview' },
          { name: 'Tracks', value: 'tracks' },
          { name: 'Scenes', value: 'scenes' },
        ],
      },
      { type: 5, name: 'private', description: 'Only you see the answer' },
    ],
  },
  {
    name: 'recommend',
    description: 'Three tracks, each with a reason',
    options: [
      { type: 3, name: 'mood', description: 'How it should feel' },
      { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 10 },
    ],
  },
  {
    name: 'favorites',
    description: 'The server’s shared list',
    options: [
      {
        type: 1,
        name: 'add',
        description: 'Save a track',
        options: [{ type: 3, name: 'song', description: 'The track', required: true }],
      },
      { type: 1, name: 'list', description: 'Show the list' },
    ],
  },
  {
    name: 'pick',
    description: 'Options of every other kind',
    options: [
      { type: 6, name: 'member', description: 'Somebody', required: true },
      { type: 7, name: 'channel', description: 'Somewhere' },
      { type: 8, name: 'role', description: 'A role' },
      { type: 9, name: 'anyone', description: 'A member or a role' },
      { type: 10, name: 'tempo', description: 'Beats a minute' },
      { type: 11, name: 'file', description: 'A file' },
    ],
  },
  {
    name: 'showcase',
    description: 'Draws one kind of message',
    options: [
      {
        type: 3,
        name: 'kind',
        description: 'Which',
        required: true,
        choices: ['buttons', 'selects', 'markdown', 'media', 'legacy'].map((name) => ({
          name,
          value: name,
        })),
      },
    ],
  },
  { name: 'form', description: 'Opens a form' },
  { name: 'whisper', description: 'Answers to you alone' },
  { name: 'slow', description: 'Thinks until it is told to go on' },
  { name: 'silent', description: 'Never answers' },
  { type: 3, name: 'Identify soundtrack' },
  { type: 3, name: 'Delete reply' },
];
