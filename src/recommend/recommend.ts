import type { Artist, Catalog } from '../catalog/catalog.ts';
import type { Title } from '../catalog/schema.ts';
import type { Because } from './because.ts';
import { chance } from './seed.ts';
import { type SimilarTitle, similarTitles } from './similar.ts';
import { bestOf, picksOf, type Recommendation, tracksOfArtist, tracksToPlay } from './tracks.ts';

/** What to recommend from. */
export type Wish =
  | { readonly kind: 'title'; readonly title: Title }
  | { readonly kind: 'like'; readonly title: Title }
  | { readonly kind: 'tag'; readonly of: 'moods' | 'genres'; readonly word: string }
  | { readonly kind: 'artist'; readonly artist: Artist }
  /** Track refs of the server's list, which are themselves left out. */
  | { readonly kind: 'favourites'; readonly refs: readonly string[] }
  | { readonly kind: 'best' };

/**
 * The top tracks for a wish: exactly `count` while the catalog has them, each with why, and no two
 * from one title unless a title was asked for.
 *
 * @param seed - the day and the server: decides between equals, so that a server sees one list a day
 */
export function recommend(
  catalog: Catalog,
  wish: Wish,
  count: number,
  seed: string,
): Recommendation[] {
  if (wish.kind === 'title') return tracksToPlay(catalog, wish.title).slice(0, count);
  // A favourite may have been saved under a ref that the catalog has renamed since.
  const excluded = new Set(
    wish.kind === 'favourites' ? wish.refs.flatMap((ref) => catalog.track(ref)?.ref ?? []) : [],
  );
  const chosen = new Map<string, Recommendation>();
  for (const offer of offers(catalog, wish, seed)) {
    if (chosen.size === count) break;
    if (chosen.has(offer.title.id)) continue;
    const best = offer.recommendation ?? bestOf(catalog, offer.title, excluded);
    if (best) chosen.set(offer.title.id, { ...best, because: offer.because ?? best.because });
  }
  return [...chosen.values()];
}

interface Offer {
  readonly title: Title;
  /** When it is left out, the reason is that of the track itself. */
  readonly because?: readonly Because[];
  /** When the wish is for particular tracks; else the title's best stands for it. */
  readonly recommendation?: Recommendation;
}

/**
 * Titles of the catalog, from the first, that may be called best known: a quarter, and more of a
 * small catalog, so that there is a choice.
 */
const bestKnown = ({ titles }: Catalog): number => Math.max(20, Math.ceil(titles.length / 4));

/**
 * Titles in the order of preference; what is best in the catalog comes after them, and then the
 * rest, so that the count is met.
 */
function* offers(
  catalog: Catalog,
  wish: Exclude<Wish, { kind: 'title' }>,
  seed: string,
): Generator<Offer> {
  if (wish.kind === 'like')
    yield* like(catalog, [wish.title], (close) => ({ kind: 'shared', ...close }));
  if (wish.kind === 'tag') yield* tagged(catalog, wish, seed);
  if (wish.kind === 'artist') yield* byArtist(catalog, wish.artist);
  if (wish.kind === 'favourites') {
    const titles = wish.refs.flatMap((ref) => catalog.track(ref)?.title ?? []);
    const anchors = [...new Map(titles.map((title) => [title.id, title])).values()];
    yield* like(catalog, anchors, (close) => ({ kind: 'favourite', ...close }));
  }
  const others = catalog.titles.filter(({ id }) => wish.kind !== 'like' || id !== wish.title.id);
  const best = bestKnown(catalog);
  for (const title of rotate(others.slice(0, best), seed)) {
    yield { title, because: [{ kind: 'best' }] };
  }
  for (const title of others.slice(best)) yield { title };
}

function* like(
  catalog: Catalog,
  anchors: readonly Title[],
  because: (close: Pick<SimilarTitle, 'anchor' | 'bonds'>) => Because,
): Generator<Offer> {
  for (const { title, anchor, bonds } of similarTitles(catalog, anchors)) {
    yield { title, because: [because({ anchor, bonds })] };
  }
}

function* tagged(
  catalog: Catalog,
  { of, word }: { readonly of: 'moods' | 'genres'; readonly word: string },
  seed: string,
): Generator<Offer> {
  const carriers = catalog.titles.filter((title) => title[of].includes(word));
  const rank = (title: Title) =>
    title.popularity / 25 - title[of].indexOf(word) + 2 * chance(`${seed}:${title.id}`);
  for (const title of carriers.toSorted((a, b) => rank(b) - rank(a))) {
    yield { title, because: [{ kind: 'tagged', word }] };
  }
  const company = new Map<string, number>();
  for (const other of carriers.flatMap((title) => title[of])) {
    if (other !== word) company.set(other, (company.get(other) ?? 0) + 1);
  }
  const closeness = (title: Title) =>
    title[of].reduce((sum, tag) => sum + (company.get(tag) ?? 0), 0);
  const near = catalog.titles.filter((title) => !title[of].includes(word) && closeness(title) > 0);
  for (const title of near.toSorted(
    (a, b) => closeness(b) - closeness(a) || b.popularity - a.popularity,
  )) {
    const shared = title[of].filter((tag) => company.has(tag));
    yield { title, because: [{ kind: 'near', word, company: shared.slice(0, 2) }] };
  }
}

function* byArtist(catalog: Catalog, artist: Artist): Generator<Offer> {
  const own = tracksOfArtist(catalog, artist);
  for (const recommendation of own) {
    yield { title: recommendation.entry.title, because: recommendation.because, recommendation };
  }
  for (const title of byRenown(artist.composed)) {
    yield { title, because: [{ kind: 'scored', artist: artist.name }] };
  }
  for (const title of byRenown(artist.directed)) {
    yield { title, because: [{ kind: 'made', artist: artist.name }] };
  }
  const anchors = [
    ...own.map(({ entry }) => entry.title),
    ...artist.composed,
    ...artist.heard,
    ...artist.directed,
  ];
  yield* like(catalog, anchors, (close) => ({
    kind: 'beyond-artist',
    artist: artist.name,
    ...close,
  }));
}

const byRenown = (titles: readonly Title[]): Title[] =>
  titles.toSorted((a, b) => b.popularity - a.popularity);

/** The best-known first, but not the same ones every day. */
function rotate(titles: readonly Title[], seed: string): Title[] {
  const rank = (title: Title) => title.popularity + 40 * chance(`${seed}:${title.id}`);
  return titles.toSorted((a, b) => rank(b) - rank(a));
}

export { picksOf, type Recommendation };
