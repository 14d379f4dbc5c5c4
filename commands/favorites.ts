import {
  type BaseInteraction,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import type { Command, Context } from '../src/bot/command.ts';
import { scopeOf } from '../src/bot/scope.ts';
import type { TrackEntry } from '../src/catalog/catalog.ts';
import { ambiguous, notInCatalog } from '../src/replies/choice.ts';
import { customId } from '../src/replies/custom-id.ts';
import { favouritesCard, favouritesFile } from '../src/replies/favourites-card.ts';
import { titleLabel, trackLabel } from '../src/replies/format.ts';
import { LIMITS } from '../src/replies/limits.ts';
import { plain } from '../src/replies/markdown.ts';
import { notice } from '../src/replies/notice.ts';
import { pageArgument } from '../src/replies/pages.ts';
import type { MessageReply, Reply } from '../src/replies/reply.ts';
import { UserError } from '../src/replies/user-error.ts';
import { selected, stale } from './_components.ts';
import { faceOf, moveOn } from './_face.ts';
import { EVERYWHERE, INSTALLS, privateOption, suggested } from './_options.ts';
import { choice, suggestTracks } from './_suggest.ts';

const data = new SlashCommandBuilder()
  .setName('favorites')
  .setDescription("The server's shared list of favourite tracks")
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .addSubcommand((command) =>
    command
      .setName('list')
      .setDescription('What is saved, by whom and when')
      .addBooleanOption(privateOption),
  )
  .addSubcommand((command) =>
    command
      .setName('add')
      .setDescription('Save a track')
      .addStringOption((option) =>
        suggested('song', 'A track, such as Nightcall')(option).setRequired(true),
      ),
  )
  .addSubcommand((command) =>
    command
      .setName('remove')
      .setDescription('Take a track off the list')
      .addStringOption((option) =>
        suggested('song', 'A track on the list')(option).setRequired(true),
      ),
  )
  .addSubcommand((command) =>
    command.setName('top').setDescription('The most saved tracks').addBooleanOption(privateOption),
  )
  .addSubcommand((command) => command.setName('export').setDescription('The whole list as a file'))
  .toJSON();

export default {
  data,

  async execute(interaction: ChatInputCommandInteraction, context): Promise<Reply> {
    const subcommand = interaction.options.getSubcommand();
    switch (subcommand) {
      case 'add':
        return add(interaction.options.getString('song', true), interaction, context);
      case 'remove':
        return remove(interaction.options.getString('song', true), interaction, context);
      case 'export':
        return {
          ...notice(context.member.t('favourites.exported')),
          ...file(favouritesFile(await context.favourites.list(context.scope))),
        };
      default:
        return list(subcommand === 'top' ? 'top' : 'list', 0, context);
    }
  },

  async autocomplete(interaction, { catalog, favourites }) {
    const typed = interaction.options.getFocused();
    if (interaction.options.getSubcommand() === 'add') return suggestTracks(catalog, typed);
    const saved = await favourites.list(scopeOf(interaction));
    const wanted = typed.trim().toLowerCase();
    return saved
      .filter(({ label, ref }) => label.toLowerCase().includes(wanted) || ref === wanted)
      .slice(0, LIMITS.choices)
      .map(({ label, ref }) => choice(label, ref));
  },

  async component(interaction, [action, ...args], context): Promise<Reply> {
    switch (action) {
      case 'save':
        return saveEntry(context.catalog.track(args[0] ?? ''), interaction, context);
      case 'save-one':
        return saveEntry(context.catalog.track(selected(interaction) ?? ''), interaction, context);
      case 'page': {
        const [order, page] = args;
        return moveOn(
          context,
          await list(order === 'top' ? 'top' : 'list', pageArgument(page), context),
        );
      }
      default:
        throw stale(context, 'favorites list');
    }
  },
} satisfies Command;

const file = (data: Buffer) => ({ files: [{ name: 'favourites.json', data }] });

async function list(order: 'list' | 'top', page: number, context: Context): Promise<MessageReply> {
  const { favourites, scope, guild, catalog, mention } = context;
  return favouritesCard(catalog, await favourites.list(scope), faceOf(context), {
    order,
    page,
    limit: guild.favouritesLimit,
    shared: !scope.startsWith('dm-'),
    addMention: mention('favorites add'),
  });
}

async function add(
  typed: string,
  interaction: BaseInteraction,
  context: Context,
): Promise<MessageReply> {
  const found = context.catalog.resolveTrack(typed);
  const menuId = customId('favorites', 'save-one', 'found');
  if (found.kind === 'exact') return saveEntry(found.value, interaction, context);
  // Saving is not undone by a second look, so a guess is asked back.
  if (found.kind === 'none')
    return notInCatalog(typed, found.nearest.map(trackOption), menuId, context.member.t);
  const candidates =
    found.kind === 'guess' ? [found.value, ...found.alternatives] : found.candidates;
  return {
    ...ambiguous(typed, candidates.map(trackOption), menuId, context.member.t),
    private: true,
  };
}

const trackOption = ({ ref, track, title }: TrackEntry) => ({
  label: trackLabel(track),
  value: ref,
  description: titleLabel(title),
});

/** Anybody may save from anybody's card; only who saved is told. */
async function saveEntry(
  entry: TrackEntry | undefined,
  { user }: BaseInteraction,
  context: Context,
): Promise<MessageReply> {
  if (!entry) throw stale(context, 'soundtrack');
  const { catalog, favourites, scope, guild, mention } = context;
  const { t } = context.member;
  // What was saved before the catalog renamed it is the same track.
  const saved = (await favourites.list(scope)).find(({ ref }) => catalog.track(ref) === entry);
  const outcome = await favourites.add(scope, {
    ref: saved?.ref ?? entry.ref,
    label: trackLabel(entry.track),
    userId: user.id,
    limit: guild.favouritesLimit,
  });
  if (outcome.kind === 'full') {
    throw new UserError('list-full', { limit: outcome.limit, set: mention('settings set') });
  }
  return notice(
    t(`favourites.${outcome.kind}`, {
      track: plain(outcome.favourite.label),
      title: plain(titleLabel(entry.title)),
      count: outcome.count,
      limit: guild.favouritesLimit,
    }),
  );
}

async function remove(
  typed: string,
  interaction: BaseInteraction,
  context: Context,
): Promise<MessageReply> {
  const { favourites, scope, catalog, mention } = context;
  const { t } = context.member;
  const saved = await favourites.list(scope);
  const resolved = catalog.resolveTrack(typed);
  const wanted = typed.trim().toLowerCase();
  const match =
    saved.find(({ ref, label }) => ref === wanted || label.toLowerCase() === wanted) ??
    saved.find(({ ref }) => resolved.kind === 'exact' && catalog.track(ref) === resolved.value) ??
    onlyOne(saved.filter(({ label }) => wanted !== '' && label.toLowerCase().includes(wanted)));
  if (!match) throw new UserError('not-on-list', { typed, list: mention('favorites list') });
  const manage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const outcome = await favourites.remove(scope, {
    ref: match.ref,
    userId: interaction.user.id,
    manage,
  });
  const track = match.label;
  if (outcome.kind === 'absent')
    throw new UserError('not-on-list', { typed, list: mention('favorites list') });
  if (outcome.kind === 'not-yours') throw new UserError('not-yours', { track });
  return notice(t(`favourites.${outcome.kind}`, { track: plain(track) }));
}

const onlyOne = <T>(items: readonly T[]): T | undefined =>
  items.length === 1 ? items[0] : undefined;
