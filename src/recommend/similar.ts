import type { Catalog } from '../catalog/catalog.ts';
import type { Title } from '../catalog/schema.ts';
import { type Feature, profilesOf } from './profile.ts';

export interface SimilarTitle {
  readonly title: Title;
  /** Sum of the bonds' weights; compares within one call only. */
  readonly score: number;
  /** What the two share, strongest first; never empty. */
  readonly bonds: readonly Feature[];
  /** Which of the anchors it is closest to. */
  readonly anchor: Title;
}

/** Every title that shares something with any of the anchors, closest first; the anchors left out. */
export function similarTitles(catalog: Catalog, anchors: readonly Title[]): SimilarTitle[] {
  const profiles = profilesOf(catalog);
  const excluded = new Set(anchors.map((anchor) => anchor.id));
  const found: SimilarTitle[] = [];
  for (const title of catalog.titles) {
    if (excluded.has(title.id)) continue;
    let total = 0;
    let best: Omit<SimilarTitle, 'score'> & { own: number } = {
      title,
      bonds: [],
      anchor: title,
      own: 0,
    };
    for (const anchor of anchors) {
      const theirs = profiles.of(anchor);
      const shared = [...profiles.of(title)]
        .filter(([key]) => theirs.has(key))
        .map(([, feature]) => feature);
      const own = shared.reduce((sum, feature) => sum + profiles.weight(feature), 0);
      total += own;
      if (own > best.own) {
        const bonds = shared.sort((a, b) => profiles.weight(b) - profiles.weight(a));
        best = { title, bonds, anchor, own };
      }
    }
    if (best.own > 0) found.push({ title, bonds: best.bonds, anchor: best.anchor, score: total });
  }
  return found.sort((a, b) => b.score - a.score || b.title.popularity - a.title.popularity);
}
