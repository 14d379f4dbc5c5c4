import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Album, Title } from '../../catalog/schema.ts';
import { picksOf } from '../../recommend/tracks.ts';
import { button, row, section, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import type { Face } from '../face.ts';
import { clockLength, creditLine, listing, makers, titleLabel, totalLength } from '../format.ts';
import { bold, italic, plain, subtext } from '../markdown.ts';
import { sourceLine, viewButtons } from './views.ts';

/** The whole card of a title: what is on it, who made it, what to play first, why it fits. */
export function overview(catalog: Catalog, title: Title, face: Face): APIComponentInContainer[] {
  return [
    text(
      [`# ${plain(titleLabel(title))}`, credits(title, face), subtext(tags(title, face))].join(
        '\n',
      ),
    ),
    separator(),
    text(`### ${face.t('card.playFirst')}`),
    ...picksOf(catalog, title).map(({ entry, reason }, index) => {
      const { track, ref } = entry;
      const length = track.length === undefined ? '' : ` · ${clockLength(track.length)}`;
      const credit = creditLine(track.artists);
      const name = `**${index + 1}. ${plain(track.title)}**${credit ? ` — ${plain(credit)}` : ''}${length}`;
      const save = button(face.t('button.save'), customId('favorites', 'save', ref), {
        emoji: '❤️',
      });
      return section(reason ? `${name}\n${plain(reason)}` : name, save);
    }),
    separator(),
    text(
      [
        ...theme(title),
        `### ${face.t('card.whyItFits')}`,
        plain(title.why),
        ...awards(title, face),
        ...postscript(catalog, title, face),
      ].join('\n'),
    ),
    row(...viewButtons(title, 'overview', face)),
    sourceLine(
      title,
      face,
      title.albums
        .slice(0, 2)
        .map((album) => albumLine(album, face))
        .join('\n'),
    ),
  ];
}

function credits(title: Title, { t, locale }: Face): string {
  const score =
    title.composers.length > 0
      ? t('card.score', { composers: listing(title.composers.map(bold), locale) })
      : t('card.noScore');
  const made = makers(title);
  const verb = { film: 'card.directed', series: 'card.created', game: 'card.developed' } as const;
  if (made.length === 0) return score;
  return `${score} · ${t(verb[title.kind], { names: listing(made.map(plain), locale) })}`;
}

const tags = (title: Title, { t }: Face): string =>
  [t(`kind.${title.kind}`), ...title.moods, ...title.genres].map(plain).join(' · ');

/** The short phrase that voices the title's theme, credited. */
function theme(title: Title): string[] {
  const track = title.albums.flatMap((album) => album.tracks).find(({ lyric }) => lyric?.theme);
  if (!track?.lyric?.theme) return [];
  return [
    `> “${plain(track.lyric.phrase)}”`,
    `> ${subtext(`${italic(track.title)}, ${plain(track.lyric.credit)} — ${plain(track.lyric.theme)}`)}`,
  ];
}

/** The newest that is known of whoever performs the picks: what a friend would add at the end. */
function postscript(catalog: Catalog, title: Title, { t }: Face): string[] {
  const performers = new Set(
    picksOf(catalog, title).flatMap(({ entry }) => entry.track.artists.map(({ name }) => name)),
  );
  const items = catalog.artists
    .filter(({ name }) => performers.has(name))
    .flatMap((artist) => artist.news.map((item) => ({ artist: artist.name, ...item })));
  const [newest] = items.toSorted((a, b) => b.date.localeCompare(a.date));
  if (!newest) return [];
  const { artist, date, text: what } = newest;
  return [`\n${t('card.postscript', { artist: bold(artist), date, text: plain(what) })}`];
}

function awards(title: Title, { t }: Face): string[] {
  if (title.awards.length === 0) return [];
  const lines = title.awards
    .toSorted((a, b) => Number(b.result === 'won') - Number(a.result === 'won'))
    .slice(0, 4)
    .map(({ result, name, category, song }) => {
      const what = song ? `${category} (“${song}”)` : category;
      return `${result === 'won' ? '🏆' : '·'} ${plain(name)}, ${plain(what)} — ${t(`card.${result}`)}`;
    });
  return [`### ${t('card.awards')}`, ...lines];
}

/** "Drive (Original Motion Picture Soundtrack) · Lakeshore · 2011 · 19 tracks · 1 h 10 min". */
export function albumLine(album: Album, { t }: Face): string {
  const count = album.tracks.length;
  const lengths = album.tracks.flatMap(({ length }) => length ?? []);
  return [
    plain(album.title),
    album.edition && plain(album.edition),
    album.label && plain(album.label),
    album.released?.slice(0, 4),
    t(album.complete ? 'card.tracks' : 'card.partial', { count }),
    album.complete &&
      lengths.length === count &&
      totalLength(
        lengths.reduce((a, b) => a + b, 0),
        t,
      ),
  ]
    .filter(Boolean)
    .join(' · ');
}
