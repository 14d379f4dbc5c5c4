import type { Favourite } from './favourites.ts';

/** The list with `replacement` in the place of `old`, or without it. */
export function swap(
  list: readonly Favourite[],
  old: Favourite,
  replacement: Favourite | undefined,
): readonly Favourite[] {
  return list.flatMap((favourite) => (favourite === old ? (replacement ?? []) : favourite));
}

/** What is left of a favourite without a member's save: nothing, if it was the only one. */
export function withoutSaver(favourite: Favourite, userId: string): Favourite[] {
  const savedBy = favourite.savedBy.filter((saver) => saver.userId !== userId);
  if (savedBy.length === favourite.savedBy.length) return [favourite];
  return savedBy.length === 0 ? [] : [{ ...favourite, savedBy }];
}

/** The favourite as its saver may see it elsewhere: without the others who saved it. */
export function ownPart(favourite: Favourite, userId: string): Favourite[] {
  const savedBy = favourite.savedBy.filter((saver) => saver.userId === userId);
  return savedBy.length === 0 ? [] : [{ ref: favourite.ref, label: favourite.label, savedBy }];
}
