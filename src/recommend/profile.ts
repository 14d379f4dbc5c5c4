import type { Catalog } from '../catalog/catalog.ts';
import type { Title } from '../catalog/schema.ts';

/** What can bond two titles. */
export type FeatureKind = 'composer' | 'artist' | 'maker' | 'mood' | 'genre';

export interface Feature {
  readonly kind: FeatureKind;
  readonly name: string;
}

/**
 * How much one shared feature says, before rarity: the same composer makes two soundtracks kin, a
 * shared genre only neighbours.
 */
const WEIGHTS: Readonly<Record<FeatureKind, number>> = {
  composer: 3,
  artist: 2,
  maker: 1,
  mood: 1,
  genre: 0.9,
};

/** The features of every title, and how much each says in this catalog. */
export interface Profiles {
  of(title: Title): ReadonlyMap<string, Feature>;
  /** Weight × inverse document frequency: a mood that everything has says nothing. */
  weight(feature: Feature): number;
}

const made = new WeakMap<Catalog, Profiles>();

export function profilesOf(catalog: Catalog): Profiles {
  const known = made.get(catalog);
  if (known) return known;
  const features = new Map(catalog.titles.map((title) => [title.id, featuresOf(title)]));
  const frequency = new Map<string, number>();
  for (const profile of features.values()) {
    for (const key of profile.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  const profiles: Profiles = {
    of: (title) => features.get(title.id) ?? featuresOf(title),
    weight: (feature) =>
      WEIGHTS[feature.kind] *
      Math.log(
        1 + catalog.titles.length / (frequency.get(keyOf(feature)) ?? catalog.titles.length),
      ),
  };
  made.set(catalog, profiles);
  return profiles;
}

const keyOf = ({ kind, name }: Feature): string => `${kind}:${name}`;

function featuresOf(title: Title): ReadonlyMap<string, Feature> {
  const features: Feature[] = [
    ...title.composers.map((name) => ({ kind: 'composer' as const, name })),
    ...[...(title.directors ?? []), ...(title.creators ?? []), ...(title.studios ?? [])].map(
      (name) => ({
        kind: 'maker' as const,
        name,
      }),
    ),
    ...title.moods.map((name) => ({ kind: 'mood' as const, name })),
    ...title.genres.map((name) => ({ kind: 'genre' as const, name })),
    ...title.albums
      .flatMap((album) => album.tracks)
      .flatMap((track) => track.artists)
      .filter(
        ({ name, role }) =>
          (role === 'performer' || role === 'featured') && !title.composers.includes(name),
      )
      .map(({ name }) => ({ kind: 'artist' as const, name })),
  ];
  return new Map(features.map((feature) => [keyOf(feature), feature]));
}
