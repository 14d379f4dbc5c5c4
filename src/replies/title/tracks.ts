import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Catalog, TrackEntry } from '../../catalog/catalog.ts';
import type { Title } from '../../catalog/schema.ts';
import { row, select, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import type { Face } from '../face.ts';
import { clockLength, creditLine, titleLabel } from '../format.ts';
import { plain, subtext } from '../markdown.ts';
import { type Page, pageButtons, paginate } from '../pages.ts';
import { albumLine } from './overview.ts';
import { heading, sourceLine, type TitleView, viewButtons, viewId } from './views.ts';

/** Tracks of one page: short enough to read at once on a phone, and to save from one menu. */
const PAGE_SIZE = 10;

/** The track lists of a title's albums, paged. */
export function tracks(
  catalog: Catalog,
  title: Title,
  face: Face,
  page: number,
): APIComponentInContainer[] {
  const shown = paginate(catalog.tracksOf(title), PAGE_SIZE, page);
  return trackPage(title, 'tracks', face.t('tracks.heading'), shown, face);
}

/** The score's tracks alone, paged. */
export function score(
  catalog: Catalog,
  title: Title,
  face: Face,
  page: number,
): APIComponentInContainer[] {
  const { t } = face;
  const entries = catalog.tracksOf(title).filter(({ track }) => track.kind === 'score');
  if (entries.length === 0) {
    const key = title.composers.length === 0 ? 'score.none' : 'score.noTracks';
    return [
      heading(title, t('score.heading')),
      text(t(key, { title: plain(titleLabel(title)) })),
      row(...viewButtons(title, 'score', face)),
      sourceLine(title, face),
    ];
  }
  return trackPage(title, 'score', t('score.heading'), paginate(entries, PAGE_SIZE, page), face);
}

function trackPage(
  title: Title,
  view: TitleView,
  name: string,
  page: Page<TrackEntry>,
  face: Face,
): APIComponentInContainer[] {
  const { t } = face;
  const buttons = pageButtons(page, t, (index, via) => viewId(title, view, index, via));
  const partial = page.items.some(({ album }) => !album.complete);
  return [
    heading(title, name),
    text(grouped(page.items, face)),
    ...(partial ? [text(subtext(t('tracks.partial')))] : []),
    separator(),
    select(
      customId('favorites', 'save-one', title.id, page.index),
      t('tracks.save'),
      page.items.map(({ ref, track }) => ({
        label: track.title,
        value: ref,
        description: creditLine(track.artists),
      })),
    ),
    ...(buttons.length > 0 ? [row(...buttons)] : []),
    row(...viewButtons(title, view, face)),
    sourceLine(
      title,
      face,
      page.count > 1 ? t('tracks.page', { page: page.index + 1, pages: page.count }) : '',
    ),
  ];
}

/** Lines under the album, and disc, that they belong to. */
function grouped(entries: readonly TrackEntry[], face: Face): string {
  const lines: string[] = [];
  let album = '';
  let disc: number | undefined;
  for (const entry of entries) {
    if (entry.album.id !== album) {
      album = entry.album.id;
      disc = undefined;
      lines.push(`**${albumLine(entry.album, face)}**`);
    }
    if (entry.track.disc !== disc && entry.track.disc !== undefined) {
      disc = entry.track.disc;
      lines.push(`*${face.t('tracks.disc', { disc })}*`);
    }
    lines.push(line(entry));
  }
  return lines.join('\n');
}

function line({ album, track }: TrackEntry): string {
  const credit = creditLine(track.artists);
  const length = track.length === undefined ? '' : ` \`${clockLength(track.length)}\``;
  // A number in a list that may have gaps would be a claim that nobody checked.
  const number = album.complete ? `${track.number}\\.` : '•';
  return `${number} **${plain(track.title)}**${credit ? ` — ${plain(credit)}` : ''}${length}`;
}
