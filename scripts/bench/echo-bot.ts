import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/**
 * The least a discord.js bot can do: the baseline that ours is measured against. With `ECHO_CARD` it
 * answers with that card instead of a word, which tells the bot's own time from the payload's.
 */
const { DISCORD_API_URL: api = '', DISCORD_TOKEN: token = '', ECHO_CARD: card } = process.env;
const client = new Client({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
  ],
  rest: { api },
});
client.on(Events.Error, (error) => console.error(error));
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: typed || 'echo', value: typed || 'echo' }]);
  } else if (interaction.isChatInputCommand()) {
    if (card === undefined) {
      await interaction.reply(`echo ${interaction.options.getString('title') ?? ''}`);
    } else {
      const components = JSON.parse(card);
      await interaction.reply({ flags: MessageFlags.IsComponentsV2, components });
    }
  }
});
await client.login(token);
