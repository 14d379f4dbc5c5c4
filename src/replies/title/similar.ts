import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Title } from '../../catalog/schema.ts';
import type { Translate } from '../../i18n/translate.ts';
import { similarTitles } from '../../recommend/similar.ts';
import { bondLine } from '../because-line.ts';
import { row, type SelectOption, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import type { Face } from '../face.ts';
import { makers, titleLabel } from '../format.ts';
import { bold, plain } from '../markdown.ts';
import { heading, viewButtons } from './views.ts';

const SHOWN = 6;

/** The titles closest to one, each with what they share. */
export function similar(catalog: Catalog, title: Title, face: Face): APIComponentInContainer[] {
  const { t } = face;
  const close = similarTitles(catalog, [title]).slice(0, SHOWN);
  const name = plain(titleLabel(title));
  if (close.length === 0) {
    return [
      heading(title),
      text(t('similar.none', { title: name })),
      row(...viewButtons(title, 'similar', face)),
    ];
  }
  const lines = close.map(
    (other) => `${bold(titleLabel(other.title))} — ${bondLine(other.bonds, face)}`,
  );
  return [
    text(`# ${t('similar.heading', { title: name })}`),
    text(lines.join('\n')),
    select(
      customId('soundtrack', 'open', title.id),
      t('similar.open'),
      close.map((other) => titleOption(other.title, t)),
    ),
    row(...viewButtons(title, 'similar', face)),
  ];
}

/** A title as an option of a menu: its year always shown, its makers to tell namesakes apart. */
export function titleOption(title: Title, t: Translate): SelectOption {
  const names = [...makers(title), ...title.composers];
  return {
    label: titleLabel(title),
    value: title.id,
    description: [t(`kind.${title.kind}`), ...new Set(names)].join(' · '),
  };
}
