import type { ArtistCredit, Title } from '../catalog/schema.ts';
import type { Translate } from '../i18n/translate.ts';

/** "Drive (2011)": the year is always shown. */
export const titleLabel = (title: Pick<Title, 'title' | 'year'>): string =>
  `${title.title} (${title.year})`;

/** `m:ss`, or `h:mm:ss` from an hour on. */
export function clockLength(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Names of one sort that a credit tells before it breaks off: an opera's cast would fill a card. */
const NAMED = 6;

const named = (names: readonly string[]): string =>
  [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])].join(', ');

/** "College feat. Electric Youth", or the composers of a score track; empty when nobody is credited so. */
export function creditLine(artists: readonly ArtistCredit[]): string {
  const having = (role: ArtistCredit['role']) =>
    artists.filter((artist) => artist.role === role).map((artist) => artist.name);
  const guests = having('featured');
  const lead = [having('performer'), having('composer'), having('orchestra')].find(
    (names) => names.length > 0,
  );
  const line = named(lead ?? []);
  return guests.length > 0 ? `${line} feat. ${named(guests)}` : line;
}

/** "A Real Hero — College feat. Electric Youth". */
export function trackLabel(track: {
  readonly title: string;
  readonly artists: readonly ArtistCredit[];
}): string {
  const credit = creditLine(track.artists);
  return credit ? `${track.title} — ${credit}` : track.title;
}

const joiners = new Map<string, Intl.ListFormat>();

/** "a, b and c" in the locale's way. */
export function listing(items: readonly string[], locale: string): string {
  let joiner = joiners.get(locale);
  if (!joiner) {
    joiner = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });
    joiners.set(locale, joiner);
  }
  return joiner.format(items);
}

/** The makers of a title: directors of a film, creators of a series, studios of a game. */
export function makers(title: Title): readonly string[] {
  return title.directors ?? title.creators ?? title.studios ?? [];
}

/** "1 h 10 min", or "44 min". */
export function totalLength(seconds: number, t: Translate): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0
    ? t('length.hours', { hours, minutes: minutes % 60 })
    : t('length.minutes', { minutes });
}
