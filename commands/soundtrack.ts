import { type ChatInputCommandInteraction, SlashCommandBuilder } from 'discord.js';
import type { Command, Context } from '../src/bot/command.ts';
import type { Title } from '../src/catalog/schema.ts';
import { ambiguous, notInCatalog, titleOptions } from '../src/replies/choice.ts';
import { customId } from '../src/replies/custom-id.ts';
import { pageArgument } from '../src/replies/pages.ts';
import type { MessageReply, Reply } from '../src/replies/reply.ts';
import { titleCard } from '../src/replies/title/card.ts';
import { listenCard, watchCard } from '../src/replies/title/listen.ts';
import { isTitleView, TITLE_VIEWS, type TitleView } from '../src/replies/title/views.ts';
import { selected, stale } from './_components.ts';
import { asMember, faceOf, moveOn } from './_face.ts';
import { EVERYWHERE, INSTALLS, OFFERED, privateOption, suggested } from './_options.ts';
import { suggestTitles } from './_suggest.ts';

const data = new SlashCommandBuilder()
  .setName('soundtrack')
  .setDescription('A soundtrack: what is on it, who made it, why it fits, what to play first')
  .setContexts(...EVERYWHERE)
  .setIntegrationTypes(...INSTALLS)
  .addStringOption((option) =>
    suggested('title', 'A film, series or game, such as Drive')(option).setRequired(true),
  )
  .addStringOption((option) =>
    option
      .setName('view')
      .setDescription('What to show of it (default: overview)')
      .addChoices(
        ...TITLE_VIEWS.filter((view) => view !== 'similar').map((view) => ({
          name: view,
          value: view,
        })),
      ),
  )
  .addBooleanOption(privateOption)
  .toJSON();

export default {
  data,

  async execute(interaction: ChatInputCommandInteraction, context) {
    const view = interaction.options.getString('view') ?? undefined;
    return answer(
      interaction.options.getString('title', true),
      isTitleView(view) ? view : 'overview',
      context,
    );
  },

  autocomplete: (interaction, { catalog }) =>
    suggestTitles(catalog, interaction.options.getFocused()),

  async component(interaction, [action, ...args], context): Promise<Reply> {
    const { catalog } = context;
    // A copy for somebody else, and what is for the moment only, is seen by the member alone.
    const own = faceOf(asMember(context));
    const face = context.ownsMessage ? faceOf(context) : own;
    switch (action) {
      case 'view': {
        const [id, view, page] = args;
        const title = titleOf(id, context);
        if (!isTitleView(view)) throw stale(context, 'soundtrack');
        return moveOn(context, titleCard(catalog, title, face, { view, page: pageArgument(page) }));
      }
      case 'choose': {
        const [view] = args;
        const title = titleOf(selected(interaction), context);
        return moveOn(
          context,
          titleCard(catalog, title, face, { view: isTitleView(view) ? view : 'overview' }),
        );
      }
      case 'open':
        // The list that the menu stands under stays: who opens a card from it gets their own.
        return {
          ...titleCard(catalog, titleOf(selected(interaction), context), own, {
            view: 'overview',
          }),
          private: true,
        };
      case 'listen':
        return listenCard(catalog, titleOf(args[0], context), own);
      case 'listen-track': {
        const entry = catalog.track(selected(interaction) ?? '');
        if (!entry) throw stale(context, 'soundtrack');
        return { ...listenCard(catalog, entry.title, own, entry), update: true };
      }
      case 'watch':
        return watchCard(titleOf(args[0], context), own);
      default:
        throw stale(context, 'soundtrack');
    }
  },
} satisfies Command;

function answer(typed: string, view: TitleView, context: Context): MessageReply {
  const { catalog, t } = context;
  const face = faceOf(context);
  const resolution = catalog.resolveTitle(typed);
  const chooseId = customId('soundtrack', 'choose', view);
  switch (resolution.kind) {
    case 'exact':
      return titleCard(catalog, resolution.value, face, {
        view,
        alternatives: resolution.alternatives.slice(0, OFFERED),
      });
    case 'guess':
      return titleCard(catalog, resolution.value, face, {
        view,
        guessedFrom: typed,
        alternatives: resolution.alternatives.slice(0, OFFERED),
      });
    case 'ambiguous':
      return ambiguous(typed, titleOptions(resolution.candidates, t), chooseId, t);
    case 'none':
      return notInCatalog(
        typed,
        titleOptions(resolution.nearest, context.member.t),
        chooseId,
        context.member.t,
      );
  }
}

/** @throws UserError when a custom id or a menu's value names no title: forged, or of an older catalog */
function titleOf(id: string | undefined, context: Context): Title {
  const title = id === undefined ? undefined : context.catalog.title(id);
  if (!title) throw stale(context, 'soundtrack');
  return title;
}
