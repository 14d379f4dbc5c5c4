import { Client, Events, GatewayIntentBits } from 'discord.js';

/** The least a discord.js bot can do: the baseline that ours is measured against. */
const { DISCORD_API_URL: api = '', DISCORD_TOKEN: token = '' } = process.env;
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
    await interaction.reply(`echo ${interaction.options.getString('title') ?? ''}`);
  }
});
await client.login(token);
