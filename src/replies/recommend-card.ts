import type { Wish } from '../recommend/recommend.ts';
import type { Recommendation } from '../recommend/tracks.ts';
import { becauseLine } from './because-line.ts';
import { button, container, section, select, separator, text } from './components.ts';
import { customId } from './custom-id.ts';
import type { Face } from './face.ts';
import { titleLabel, trackLabel } from './format.ts';
import { plain, subtext } from './markdown.ts';
import type { MessageReply } from './reply.ts';
import { titleOption } from './title/similar.ts';

/** Tracks to play, each with its reason and a save button. */
export function recommendCard(
  wish: Wish,
  recommendations: readonly Recommendation[],
  wanted: number,
  face: Face,
): MessageReply {
  const { t } = face;
  const count = recommendations.length;
  const titles = [
    ...new Map(recommendations.map(({ entry }) => [entry.title.id, entry.title])).values(),
  ];
  const accent = recommendations[0]?.entry.title.accent;
  const menu = select(
    customId('soundtrack', 'open', 'recommended'),
    t('recommend.open'),
    titles.map((title) => titleOption(title, t)),
  );
  return {
    kind: 'message',
    components: [
      container(
        accent,
        text(`## ${headline(wish, count, face)}`),
        ...recommendations.map((recommendation, index) =>
          section(
            described(recommendation, index, wish, face),
            button(t('button.save'), customId('favorites', 'save', recommendation.entry.ref), {
              emoji: '❤️',
            }),
          ),
        ),
        ...(count < wanted ? [text(subtext(t('recommend.fewer', { count })))] : []),
        separator(),
        ...(titles.length > 0 ? [menu] : []),
      ),
    ],
  };
}

function headline(wish: Wish, count: number, { t }: Face): string {
  switch (wish.kind) {
    case 'title':
    case 'like':
      return t(`recommend.${wish.kind}`, { count, title: plain(titleLabel(wish.title)) });
    case 'tag':
      return t(wish.of === 'moods' ? 'recommend.tag' : 'recommend.genre', {
        count,
        word: plain(wish.word),
      });
    case 'artist':
      return t('recommend.artist', { count, artist: plain(wish.artist.name) });
    case 'favourites':
    case 'best':
      return t(`recommend.${wish.kind}`, { count });
  }
}

function described(
  { entry, because, reason }: Recommendation,
  index: number,
  wish: Wish,
  face: Face,
): string {
  const { t } = face;
  const source =
    wish.kind === 'title'
      ? ''
      : ` · *${t('recommend.from', { title: plain(titleLabel(entry.title)) })}*`;
  return [
    `**${index + 1}. ${plain(trackLabel(entry.track))}**${source}`,
    ...(reason ? [plain(reason)] : []),
    subtext(because.map((one) => becauseLine(one, face)).join(' · ')),
  ].join('\n');
}
