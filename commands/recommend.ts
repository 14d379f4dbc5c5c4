import { type ChatInputCommandInteraction, SlashCommandBuilder } from 'discord.js';
import type { Command, Context } from '../src/bot/command.ts';
import type { Catalog } from '../src/catalog/catalog.ts';
import type { Translate } from '../src/i18n/translate.ts';
import { recommend, type Wish } from '../src/recommend/recommend.ts';
import { artistOption } from '../src/replies/artist-card.ts';
import { ambiguous, notInCatalog, titleOptions } from '../src/replies/choice.ts';
import { customId } from '../src/replies/custom-id.ts';
import { type Disclosure, disclosure } from '../src/replies/disclosure.ts';
import { titleLabel } from '../src/replies/format.ts';
import { recommendCard } from '../src/replies/recommend-card.ts';
import type { MessageReply, Reply } from '../src/replies/reply.ts';
import { UserError } from '../src/replies/user-error.ts';
import { MOST_TRACKS } from '../src/stores/settings.ts';
import { selected, stale } from './_components.ts';
import { faceOf, moveOn } from './_face.ts';
import { EVERYWHERE, INSTALLS, OFFERED, privateOption, suggested } from './_options.ts';
import { suggestArtists, suggestTags, suggestTitles } from './_suggest.ts';
import { carried, tagNamed, unknownMood } from './_tags.ts';

const WISHES = ['title', 'like', 'mood', 'artist'] as const;
const TAG_KINDS = ['moods', 'genres'] as const;

const data = new SlashCommandBuilder()
  .setName('recommend')
  .setDescription(
    'What to play: the top tracks of a title, or like a title, for a mood, by an artist',
  )
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .addStringOption(suggested('title', 'The top tracks of this title'))
  .addStringOption(suggested('like', 'Tracks from titles like this one'))
  .addStringOption(suggested('mood', 'Tracks for a mood or of a genre, such as nocturnal'))
  .addStringOption(suggested('artist', 'Tracks by a composer or performer, and their kin'))
  .addIntegerOption((option) =>
    option
      .setName('count')
      .setDescription("How many tracks (default: the server's choice, else 3)")
      .setMinValue(1)
      .setMaxValue(MOST_TRACKS),
  )
  .addBooleanOption(privateOption)
  .toJSON();

export default {
  data,

  async execute({ options }: ChatInputCommandInteraction, context) {
    const given = WISHES.flatMap((name) => {
      const typed = options.getString(name);
      return typed === null ? [] : [{ name, typed }];
    });
    if (given.length > 1) throw new UserError('one-wish');
    const count = options.getInteger('count') ?? context.guild.count;
    const [wish] = given;
    return wish
      ? granted(wish.name, wish.typed, count, context)
      : card(await unspoken(context), count, context);
  },

  autocomplete({ options }, { catalog }) {
    const { name, value } = options.getFocused(true);
    if (name === 'mood') return suggestTags(catalog, value, TAG_KINDS);
    return name === 'artist' ? suggestArtists(catalog, value) : suggestTitles(catalog, value);
  },

  async component(interaction, [action, name, count], context): Promise<Reply> {
    const kind = WISHES.find((wish) => wish === name);
    const typed = selected(interaction);
    const many = Number(count);
    if (
      action !== 'choose' ||
      !kind ||
      typed === undefined ||
      !(many >= 1 && many <= MOST_TRACKS)
    ) {
      throw stale(context, 'recommend');
    }
    return moveOn(context, granted(kind, typed, Math.floor(many), context));
  },
} satisfies Command;

function granted(
  name: (typeof WISHES)[number],
  typed: string,
  count: number,
  context: Context,
): MessageReply {
  if (name === 'mood') return card(tagOf(typed, context.catalog), count, context);
  const { catalog, t } = context;
  const menuId = customId('recommend', 'choose', name, count);
  if (name === 'artist') {
    const found = catalog.resolveArtist(typed);
    if (found.kind === 'none')
      return notInCatalog(typed, found.nearest.map(artistOption), menuId, context.member.t);
    if (found.kind === 'ambiguous')
      return ambiguous(typed, found.candidates.map(artistOption), menuId, t);
    const others = {
      name: found.value.name,
      guessedFrom: found.kind === 'guess' ? typed : undefined,
      others: found.alternatives.slice(0, OFFERED).map(artistOption),
      menuId,
    };
    return told(others, card({ kind: 'artist', artist: found.value }, count, context), t);
  }
  const found = catalog.resolveTitle(typed);
  if (found.kind === 'none')
    return notInCatalog(
      typed,
      titleOptions(found.nearest, context.member.t),
      menuId,
      context.member.t,
    );
  if (found.kind === 'ambiguous')
    return ambiguous(typed, titleOptions(found.candidates, t), menuId, t);
  const others = {
    name: titleLabel(found.value),
    guessedFrom: found.kind === 'guess' ? typed : undefined,
    others: titleOptions(found.alternatives.slice(0, OFFERED), t),
    menuId,
  };
  return told(others, card({ kind: name, title: found.value }, count, context), t);
}

const told = (others: Disclosure, reply: MessageReply, t: Translate): MessageReply => ({
  ...reply,
  components: [...disclosure(others, t), ...reply.components],
});

/** With nothing asked: the server's default, then its favourites, then the best of the catalog. */
async function unspoken({ catalog, guild, favourites, scope, logger }: Context): Promise<Wish> {
  const title = guild.defaultTitle === null ? undefined : catalog.title(guild.defaultTitle);
  if (title) return { kind: 'title', title };
  const mood = guild.defaultMood;
  if (mood !== null && carried(catalog, 'moods', mood)) {
    return { kind: 'tag', of: 'moods', word: mood };
  }
  try {
    const refs = (await favourites.list(scope)).map(({ ref }) => ref);
    return refs.some((ref) => catalog.track(ref)) ? { kind: 'favourites', refs } : { kind: 'best' };
  } catch (error) {
    logger.warn(
      { err: error, scope },
      'favourites could not be read, so the best of the catalog serves',
    );
    return { kind: 'best' };
  }
}

/** @throws UserError for a word that is no mood or genre of any title, nor a synonym of one */
function tagOf(typed: string, catalog: Catalog): Extract<Wish, { kind: 'tag' }> {
  for (const of of TAG_KINDS) {
    const word = tagNamed(catalog, of, typed);
    if (word !== undefined) return { kind: 'tag', of, word };
  }
  throw unknownMood(typed, catalog);
}

/** One list a server a day. */
function card(wish: Wish, count: number, context: Context): MessageReply {
  const seed = `${context.clock().toISOString().slice(0, 10)}:${context.scope}`;
  return recommendCard(wish, recommend(context.catalog, wish, count, seed), count, faceOf(context));
}
