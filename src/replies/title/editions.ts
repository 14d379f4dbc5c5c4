import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Title } from '../../catalog/schema.ts';
import { row, text } from '../components.ts';
import type { Face } from '../face.ts';
import { plain } from '../markdown.ts';
import { albumLine } from './overview.ts';
import { heading, sourceLine, viewButtons } from './views.ts';

/** The albums of a title, and what is good to know of them: what is missing, mixed up or disputed. */
export function editions(title: Title, face: Face): APIComponentInContainer[] {
  const { t } = face;
  const albums = title.albums.map(
    (album) => `• ${albumLine(album, face)} — *${t(`editions.${album.kind}`)}*`,
  );
  const notes = title.notes.map((note) => `• ${plain(note.text)}`);
  return [
    heading(title, t('editions.heading')),
    text(albums.join('\n')),
    ...(notes.length > 0 ? [text([`### ${t('editions.notes')}`, ...notes].join('\n'))] : []),
    row(...viewButtons(title, 'editions', face)),
    sourceLine(title, face),
  ];
}
