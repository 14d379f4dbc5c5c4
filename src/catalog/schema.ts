import { z } from 'zod';
import { mbid, partialDate, slug, source, sourceIds, text, year } from './schema-parts.ts';

/**
 * The shape of the files in `data/`. One file is one title or one artist; what a single file can
 * prove by itself is proved here, what needs other files is proved by `check.ts`.
 */

/** The most words that may be quoted of a song: see the policy on lyrics in `data/SOURCES.md`. */
const LYRIC_WORD_LIMIT = 10;

const lyric = z.strictObject({
  phrase: text.refine(
    (value) => value.split(/\s+/).length <= LYRIC_WORD_LIMIT,
    `quote at most ${LYRIC_WORD_LIMIT} words of a song`,
  ),
  /** Who wrote or sings the line, as the card credits it. */
  credit: text,
  /** Why this phrase voices the title's theme; only on the one track that does. */
  theme: text.optional(),
});

/** What somebody did on a track, in MusicBrainz's relationship terms. */
const ARTIST_ROLES = [
  'performer',
  'featured',
  'composer',
  'lyricist',
  'writer',
  'producer',
  'conductor',
  'orchestra',
] as const;

const artistCredit = z.strictObject({ name: text, role: z.enum(ARTIST_ROLES) });

const track = z.strictObject({
  /** Stable within the title; favourites and buttons keep it, so a rename goes to `formerIds`. */
  id: slug,
  formerIds: z.array(slug).optional(),
  disc: z.number().int().min(1).max(20).optional(),
  number: z.number().int().min(1).max(200),
  title: text,
  artists: z.array(artistCredit).min(1),
  /** Seconds. */
  length: z.number().int().min(3).max(7200).optional(),
  kind: z.enum(['song', 'score', 'dialogue']),
  lyric: lyric.optional(),
  ids: z
    .strictObject({
      musicbrainz: mbid.optional(),
      spotify: text.optional(),
      youtube: text.optional(),
    })
    .optional(),
});

const album = z.strictObject({
  id: slug,
  title: text,
  kind: z.enum(['songs', 'score', 'mixed']),
  label: text.optional(),
  released: partialDate.optional(),
  /** Which edition is listed, when there are several: "2011 CD", "2019 expanded". */
  edition: text.optional(),
  /** True only when a source shows the whole track list of this edition. */
  complete: z.boolean(),
  ids: z
    .strictObject({
      musicbrainz: mbid.optional(),
      spotify: text.optional(),
      appleMusic: text.optional(),
      deezer: text.optional(),
    })
    .optional(),
  tracks: z.array(track),
  sources: sourceIds,
});

/** How sure we are of a cue: high = two independent sources, medium = one good one, low = disputed. */
const CONFIDENCES = ['high', 'medium', 'low'] as const;

const cue = z
  .strictObject({
    /** Position in the film, from 1; cues of a trailer carry on after the film's. */
    order: z.number().int().min(1),
    where: z.enum(['opening', 'film', 'end-credits', 'trailer']),
    /** Track id of this title, when the music is on one of its albums. */
    track: slug.optional(),
    /** The music heard, when it is on none of the title's albums. */
    song: z.strictObject({ title: text, artists: z.array(artistCredit).min(1) }).optional(),
    /** One line of our own on what is on screen. */
    moment: text.max(200),
    /** Words people may use for the moment that the line doesn't have. */
    keywords: z.array(text).optional(),
    spoiler: z.boolean(),
    confidence: z.enum(CONFIDENCES),
    /** What the sources disagree on, in one sentence. */
    disputed: text.optional(),
    sources: sourceIds,
  })
  .refine((value) => (value.track === undefined) !== (value.song === undefined), {
    message: 'give either "track" (on an album) or "song" (on none), not both',
  });

const award = z.strictObject({
  /** "Academy Award", "Grammy Award", "Golden Globe", "BAFTA Award". */
  name: text,
  category: text,
  /** The year of the work that was honoured, as the Academy counts; not the ceremony's date. */
  year,
  result: z.enum(['won', 'nominated']),
  /** The people named. */
  recipients: z.array(text).min(1),
  /** Track id, for an award to a song that is on an album here. */
  track: slug.optional(),
  /** The song's title, for an award to a song. */
  song: text.optional(),
  sources: sourceIds,
});

const note = z.strictObject({
  kind: z.enum([
    'not-on-album',
    'not-in-film',
    'mix-up',
    'rejected-score',
    'edition',
    'disputed',
    'trivia',
  ]),
  text: text.max(400),
  sources: sourceIds,
});

export const titleSchema = z.strictObject({
  /** `<slug>-<year>`, and the file's name. */
  id: slug.regex(/-\d{4}$/, 'end the id with the year'),
  formerIds: z.array(slug).optional(),
  kind: z.enum(['film', 'series', 'game']),
  title: text.max(80),
  originalTitle: text.optional(),
  /** Other titles, abbreviations and nicknames that people type. */
  aliases: z.array(text).optional(),
  year,
  directors: z.array(text).optional(),
  creators: z.array(text).optional(),
  studios: z.array(text).optional(),
  /** Who composed the original score; empty for a film of existing songs only. */
  composers: z.array(text),
  ids: z
    .strictObject({
      imdb: z
        .string()
        .regex(/^tt\d{7,8}$/)
        .optional(),
      wikidata: z
        .string()
        .regex(/^Q\d+$/)
        .optional(),
      musicbrainz: mbid.optional(),
    })
    .optional(),
  /** Keys of `data/vocabulary.json`. */
  genres: z.array(text).min(1).max(6),
  moods: z.array(text).min(2).max(6),
  /** `#RRGGBB`: the title's own colour, which the card's edge takes. */
  accent: z.string().regex(/^#[0-9A-F]{6}$/, 'use #RRGGBB in capitals'),
  /** How often people ask for it, 1 to 100: breaks ties between namesakes and orders lists. */
  popularity: z.number().int().min(1).max(100),
  /** Two or three sentences of our own on how the music serves the title. */
  why: text.max(700),
  /** What to play first, in order. */
  picks: z.array(z.strictObject({ track: slug, reason: text.max(200) })).length(3),
  awards: z.array(award),
  albums: z.array(album).min(1),
  cues: z.array(cue),
  notes: z.array(note),
  sources: z.array(source).min(1),
});

export const artistSchema = z.strictObject({
  /** The slug of the name, and the file's name. */
  id: slug,
  name: text.max(80),
  kind: z.enum(['person', 'group']),
  aliases: z.array(text).optional(),
  members: z.array(text).optional(),
  /** One line of our own: who this is to a soundtrack listener. */
  line: text.max(250),
  /** `<title id>/<track id>` to start with. */
  startHere: text.optional(),
  news: z
    .array(z.strictObject({ date: partialDate, text: text.max(300), sources: sourceIds }))
    .optional(),
  sources: z.array(source).min(1),
});

export const vocabularySchema = z.strictObject({
  moods: z.record(z.string(), z.array(z.string())),
  genres: z.record(z.string(), z.array(z.string())),
});

export type Title = z.infer<typeof titleSchema>;
export type Album = Title['albums'][number];
export type Track = Album['tracks'][number];
export type ArtistCredit = Track['artists'][number];
export type Lyric = NonNullable<Track['lyric']>;
export type Cue = Title['cues'][number];
export type Award = Title['awards'][number];
export type Note = Title['notes'][number];
export type Source = Title['sources'][number];
export type ArtistFile = z.infer<typeof artistSchema>;
export type ArtistNews = NonNullable<ArtistFile['news']>[number];
export type Vocabulary = z.infer<typeof vocabularySchema>;
