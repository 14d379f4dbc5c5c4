import type { Problem } from '../problem.ts';
import type { Album, Title, Vocabulary } from '../schema.ts';

/** Ceremonies honour works of the year before, at times two; re-releases are honoured late. */
const AWARD_DELAY = 3;

/** What one title's file says of itself must hold together. */
export function checkTitle(title: Title, vocabulary: Vocabulary): Problem[] {
  const file = `titles/${title.id}.json`;
  const problems: Problem[] = [];
  const complain = (path: string, message: string) => problems.push({ file, path, message });
  const tracks = title.albums.flatMap((album) => album.tracks);
  const trackIds = new Set(tracks.map(({ id }) => id));

  if (!title.id.endsWith(`-${title.year}`)) complain('id', `end it with the year, ${title.year}`);
  if (title.kind === 'film' && !title.directors?.length)
    complain('directors', 'name who directed the film');
  if (title.kind === 'series' && !title.creators?.length)
    complain('creators', 'name who created the series');
  if (title.kind === 'game' && !title.studios?.length)
    complain('studios', 'name the studio that made the game');
  for (const key of ['moods', 'genres'] as const) {
    for (const word of title[key]) {
      if (!(word in vocabulary[key]))
        complain(key, `"${word}" is not in vocabulary.json: use a word of it`);
    }
    if (new Set(title[key]).size < title[key].length) complain(key, 'name each word once');
  }

  for (const id of repeated(title.albums.map((album) => album.id)))
    complain('albums', `two are called "${id}"`);
  for (const id of repeated(tracks.flatMap((track) => [track.id, ...(track.formerIds ?? [])]))) {
    complain('albums', `two tracks have the id "${id}"`);
  }
  for (const [index, album] of title.albums.entries()) {
    for (const message of albumProblems(album)) complain(`albums.${index}`, message);
  }
  if (tracks.filter(({ lyric }) => lyric?.theme !== undefined).length > 1) {
    complain('albums', 'one phrase at most can voice the theme');
  }

  for (const [index, pick] of title.picks.entries()) {
    if (!trackIds.has(pick.track))
      complain(`picks.${index}.track`, `no album has the track "${pick.track}"`);
  }
  for (const id of repeated(title.picks.map(({ track }) => track)))
    complain('picks', `"${id}" is picked twice`);
  for (const [index, cue] of title.cues.entries()) {
    if (cue.track !== undefined && !trackIds.has(cue.track)) {
      complain(
        `cues.${index}.track`,
        `no album has the track "${cue.track}"; music on no album goes into "song"`,
      );
    }
    if (cue.confidence === 'high' && new Set(cue.sources).size < 2) {
      complain(`cues.${index}.confidence`, 'high takes two independent sources');
    }
  }
  for (const order of repeated(title.cues.map((cue) => String(cue.order))))
    complain('cues', `two have the order ${order}`);
  for (const [index, award] of title.awards.entries()) {
    if (award.track !== undefined && !trackIds.has(award.track)) {
      complain(`awards.${index}.track`, `no album has the track "${award.track}"`);
    }
    if (
      title.kind === 'film' &&
      (award.year < title.year || award.year > title.year + AWARD_DELAY)
    ) {
      complain(`awards.${index}.year`, `${award.year} does not go with a film of ${title.year}`);
    }
  }
  for (const { path, message } of sourceProblems(title)) complain(path, message);
  return problems;
}

function albumProblems(album: Album): string[] {
  const problems: string[] = [];
  const places = album.tracks.map((track) => `${track.disc ?? 1}.${track.number}`);
  for (const place of repeated(places))
    problems.push(`two tracks have the place ${place} (disc.number)`);
  if (!album.complete) return problems;
  if (album.tracks.length === 0) problems.push('it says complete, but lists no track');
  const discs = Map.groupBy(album.tracks, (track) => track.disc ?? 1);
  for (const [disc, tracks] of discs) {
    const numbers = new Set(tracks.map(({ number }) => number));
    for (let number = 1; number <= tracks.length; number += 1) {
      if (!numbers.has(number))
        problems.push(`it says complete, but disc ${disc} has no track ${number}`);
    }
  }
  return problems;
}

/** Every source that is named exists, and none stands for nothing. */
function sourceProblems(title: Title): { path: string; message: string }[] {
  const known = new Set(title.sources.map(({ id }) => id));
  const lists = (['albums', 'cues', 'awards', 'notes'] as const).flatMap((key) =>
    title[key].map((item, index) => ({ path: `${key}.${index}.sources`, ids: item.sources })),
  );
  return [
    ...lists.flatMap(({ path, ids }) =>
      ids
        .filter((id) => !known.has(id))
        .map((id) => ({ path, message: `no source is called "${id}"` })),
    ),
    ...repeated(title.sources.map(({ id }) => id)).map((id) => ({
      path: 'sources',
      message: `two are called "${id}"`,
    })),
  ];
}

const repeated = (items: readonly string[]): string[] => [
  ...new Set(items.filter((item, index) => items.indexOf(item) !== index)),
];
