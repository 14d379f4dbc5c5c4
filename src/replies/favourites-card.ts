import type { Catalog } from '../catalog/catalog.ts';
import type { Favourite } from '../stores/favourites.ts';
import { container, row, select, text } from './components.ts';
import { customId } from './custom-id.ts';
import type { Face } from './face.ts';
import { titleLabel } from './format.ts';
import { bold, plain, subtext } from './markdown.ts';
import { pageButtons, paginate } from './pages.ts';
import type { MessageReply } from './reply.ts';
import { titleOption } from './title/similar.ts';

const PAGE_SIZE = 10;
const NAMED_SAVERS = 3;

export interface FavouritesCardOptions {
  readonly order: 'list' | 'top';
  readonly page: number;
  readonly limit: number;
  /** False in a direct message, where the list is one member's own. */
  readonly shared: boolean;
  /** Clickable mention of `/favorites add`. */
  readonly addMention: string;
}

/** The shared list: in the order of saving, or the most saved first. */
export function favouritesCard(
  catalog: Catalog,
  favourites: readonly Favourite[],
  face: Face,
  { order, page, limit, shared, addMention }: FavouritesCardOptions,
): MessageReply {
  const { t } = face;
  const name =
    order === 'top'
      ? t('favourites.top')
      : t(shared ? 'favourites.heading' : 'favourites.headingDm');
  if (favourites.length === 0) {
    const empty = text(t('favourites.empty', { add: addMention }));
    return { kind: 'message', components: [container(undefined, text(`## ${name}`), empty)] };
  }
  const sorted =
    order === 'top'
      ? favourites.toSorted((a, b) => b.savedBy.length - a.savedBy.length)
      : favourites;
  const shown = paginate(sorted, PAGE_SIZE, page);
  const buttons = pageButtons(shown, t, (index, via) =>
    customId('favorites', 'page', order, index, via),
  );
  const titles = new Map(
    shown.items
      .flatMap(({ ref }) => catalog.track(ref)?.title ?? [])
      .map((title) => [title.id, title]),
  );
  const [first] = titles.values();
  return {
    kind: 'message',
    components: [
      container(
        first?.accent,
        text(`## ${name}`),
        text(
          shown.items
            .map((favourite, index) =>
              entryLine(catalog, favourite, shown.index * PAGE_SIZE + index + 1, face),
            )
            .join('\n'),
        ),
        ...(buttons.length > 0 ? [row(...buttons)] : []),
        ...(titles.size > 0
          ? [
              select(
                customId('soundtrack', 'open', 'favourites'),
                t('recommend.open'),
                [...titles.values()].map((title) => titleOption(title, t)),
              ),
            ]
          : []),
        text(subtext(t('favourites.count', { count: favourites.length, limit }))),
      ),
    ],
  };
}

function entryLine(catalog: Catalog, favourite: Favourite, number: number, { t }: Face): string {
  const entry = catalog.track(favourite.ref);
  const label = entry
    ? `${bold(favourite.label)} · ${plain(titleLabel(entry.title))}`
    : t('favourites.gone', { label: plain(favourite.label) });
  const savers = favourite.savedBy.slice(0, NAMED_SAVERS).map(({ userId, at }) =>
    t('favourites.savedBy', {
      member: `<@${userId}>`,
      when: `<t:${Math.floor(Date.parse(at) / 1000)}:R>`,
    }),
  );
  const more = favourite.savedBy.length - savers.length;
  const by = [...savers, ...(more > 0 ? [t('favourites.more', { count: more })] : [])].join(', ');
  return `${number}\\. ${label}\n${subtext(by)}`;
}

/** The list as a file of its own, readable by people and programs. */
export function favouritesFile(favourites: readonly Favourite[]): Buffer {
  return Buffer.from(
    `${JSON.stringify({ format: 'soundtrack-bot favourites', version: 1, favourites }, null, 2)}\n`,
  );
}
