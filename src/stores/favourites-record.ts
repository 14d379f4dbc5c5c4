import { z } from 'zod';
import type { Favourite } from './favourites.ts';
import type { RecordKind } from './records.ts';

/** What is stored of a scope's favourites. */
export interface FavouritesRecord {
  readonly favourites: readonly Favourite[];
}

// Loose, so that what a later version adds to an entry isn't lost when this one writes it back.
const saver = z.looseObject({ userId: z.string().min(1), at: z.iso.datetime() });
const favourite = z.looseObject({
  ref: z.string().min(1),
  label: z.string(),
  savedBy: z.array(saver).min(1),
});
const record = z.looseObject({ favourites: z.array(favourite) });

export const favouritesKind: RecordKind<FavouritesRecord> = {
  name: 'favourites',
  decode(body) {
    const whole = record.safeParse(body);
    if (whole.success) return { value: whole.data };
    return { reason: whole.error.issues.map((issue) => issue.path.join('.')).join(', ') };
  },
};
