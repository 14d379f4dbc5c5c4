import type { Title } from './schema.ts';
import { slugOf } from './slug.ts';

export type TitleKind = Title['kind'];

/** The longest id that the schema takes, and the year with its hyphen in it. */
const ID_LENGTH = 40;
const YEAR_LENGTH = 5;

/** `<slug>-<year>`; the slug gives way where both would be too long. */
export const titleIdOf = (title: string, year: number): string =>
  `${slugOf(title, ID_LENGTH - YEAR_LENGTH)}-${year}`;

const MADE_BY = { film: 'directors', series: 'creators', game: 'studios' } as const;

/**
 * A title's file with every field that it needs, empty: what is empty is what `check-catalog` asks
 * for, field by field.
 */
export function skeletonOf(title: string, year: number, kind: TitleKind): object {
  return {
    id: titleIdOf(title, year),
    kind,
    title,
    year,
    [MADE_BY[kind]]: [''],
    composers: [],
    genres: [],
    moods: [],
    accent: '',
    popularity: 0,
    why: '',
    picks: [],
    awards: [],
    albums: [
      {
        id: 'ost',
        title: '',
        kind: 'mixed',
        complete: false,
        tracks: [
          {
            id: '',
            number: 1,
            title: '',
            artists: [{ name: '', role: 'composer' }],
            kind: 'score',
          },
        ],
        sources: [],
      },
    ],
    cues: [],
    notes: [],
    sources: [{ id: '', title: '', url: '', supports: [] }],
  };
}
