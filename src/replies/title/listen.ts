import type { Catalog, TrackEntry } from '../../catalog/catalog.ts';
import type { Title } from '../../catalog/schema.ts';
import { container, linkButton, rows, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import type { Face } from '../face.ts';
import { creditLine, titleLabel, trackLabel } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { albumLinks, type NamedLink, trackLinks, watchLinks } from '../links.ts';
import { plain, subtext } from '../markdown.ts';
import type { MessageReply } from '../reply.ts';

/** Where to hear a title's album, or one track of it; private, since it is for who wants to listen now. */
export function listenCard(
  catalog: Catalog,
  title: Title,
  face: Face,
  entry?: TrackEntry,
): MessageReply {
  const { t, services, region } = face;
  const [album] = title.albums;
  const links = entry
    ? trackLinks(entry.track, services, region)
    : album
      ? albumLinks(title, album, services, region)
      : [];
  const what = entry ? trackLabel(entry.track) : titleLabel(title);
  const picked = new Set(title.picks.map(({ track }) => `${title.id}/${track}`));
  const entries = catalog.tracksOf(title);
  const ordered = [
    ...entries.filter(({ ref }) => picked.has(ref)),
    ...entries.filter(({ ref }) => !picked.has(ref)),
  ];
  return {
    kind: 'message',
    private: true,
    components: [
      container(
        title.accent,
        text(`## ${t('listen.heading', { what: plain(what) })}`),
        ...linkRows(links),
        select(
          customId('soundtrack', 'listen-track', title.id),
          t('listen.pick'),
          ordered.slice(0, LIMITS.selectOptions).map(({ ref, track }) => ({
            label: track.title,
            value: ref,
            description: creditLine(track.artists),
            selected: ref === entry?.ref,
          })),
        ),
        text(subtext(t('listen.varies'))),
      ),
    ],
  };
}

/** Where to watch a title: searches, never a claim that it is there. */
export function watchCard(title: Title, { t, region }: Face): MessageReply {
  return {
    kind: 'message',
    private: true,
    components: [
      container(
        title.accent,
        text(`## ${t('watch.heading', { title: plain(titleLabel(title)) })}`),
        ...linkRows(watchLinks(title, region)),
        text(subtext(t('watch.varies'))),
      ),
    ],
  };
}

export const linkRows = (links: readonly NamedLink[]) =>
  rows(links.map(({ name, url }) => linkButton(name, url)));
