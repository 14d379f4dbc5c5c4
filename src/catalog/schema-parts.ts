import { z } from 'zod';

/** Pieces that the files of titles and of artists share. */

/** A year a film, series or game can carry: the first public film show (1895) to a few years ahead. */
export const year = z.number().int().min(1895).max(2035);

/** Lower-case words joined by hyphens; two of them and a command fit into a custom id of 100 characters. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters and digits joined by single hyphens')
  .max(40);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the source is, as MusicBrainz writes dates. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'use YYYY, YYYY-MM or YYYY-MM-DD');

export const text = z.string().trim().min(1);
export const mbid = z.uuid();
const url = z.url({ protocol: /^https?$/ });

export const sourceIds = z.array(slug).min(1);

/** Facts a source can stand for in a title's file. */
const SUPPORTABLE_FACTS = [
  'title',
  'year',
  'directors',
  'creators',
  'studios',
  'composers',
  'ids',
  'tracks',
  'lengths',
  'label',
  'released',
  'writers',
  'awards',
  'cues',
  'lyrics',
  'notes',
] as const;

export const source = z.strictObject({
  id: slug,
  /** Publisher and page, as a reader would cite it. */
  title: text,
  url,
  supports: z.array(z.enum(SUPPORTABLE_FACTS)).min(1),
});
