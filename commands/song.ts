import { type ChatInputCommandInteraction, SlashCommandBuilder } from 'discord.js';
import type { Command, Context } from '../src/bot/command.ts';
import type { Song } from '../src/catalog/catalog.ts';
import { ambiguous, notInCatalog } from '../src/replies/choice.ts';
import { customId } from '../src/replies/custom-id.ts';
import { disclosure } from '../src/replies/disclosure.ts';
import type { MessageReply } from '../src/replies/reply.ts';
import { songCard, songOption } from '../src/replies/song-card.ts';
import { selected, stale } from './_components.ts';
import { faceOf, moveOn } from './_face.ts';
import { EVERYWHERE, INSTALLS, OFFERED, privateOption, suggested } from './_options.ts';
import { suggestSongs } from './_suggest.ts';

const data = new SlashCommandBuilder()
  .setName('song')
  .setDescription(
    'Which titles a song is in, who performs and wrote it, at which moment, on which album',
  )
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .addStringOption((option) =>
    suggested('title', 'A song, such as Nightcall')(option).setRequired(true),
  )
  .addBooleanOption(privateOption)
  .toJSON();

const openId = (via: string) => customId('song', 'open', via);

export default {
  data,

  async execute({ options }: ChatInputCommandInteraction, context) {
    const typed = options.getString('title', true);
    const found = context.catalog.resolveSong(typed);
    if (found.kind === 'none')
      return notInCatalog(
        typed,
        found.nearest.map(songOption),
        openId('nearest'),
        context.member.t,
      );
    if (found.kind === 'ambiguous') {
      return ambiguous(typed, found.candidates.map(songOption), openId('candidates'), context.t);
    }
    if (found.kind === 'exact') return card(found.value, found.alternatives, context);
    const { components, ...rest } = card(found.value, [], context);
    const guess = {
      name: songOption(found.value).label,
      guessedFrom: typed,
      others: found.alternatives.slice(0, OFFERED).map(songOption),
      menuId: openId('switch'),
    };
    return { ...rest, components: [...disclosure(guess, context.t), ...components] };
  },

  autocomplete: ({ options }, { catalog }) => suggestSongs(catalog, options.getFocused()),

  async component(interaction, [action], context) {
    const song = context.catalog.song(selected(interaction) ?? '');
    if (action !== 'open' || !song) throw stale(context, 'song');
    return moveOn(context, card(song, [], context));
  },
} satisfies Command;

const card = (song: Song, namesakes: readonly Song[], context: Context): MessageReply =>
  songCard(song, faceOf(context), namesakes);
