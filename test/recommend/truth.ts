import type { Artist, Catalog } from '../../src/catalog/catalog.ts';
import { foldKey } from '../../src/catalog/fold.ts';
import type { Title } from '../../src/catalog/schema.ts';
import type { Because } from '../../src/recommend/because.ts';
import type { Feature } from '../../src/recommend/profile.ts';
import type { Wish } from '../../src/recommend/recommend.ts';
import type { Recommendation } from '../../src/recommend/tracks.ts';

/** Checks a reason against the catalog alone, by other ways than those by which it was found. */
export function isTrue(
  catalog: Catalog,
  { entry }: Recommendation,
  because: Because,
  wish: Wish,
): boolean {
  const { title, album, track } = entry;
  switch (because.kind) {
    case 'pick':
      return because.title === title && title.picks.some((pick) => pick.track === track.id);
    case 'cue':
      return title.cues.some(
        (cue) => cue.track === track.id && cue.moment === because.moment && !cue.spoiler,
      );
    case 'album':
      return (
        album.title === because.album &&
        album.tracks.includes(track) &&
        because.number === (album.complete ? track.number : undefined)
      );
    case 'shared':
      return wish.kind === 'like' && because.anchor === wish.title && bound(title, because);
    case 'favourite':
      return (
        wish.kind === 'favourites' &&
        wish.refs.some((ref) => catalog.track(ref)?.title === because.anchor) &&
        bound(title, because)
      );
    case 'tagged':
      return (
        wish.kind === 'tag' && because.word === wish.word && title[wish.of].includes(wish.word)
      );
    case 'near':
      return (
        wish.kind === 'tag' &&
        !title[wish.of].includes(because.word) &&
        because.company.length > 0 &&
        because.company.every(
          (tag) =>
            title[wish.of].includes(tag) &&
            catalog.titles.some(
              (other) => other[wish.of].includes(tag) && other[wish.of].includes(because.word),
            ),
        )
      );
    case 'performs':
      return hasRole(
        entry.track.artists,
        because.artist,
        ['performer', 'featured', 'conductor', 'orchestra'],
        wish,
      );
    case 'composed':
      return hasRole(entry.track.artists, because.artist, ['composer'], wish);
    case 'wrote':
      return hasRole(entry.track.artists, because.artist, ['writer', 'lyricist'], wish);
    case 'produced':
      return hasRole(entry.track.artists, because.artist, ['producer'], wish);
    case 'scored':
      return title.composers.some((name) => names(wish).has(foldKey(name)));
    case 'made':
      return [...(title.directors ?? []), ...(title.creators ?? [])].some((name) =>
        names(wish).has(foldKey(name)),
      );
    case 'beyond-artist':
      return (
        wish.kind === 'artist' &&
        wish.artist.name === because.artist &&
        !creditsAnywhere(title, wish.artist) &&
        creditsAnywhere(because.anchor, wish.artist) &&
        bound(title, because)
      );
    case 'best':
      return catalog.titles.indexOf(title) <= Math.max(20, catalog.titles.length / 4);
  }
}

const names = (wish: Wish): ReadonlySet<string> =>
  new Set(wish.kind === 'artist' ? [wish.artist.name, ...wish.artist.aliases].map(foldKey) : []);

function hasRole(
  credits: readonly { readonly name: string; readonly role: string }[],
  artist: string,
  roles: readonly string[],
  wish: Wish,
): boolean {
  const known = new Set([foldKey(artist), ...names(wish)]);
  return credits.some(({ name, role }) => known.has(foldKey(name)) && roles.includes(role));
}

function bound(title: Title, { anchor, bonds }: { anchor: Title; bonds: readonly Feature[] }) {
  return (
    bonds.length > 0 &&
    anchor !== title &&
    bonds.every((bond) => has(title, bond) && has(anchor, bond))
  );
}

function has(title: Title, { kind, name }: Feature): boolean {
  switch (kind) {
    case 'composer':
      return title.composers.includes(name);
    case 'maker':
      return [title.directors, title.creators, title.studios].some((all) => all?.includes(name));
    case 'mood':
      return title.moods.includes(name);
    case 'genre':
      return title.genres.includes(name);
    case 'artist':
      return title.albums.some(({ tracks }) =>
        tracks.some(({ artists }) =>
          artists.some((one) => one.name === name && /performer|featured/.test(one.role)),
        ),
      );
  }
}

function creditsAnywhere(title: Title, { name, aliases }: Artist): boolean {
  const known = new Set([name, ...aliases].map(foldKey));
  return [
    ...title.composers,
    ...(title.directors ?? []),
    ...(title.creators ?? []),
    ...title.albums.flatMap(({ tracks }) =>
      tracks.flatMap(({ artists }) => artists.map((one) => one.name)),
    ),
    ...title.cues.flatMap(({ song }) => song?.artists.map((one) => one.name) ?? []),
  ].some((one) => known.has(foldKey(one)));
}
