import type { APIComponentInContainer, APIContainerComponent } from 'discord-api-types/v10';
import type { Catalog } from '../../catalog/catalog.ts';
import { Kept } from '../../catalog/kept.ts';
import type { Title } from '../../catalog/schema.ts';
import { container } from '../components.ts';
import { customId } from '../custom-id.ts';
import { disclosure } from '../disclosure.ts';
import type { Face } from '../face.ts';
import { titleLabel } from '../format.ts';
import type { MessageReply } from '../reply.ts';
import { editions } from './editions.ts';
import { overview } from './overview.ts';
import { scenes } from './scenes.ts';
import { similar, titleOption } from './similar.ts';
import { score, tracks } from './tracks.ts';
import type { TitleView } from './views.ts';

export interface TitleCardOptions {
  readonly view: TitleView;
  /** From 0; the nearest there is when out of range. */
  readonly page?: number;
  /** What the member typed, when the title is our guess at it: the card says so. */
  readonly guessedFrom?: string;
  /** Others it could be: a switch to them is offered. */
  readonly alternatives?: readonly Title[];
}

/** The card of a title, in one of its views. */
export function titleCard(
  catalog: Catalog,
  title: Title,
  face: Face,
  options: TitleCardOptions,
): MessageReply {
  return {
    kind: 'message',
    components: [
      ...disclosure(
        {
          name: titleLabel(title),
          guessedFrom: options.guessedFrom,
          others: (options.alternatives ?? []).map((other) => titleOption(other, face.t)),
          menuId: customId('soundtrack', 'choose', options.view),
        },
        face.t,
      ),
      drawn(catalog, title, face, options),
    ],
  };
}

/** Cards kept drawn, by the kind of reader that they are for. */
const KEPT_CARDS = 2000;
const cards = new WeakMap<Catalog, Kept<APIContainerComponent>>();

function drawn(
  catalog: Catalog,
  title: Title,
  face: Face,
  options: TitleCardOptions,
): APIContainerComponent {
  const kept = cards.get(catalog) ?? new Kept<APIContainerComponent>(KEPT_CARDS);
  cards.set(catalog, kept);
  const key = [title.id, options.view, options.page ?? 0, face.locale, face.spoilers].join(' ');
  return kept.get(key, () => container(title.accent, ...body(catalog, title, face, options)));
}

function body(
  catalog: Catalog,
  title: Title,
  face: Face,
  { view, page = 0 }: TitleCardOptions,
): APIComponentInContainer[] {
  switch (view) {
    case 'overview':
      return overview(catalog, title, face);
    case 'tracks':
      return tracks(catalog, title, face, page);
    case 'scenes':
      return scenes(catalog, title, face, page);
    case 'score':
      return score(catalog, title, face, page);
    case 'editions':
      return editions(title, face);
    case 'similar':
      return similar(catalog, title, face);
  }
}
