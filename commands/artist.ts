import { type ChatInputCommandInteraction, SlashCommandBuilder } from 'discord.js';
import type { Command, Context } from '../src/bot/command.ts';
import type { Artist } from '../src/catalog/catalog.ts';
import { artistCard, artistOption, type SaveCounts } from '../src/replies/artist-card.ts';
import { ambiguous, notInCatalog } from '../src/replies/choice.ts';
import { customId } from '../src/replies/custom-id.ts';
import { disclosure } from '../src/replies/disclosure.ts';
import { selected, stale } from './_components.ts';
import { faceOf, moveOn } from './_face.ts';
import { EVERYWHERE, INSTALLS, OFFERED, privateOption, suggested } from './_options.ts';
import { suggestArtists } from './_suggest.ts';

const data = new SlashCommandBuilder()
  .setName('artist')
  .setDescription('A composer or performer: their titles, where to start, their news')
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .addStringOption((option) =>
    suggested('name', 'A composer or performer, such as Cliff Martinez')(option).setRequired(true),
  )
  .addBooleanOption(privateOption)
  .toJSON();

const openId = customId('artist', 'open');

export default {
  data,

  async execute({ options }: ChatInputCommandInteraction, context) {
    const typed = options.getString('name', true);
    const found = context.catalog.resolveArtist(typed);
    if (found.kind === 'none')
      return notInCatalog(typed, found.nearest.map(artistOption), openId, context.member.t);
    if (found.kind === 'ambiguous')
      return ambiguous(typed, found.candidates.map(artistOption), openId, context.t);
    const { components, ...rest } = await card(found.value, context);
    const others = {
      name: found.value.name,
      guessedFrom: found.kind === 'guess' ? typed : undefined,
      others: found.alternatives.slice(0, OFFERED).map(artistOption),
      menuId: customId('artist', 'open', 'switch'),
    };
    return { ...rest, components: [...disclosure(others, context.t), ...components] };
  },

  autocomplete: ({ options }, { catalog }) => suggestArtists(catalog, options.getFocused()),

  async component(interaction, [action], context) {
    const artist = context.catalog.artist(selected(interaction) ?? '');
    if (action !== 'open' || !artist) throw stale(context, 'artist');
    return moveOn(context, await card(artist, context));
  },
} satisfies Command;

const card = async (artist: Artist, context: Context) =>
  artistCard(context.catalog, artist, faceOf(context), await saves(context));

/** The card is whole without them: an artist's question is answered when the storage isn't. */
async function saves({ favourites, scope, logger }: Context): Promise<SaveCounts> {
  try {
    return new Map((await favourites.list(scope)).map(({ ref, savedBy }) => [ref, savedBy.length]));
  } catch (error) {
    logger.warn(
      { err: error, scope },
      'favourites could not be read, so the card goes without them',
    );
    return new Map();
  }
}
