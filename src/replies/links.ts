import type { Album, Title, Track } from '../catalog/schema.ts';
import type { MusicService } from '../stores/settings.ts';
import { creditLine } from './format.ts';
import { LIMITS } from './limits.ts';

/**
 * Search and direct links that need no API key. Search templates of YouTube are documented by
 * Google; the others are those that independent public projects use. None says that the music is
 * there: availability varies by country and date.
 */
interface ServiceLinks {
  readonly name: string;
  search(query: string, region: string): string;
}

const SERVICES: Readonly<Record<MusicService, ServiceLinks>> = {
  spotify: { name: 'Spotify', search: (query) => `https://open.spotify.com/search/${query}` },
  appleMusic: {
    name: 'Apple Music',
    search: (query, region) => `https://music.apple.com/${region}/search?term=${query}`,
  },
  youtube: {
    name: 'YouTube',
    search: (query) => `https://www.youtube.com/results?search_query=${query}`,
  },
  youtubeMusic: {
    name: 'YouTube Music',
    search: (query) => `https://music.youtube.com/search?q=${query}`,
  },
  deezer: { name: 'Deezer', search: (query) => `https://www.deezer.com/search/${query}` },
  tidal: { name: 'TIDAL', search: (query) => `https://listen.tidal.com/search?q=${query}` },
  amazonMusic: {
    name: 'Amazon Music',
    search: (query) => `https://music.amazon.com/search/${query}`,
  },
  bandcamp: { name: 'Bandcamp', search: (query) => `https://bandcamp.com/search?q=${query}` },
  soundcloud: { name: 'SoundCloud', search: (query) => `https://soundcloud.com/search?q=${query}` },
};

export interface NamedLink {
  readonly name: string;
  readonly url: string;
}

export const serviceName = (service: MusicService): string => SERVICES[service].name;

/**
 * Percent-encodes a query as `encodeURIComponent` does and also `! ' ( ) *`, since parentheses break
 * masked links; a slash becomes a space, since some templates are path segments.
 */
export function encodeQuery(query: string): string {
  return encodeURIComponent(query.toWellFormed().replaceAll('/', ' ')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Characters that a query may take: the longest template leaves more. */
const QUERY_LIMIT = LIMITS.url - 80;

/** Encoded, and short enough for a link button: whole words go first, then characters of the one left. */
function fitting(query: string): string {
  const words = query.trim().split(' ');
  while (words.length > 1 && encodeQuery(words.join(' ')).length > QUERY_LIMIT) words.pop();
  const characters = [...words.join(' ')];
  while (encodeQuery(characters.join('')).length > QUERY_LIMIT) characters.pop();
  return encodeQuery(characters.join(''));
}

/** Where to hear one track: a direct link where the data has its id, else a search. */
export function trackLinks(
  track: Pick<Track, 'title' | 'artists' | 'ids'>,
  services: readonly MusicService[],
  region: string,
): NamedLink[] {
  const query = fitting(`${track.title} ${creditLine(track.artists)}`);
  return services.map((service) => {
    const { name, search } = SERVICES[service];
    if (service === 'spotify' && track.ids?.spotify) {
      return { name, url: `https://open.spotify.com/track/${track.ids.spotify}` };
    }
    if (service === 'youtube' && track.ids?.youtube) {
      return { name, url: `https://www.youtube.com/watch?v=${track.ids.youtube}` };
    }
    return { name, url: search(query, region) };
  });
}

/** Where to hear an album. */
export function albumLinks(
  title: Title,
  album: Album,
  services: readonly MusicService[],
  region: string,
): NamedLink[] {
  const direct: Partial<Record<MusicService, string | undefined>> = {
    spotify: album.ids?.spotify && `https://open.spotify.com/album/${album.ids.spotify}`,
    appleMusic:
      album.ids?.appleMusic && `https://music.apple.com/${region}/album/${album.ids.appleMusic}`,
    deezer: album.ids?.deezer && `https://www.deezer.com/album/${album.ids.deezer}`,
  };
  const named = album.title.toLowerCase().includes(title.title.toLowerCase());
  const query = fitting(named ? album.title : `${title.title} ${album.title}`);
  return services.map((service) => {
    const { name, search } = SERVICES[service];
    return { name, url: direct[service] ?? search(query, region) };
  });
}

/** JustWatch has its countries under their ISO codes, but for the United Kingdom. */
const justWatch = (region: string): string => (region === 'gb' ? 'uk' : region);

/** Where to look for the film itself, and its pages elsewhere. */
export function watchLinks(title: Title, region: string): NamedLink[] {
  const query = fitting(`${title.title} ${title.year}`);
  return [
    { name: 'JustWatch', url: `https://www.justwatch.com/${justWatch(region)}/search?q=${query}` },
    ...(title.ids?.imdb
      ? [{ name: 'IMDb', url: `https://www.imdb.com/title/${title.ids.imdb}/` }]
      : []),
    ...(title.ids?.wikidata
      ? [{ name: 'Wikidata', url: `https://www.wikidata.org/wiki/${title.ids.wikidata}` }]
      : []),
  ];
}
