import type { Title } from '../catalog/schema.ts';
import type { Feature } from './profile.ts';

/** Why a track is recommended, as facts that can be checked against the catalog. */
export type Because =
  /** One of the title's own three to play first. */
  | { readonly kind: 'pick'; readonly title: Title }
  /** Heard at a moment of the title that gives nothing away. */
  | { readonly kind: 'cue'; readonly moment: string }
  /** On the album; its number is known only where the whole track list is. */
  | { readonly kind: 'album'; readonly album: string; readonly number?: number }
  /** What its title shares with another. */
  | { readonly kind: 'shared'; readonly anchor: Title; readonly bonds: readonly Feature[] }
  /** Its title carries the mood or genre asked for. */
  | { readonly kind: 'tagged'; readonly word: string }
  /** Its title doesn't, but carries moods that go with it elsewhere in the catalog. */
  | { readonly kind: 'near'; readonly word: string; readonly company: readonly string[] }
  /** What the artist did on the track. */
  | { readonly kind: 'performs' | 'composed' | 'wrote' | 'produced'; readonly artist: string }
  /** What the artist, who is on no track of it here, did for its title. */
  | { readonly kind: 'scored' | 'made'; readonly artist: string }
  /** The artist has no more titles here; this one shares something with one of theirs. */
  | {
      readonly kind: 'beyond-artist';
      readonly artist: string;
      readonly anchor: Title;
      readonly bonds: readonly Feature[];
    }
  /** Like something on the server's list. */
  | { readonly kind: 'favourite'; readonly anchor: Title; readonly bonds: readonly Feature[] }
  /** Among the best-known titles of the catalog. */
  | { readonly kind: 'best' };
