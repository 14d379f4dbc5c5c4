import type { Because } from '../recommend/because.ts';
import type { Feature, FeatureKind } from '../recommend/profile.ts';
import type { Face } from './face.ts';
import { listing, titleLabel } from './format.ts';
import { plain } from './markdown.ts';

/** Bonds that a line names at most: the strongest say enough. */
const NAMED_BONDS = 3;

/** "music by Cliff Martinez in both, both nocturnal and cool". */
export function bondLine(bonds: readonly Feature[], { t, locale }: Face): string {
  const strongest = bonds.slice(0, NAMED_BONDS);
  const of = (kind: FeatureKind) =>
    strongest.filter((bond) => bond.kind === kind).map(({ name }) => plain(name));
  const people = (['composer', 'artist', 'maker'] as const).flatMap((kind) =>
    of(kind).map((name) => t(`bond.${kind}`, { name })),
  );
  const tags = (['mood', 'genre'] as const).flatMap((kind) => {
    const names = of(kind);
    return names.length > 0 ? [t(`bond.${kind}`, { names: listing(names, locale) })] : [];
  });
  return [...people, ...tags].join(', ');
}

/** One reason in words. */
export function becauseLine(because: Because, face: Face): string {
  const { t, locale } = face;
  switch (because.kind) {
    case 'pick':
    case 'best':
      return t(`because.${because.kind}`);
    case 'cue':
      return t('because.cue', { moment: plain(because.moment) });
    case 'album':
      return because.number === undefined
        ? t('because.onAlbum', { album: plain(because.album) })
        : t('because.album', { number: because.number, album: plain(because.album) });
    case 'shared':
    case 'favourite':
      return t(`because.${because.kind}`, {
        title: plain(titleLabel(because.anchor)),
        bonds: bondLine(because.bonds, face),
      });
    case 'beyond-artist':
      return t('because.beyond-artist', {
        artist: plain(because.artist),
        title: plain(titleLabel(because.anchor)),
        bonds: bondLine(because.bonds, face),
      });
    case 'tagged':
      return t('because.tagged', { word: plain(because.word) });
    case 'near':
      return t('because.near', {
        word: plain(because.word),
        company: listing(because.company.map(plain), locale),
      });
    case 'performs':
    case 'composed':
    case 'wrote':
    case 'produced':
    case 'scored':
    case 'made':
      return t(`because.${because.kind}`, { artist: plain(because.artist) });
  }
}
