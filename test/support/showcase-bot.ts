import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  Partials,
} from 'discord.js';
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { picture } from './picture.ts';
import { showcaseCommands } from './showcase-commands.ts';
import { buttons, card, markdown, media, selects } from './showcase-messages.ts';

const TITLES = ['Drive (2011)', 'Drive (1997)', 'Driver, The (1978)', 'Dune (1984)', 'Dune (2021)'];

/** A bot that answers with a fixed set of messages: what the page's tests look at. */
export interface ShowcaseBot {
  /** Lets `/slow` answer. */
  goOn(): void;
  close(): Promise<void>;
}

/** Connects the bot to a sandbox by the real client and deploys its commands. */
export async function startShowcaseBot(sandbox: Sandbox): Promise<ShowcaseBot> {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    partials: [Partials.Channel],
    rest: { api: sandbox.apiUrl },
  });
  let goOn = () => {};
  const waiting = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
    });
  client.on(Events.Error, (error) => console.error('The showcase bot:', error));
  client.on(Events.InteractionCreate, (interaction) => answer(interaction, waiting));
  client.on(Events.MessageCreate, answerMessage);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  await ready;
  await client.application?.commands.set(showcaseCommands);
  return {
    goOn: () => goOn(),
    close: () => client.destroy(),
  };
}

const V2 = MessageFlags.IsComponentsV2;

const said = (content: string): APIMessageTopLevelComponent[] => [{ type: 10, content }];

async function answer(interaction: Interaction, waiting: () => Promise<void>): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction);
  if (interaction.isChatInputCommand()) return command(interaction, waiting);
  if (interaction.isMessageContextMenuCommand()) return messageCommand(interaction);
  if (interaction.isMessageComponent()) return component(interaction);
  if (interaction.isModalSubmit()) {
    const note = interaction.fields.getTextInputValue('note');
    const [mood] = interaction.fields.getStringSelectValues('mood');
    await interaction.reply({ flags: V2, components: said(`Noted: ${note} (${mood})`) });
  }
}

async function complete(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused().toLowerCase();
  const found = TITLES.filter((title) => title.toLowerCase().includes(typed));
  await interaction.respond(found.map((name) => ({ name, value: `id:${name}` })));
}

async function command(
  interaction: ChatInputCommandInteraction,
  waiting: () => Promise<void>,
): Promise<void> {
  switch (interaction.commandName) {
    case 'soundtrack': {
      const title = interaction.options.getString('title', true);
      if (!/drive/i.test(title)) {
        await interaction.reply({
          flags: V2 | MessageFlags.Ephemeral,
          components: said(`I don’t know “${title}”.`),
        });
        return;
      }
      const view = interaction.options.getString('view');
      const components = view === null ? card() : [...card(), ...said(`View: ${view}`)];
      await interaction.reply({ flags: V2, components });
      return;
    }
    case 'showcase':
      return showcase(interaction);
    case 'form':
      return form(interaction);
    case 'whisper':
      await interaction.reply({ content: 'Psst.', flags: MessageFlags.Ephemeral });
      return;
    case 'slow':
      await interaction.deferReply();
      await waiting();
      await interaction.editReply('At last.');
      return;
    case 'silent':
      return;
    default: {
      const options = interaction.options.data.flatMap((option) => option.options ?? [option]);
      const values = options.map(({ name, value }) => `${name}=${String(value)}`).join(' ');
      await interaction.reply(`${interaction.commandName}: ${values}`);
    }
  }
}

async function showcase(interaction: ChatInputCommandInteraction): Promise<void> {
  switch (interaction.options.getString('kind', true)) {
    case 'buttons':
      await interaction.reply({ flags: V2, components: buttons });
      return;
    case 'selects':
      await interaction.reply({ flags: V2, components: selects });
      return;
    case 'markdown':
      await interaction.reply({
        flags: V2,
        components: said(markdown(interaction.commandId)),
        allowedMentions: { parse: [] },
      });
      return;
    case 'media':
      await interaction.reply({
        flags: V2,
        components: media,
        files: [
          { name: 'cover.png', attachment: picture(200, [224, 33, 138]) },
          { name: 'liner-notes.txt', attachment: Buffer.from('Track by track.') },
        ],
      });
      return;
    default:
      await interaction.reply({
        content: 'Of the **older** kind',
        embeds: [
          {
            title: 'Thief (1981)',
            url: 'https://example.com/thief',
            description: 'Score by *Tangerine Dream*.',
            color: 0x00b8d9,
            fields: [
              { name: 'Year', value: '1981', inline: true },
              { name: 'Label', value: 'Elektra', inline: true },
            ],
            footer: { text: 'From the label' },
          },
        ],
        files: [{ name: 'export.json', attachment: Buffer.from('{"saved":[]}') }],
      });
  }
}

async function form(
  interaction: ChatInputCommandInteraction | MessageComponentInteraction,
): Promise<void> {
  await interaction.showModal({
    title: 'A note for the server',
    custom_id: 'show.form',
    components: [
      { type: 10, content: 'Everybody **reads** it.' },
      {
        type: 18,
        label: 'Your note',
        description: 'A line is enough.',
        component: { type: 4, custom_id: 'note', style: 2, required: true, max_length: 200 },
      },
      {
        type: 18,
        label: 'Mood',
        component: {
          type: 3,
          custom_id: 'mood',
          options: [
            { label: 'Nocturnal', value: 'nocturnal' },
            { label: 'Tense', value: 'tense' },
          ],
        },
      },
      {
        type: 18,
        label: 'Signature',
        component: { type: 4, custom_id: 'signature', style: 1, required: false },
      },
    ],
  });
}

async function component(interaction: MessageComponentInteraction): Promise<void> {
  const [, verb, argument] = interaction.customId.split('.');
  if (verb === 'silent') return;
  if (verb === 'modal') return form(interaction);
  if (verb === 'page') {
    await interaction.update({ components: card(Number(argument)) });
    return;
  }
  const values = interaction.isAnySelectMenu() ? ` ${interaction.values.join(', ')}` : '';
  await interaction.reply({
    content: `${interaction.customId}${values}`,
    flags: MessageFlags.Ephemeral,
  });
}

async function messageCommand(interaction: MessageContextMenuCommandInteraction): Promise<void> {
  if (interaction.commandName === 'Delete reply') await interaction.targetMessage.delete();
  await interaction.reply({
    content: `${interaction.commandName}: done`,
    flags: MessageFlags.Ephemeral,
  });
}

/** Answers a message that mentions the bot, or is written to it alone. */
async function answerMessage(message: Message): Promise<void> {
  const { user } = message.client;
  if (message.author.bot || !(message.inGuild() ? message.mentions.has(user) : true)) return;
  await message.reply(`You asked: ${message.content.replaceAll(`<@${user.id}>`, '').trim()}`);
}
