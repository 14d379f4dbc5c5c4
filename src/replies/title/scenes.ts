import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Cue, Title } from '../../catalog/schema.ts';
import { row, text } from '../components.ts';
import type { Face } from '../face.ts';
import { titleLabel, trackLabel } from '../format.ts';
import { plain, spoiler, subtext } from '../markdown.ts';
import { pageButtons, paginate } from '../pages.ts';
import { heading, sourceLine, viewButtons, viewId } from './views.ts';

const PAGE_SIZE = 8;

/** What plays when, in the order of the film; what gives something away is behind a spoiler bar. */
export function scenes(
  catalog: Catalog,
  title: Title,
  face: Face,
  page: number,
): APIComponentInContainer[] {
  const { t } = face;
  if (title.cues.length === 0) {
    return [
      heading(title, t('scenes.heading')),
      text(t('scenes.none', { title: plain(titleLabel(title)) })),
      row(...viewButtons(title, 'scenes', face)),
      sourceLine(title, face),
    ];
  }
  const ordered = title.cues.toSorted((a, b) => a.order - b.order);
  const shown = paginate(ordered, PAGE_SIZE, page);
  const buttons = pageButtons(shown, t, (index, via) => viewId(title, 'scenes', index, via));
  const hidden = face.spoilers === 'hide' && shown.items.some((cue) => cue.spoiler);
  return [
    heading(title, t('scenes.heading')),
    text(shown.items.map((cue) => cueLine(catalog, title, cue, face)).join('\n\n')),
    ...(hidden ? [text(subtext(t('scenes.spoilers')))] : []),
    ...(buttons.length > 0 ? [row(...buttons)] : []),
    row(...viewButtons(title, 'scenes', face)),
    sourceLine(title, face),
  ];
}

/** "**Nightcall — Kavinsky** · Opening", the moment, and how sure we are of it. */
function cueLine(catalog: Catalog, title: Title, cue: Cue, { t, spoilers }: Face): string {
  const entry = cue.track === undefined ? undefined : catalog.track(`${title.id}/${cue.track}`);
  const music = entry?.track ?? cue.song;
  const moment =
    cue.spoiler && spoilers === 'hide' ? spoiler(plain(cue.moment)) : plain(cue.moment);
  const where = cue.where === 'film' ? t(`scenes.${title.kind}`) : t(`scenes.${cue.where}`);
  const remarks = [
    ...(cue.song ? [t('scenes.notOnAlbum')] : []),
    ...(cue.confidence === 'high' ? [] : [t(`scenes.${cue.confidence}`)]),
    ...(cue.disputed ? [t('card.disputed', { text: plain(cue.disputed) })] : []),
  ];
  const name = music ? plain(trackLabel(music)) : '';
  const first = `**${name}** · ${where}\n${moment}`;
  return remarks.length > 0 ? `${first}\n${subtext(remarks.join(' · '))}` : first;
}
