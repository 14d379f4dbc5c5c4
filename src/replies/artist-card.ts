import type { Artist, Catalog, TrackEntry } from '../catalog/catalog.ts';
import type { Title } from '../catalog/schema.ts';
import { tracksOfArtist } from '../recommend/tracks.ts';
import { button, container, section, select, separator, text } from './components.ts';
import { customId } from './custom-id.ts';
import type { Face } from './face.ts';
import { listing, titleLabel } from './format.ts';
import { link, plain, subtext } from './markdown.ts';
import type { MessageReply } from './reply.ts';
import { titleOption } from './title/similar.ts';

const SHOWN_TRACKS = 3;
const SHOWN_NEWS = 6;

/** How often members of this server saved a track, by ref. */
export type SaveCounts = ReadonlyMap<string, number>;

/** Who somebody is to a soundtrack listener: titles by year, most loved tracks, where to start, news. */
export function artistCard(
  catalog: Catalog,
  artist: Artist,
  face: Face,
  saves: SaveCounts,
): MessageReply {
  const { t, locale } = face;
  const titles = new Map(
    [...creditedIn(artist), ...artist.directed].map((title) => [title.id, title]),
  );
  const head = [
    `# ${plain(artist.name)}`,
    ...(artist.line ? [plain(artist.line)] : []),
    ...(artist.members.length > 0
      ? [subtext(t('artist.members', { members: listing(artist.members.map(plain), locale) }))]
      : []),
  ];
  const lists = [
    ...titleList(t('artist.composed'), artist.composed),
    ...titleList(t('artist.songs'), appearsOn(artist)),
    ...titleList(t('artist.heard'), artist.heard),
    ...titleList(t('artist.directed'), artist.directed),
  ];
  const [first] = titles.values();
  return {
    kind: 'message',
    components: [
      container(
        (artist.startHere?.title ?? first)?.accent,
        text(head.join('\n')),
        ...(lists.length > 0 ? [text(lists.join('\n'))] : []),
        ...startHere(startWith(catalog, artist, saves), saves, face),
        ...news(artist, face),
        ...(titles.size > 0
          ? [
              select(
                customId('soundtrack', 'open', 'artist'),
                t('recommend.open'),
                [...titles.values()].map((title) => titleOption(title, t)),
              ),
            ]
          : []),
        ...sourceText(artist, [...titles.values()], face),
      ),
    ],
  };
}

/** Where to start, then what the server loves most, then the best of each title. */
function startWith(catalog: Catalog, artist: Artist, saves: SaveCounts): TrackEntry[] {
  const loved = artist.tracks
    .filter(({ ref }) => saves.has(ref))
    .toSorted((a, b) => (saves.get(b.ref) ?? 0) - (saves.get(a.ref) ?? 0));
  const own = tracksOfArtist(catalog, artist).map(({ entry }) => entry);
  const all = [...(artist.startHere ? [artist.startHere] : []), ...loved, ...own, ...artist.tracks];
  return [...new Map(all.map((entry) => [entry.ref, entry])).values()].slice(0, SHOWN_TRACKS);
}

/** Left out for who has no track here, such as most directors. */
function startHere(entries: readonly TrackEntry[], saves: SaveCounts, face: Face) {
  if (entries.length === 0) return [];
  return [
    separator(),
    text(`### ${face.t('artist.startHere')}`),
    ...entries.map((entry) => trackSection(entry, saves, face)),
  ];
}

function trackSection({ ref, title, track }: TrackEntry, saves: SaveCounts, { t }: Face) {
  const count = saves.get(ref);
  const saved = count === undefined ? '' : `\n${subtext(t('artist.saved', { count }))}`;
  const reason = title.picks.find((pick) => pick.track === track.id)?.reason;
  const lines = `**${plain(track.title)}** · ${plain(titleLabel(title))}${reason ? `\n${plain(reason)}` : ''}${saved}`;
  return section(
    lines,
    button(t('button.save'), customId('favorites', 'save', ref), { emoji: '❤️' }),
  );
}

function appearsOn(artist: Artist): Title[] {
  const composed = new Set(artist.composed.map(({ id }) => id));
  const titles = new Map(artist.tracks.map(({ title }) => [title.id, title]));
  return [...titles.values()].filter(({ id }) => !composed.has(id)).sort((a, b) => a.year - b.year);
}

function titleList(name: string, titles: readonly Title[]): string[] {
  if (titles.length === 0) return [];
  return [`### ${name}`, titles.map((title) => plain(titleLabel(title))).join(' · ')];
}

/** What a dated source said, newest first, as the first blog post's P.S. did. */
function news(artist: Artist, { t }: Face) {
  if (artist.news.length === 0) return [];
  const lines = artist.news.slice(0, SHOWN_NEWS).map((item) => {
    const cited = artist.sources.filter((source) => item.sources.includes(source.id));
    const links = cited.map((source) => link(source.title, source.url)).join(' · ');
    return `**${item.date}** — ${plain(item.text)}${links ? `\n${subtext(links)}` : ''}`;
  });
  return [text([`### ${t('artist.news')}`, ...lines].join('\n'))];
}

function sourceText(artist: Artist, titles: readonly Title[], { t }: Face) {
  const cited =
    artist.sources.length > 0
      ? artist.sources
      : titles.flatMap(({ sources }) => sources.slice(0, 1));
  if (cited.length === 0) return [];
  const named = cited.slice(0, 3).map((source) => link(source.title, source.url));
  return [text(subtext(t('card.sources', { sources: named.join(' · ') })))];
}

/** Titles with their music, those they scored first. */
const creditedIn = (artist: Artist): Title[] => [
  ...new Set([...artist.composed, ...artist.tracks.map(({ title }) => title), ...artist.heard]),
];

export const artistOption = (artist: Artist) => ({
  label: artist.name,
  value: artist.id,
  description: [...new Set([...creditedIn(artist), ...artist.directed])]
    .slice(0, 3)
    .map(titleLabel)
    .join(', '),
});
