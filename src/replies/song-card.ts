import type { Song, SongAppearance } from '../catalog/catalog.ts';
import { button, container, row, select, separator, text } from './components.ts';
import { customId } from './custom-id.ts';
import type { Face } from './face.ts';
import { creditLine, listing, titleLabel, trackLabel } from './format.ts';
import { trackLinks } from './links.ts';
import { bold, italic, link, plain, spoiler, subtext } from './markdown.ts';
import type { MessageReply } from './reply.ts';
import { linkRows } from './title/listen.ts';
import { titleOption } from './title/similar.ts';

/** How many titles a song's card tells of; more are in the menu. */
const TOLD_APPEARANCES = 8;

/** Which titles use a song, who performs and wrote it, at which moment, on which album. */
export function songCard(song: Song, face: Face, namesakes: readonly Song[]): MessageReply {
  const { t, locale } = face;
  const entry = song.appearances.find((appearance) => appearance.entry)?.entry;
  const lyric = song.appearances.map((appearance) => appearance.entry?.track.lyric).find(Boolean);
  const writers = [...new Set(song.writers.map(({ name }) => plain(name)))];
  // Empty where all that is known is who wrote it.
  const by = creditLine(song.performers);
  const head = [
    `# ${plain(song.name)}`,
    ...(by ? [t('song.by', { artists: plain(by) })] : []),
    ...(writers.length > 0
      ? [subtext(t('song.written', { writers: listing(writers, locale) }))]
      : []),
    ...(lyric ? [`> “${plain(lyric.phrase)}”\n> ${subtext(plain(lyric.credit))}`] : []),
  ];
  const links = trackLinks(
    { title: song.name, artists: [...song.performers], ids: entry?.track.ids },
    face.services,
    face.region,
  );
  return {
    kind: 'message',
    components: [
      container(
        song.appearances[0]?.title.accent,
        text(head.join('\n')),
        separator(),
        text(
          [
            `### ${t('song.heard')}`,
            ...song.appearances.slice(0, TOLD_APPEARANCES).map((one) => appearanceLine(one, face)),
          ].join('\n'),
        ),
        ...linkRows(links),
        ...(entry
          ? [
              row(
                button(t('button.save'), customId('favorites', 'save', entry.ref), { emoji: '❤️' }),
              ),
            ]
          : []),
        select(
          customId('soundtrack', 'open', 'song'),
          t('recommend.open'),
          song.appearances.map(({ title }) => titleOption(title, t)),
        ),
        ...namesakeMenu(namesakes, face),
        text(subtext([sources(song), t('listen.varies')].filter(Boolean).join('\n'))),
      ),
    ],
  };
}

function appearanceLine({ title, entry, cues }: SongAppearance, { t, spoilers }: Face): string {
  const album = entry
    ? t('song.onAlbum', { album: plain(entry.album.title) })
    : t('song.notOnAlbum');
  const moments = cues.map((cue) =>
    cue.spoiler && spoilers === 'hide' ? spoiler(plain(cue.moment)) : plain(cue.moment),
  );
  const disputed = cues.flatMap((cue) =>
    cue.disputed ? [t('card.disputed', { text: plain(cue.disputed) })] : [],
  );
  const heard = moments.length > 0 ? moments : entry ? [italic(t('song.albumOnly'))] : [];
  return [`${bold(titleLabel(title))} — ${album}`, ...heard, ...disputed.map(subtext)].join('\n');
}

/** Other songs that share the name: covers and namesakes are never merged. */
function namesakeMenu(namesakes: readonly Song[], { t }: Face) {
  if (namesakes.length === 0) return [];
  const options = namesakes.map(songOption);
  return [select(customId('song', 'open', 'namesake'), t('song.choose'), options)];
}

export const songOption = (song: Song) => ({
  label: trackLabel({ title: song.name, artists: song.performers }),
  value: song.id,
  description: song.appearances.map(({ title }) => titleLabel(title)).join(', '),
});

function sources(song: Song): string {
  const named = new Map(
    song.appearances
      .flatMap(({ title, entry, cues }) => {
        const cited = new Set([
          ...(entry?.album.sources ?? []),
          ...cues.flatMap((cue) => cue.sources),
        ]);
        return title.sources.filter((source) => cited.has(source.id));
      })
      .map((source) => [source.url, source]),
  );
  return [...named.values()]
    .slice(0, 3)
    .map((source) => link(source.title, source.url))
    .join(' · ');
}
