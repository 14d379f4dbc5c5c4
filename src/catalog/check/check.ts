import { foldKey } from '../fold.ts';
import type { Problem } from '../problem.ts';
import type { Data } from '../read-data.ts';
import { checkAliases } from './aliases.ts';
import { checkArtists } from './artist.ts';
import { checkSpelling } from './spelling.ts';
import { checkTitle } from './title.ts';

/** What no file can prove by itself, over all of them. Files that didn't parse are not here: fix those first. */
export function checkData(data: Omit<Data, 'problems' | 'date'>): Problem[] {
  return [
    ...data.titles.flatMap((title) => checkTitle(title, data.vocabulary)),
    ...checkArtists(data),
    ...checkAliases(data),
    ...checkIds(data),
    ...checkSpelling(data),
    ...checkPhrases(data),
  ];
}

/** Ids that two records share, former ids among them. */
function checkIds({ titles }: Pick<Data, 'titles'>): Problem[] {
  const owners = new Map<string, string>();
  return titles.flatMap(({ id, formerIds }) =>
    [id, ...(formerIds ?? [])].flatMap((one) => {
      const owner = owners.get(one);
      owners.set(one, id);
      return owner === undefined
        ? []
        : [
            {
              file: `titles/${id}.json`,
              path: 'formerIds',
              message: `"${one}" is an id of ${owner} too`,
            },
          ];
    }),
  );
}

/** One song may be quoted once, wherever it is heard. */
function checkPhrases({ titles }: Pick<Data, 'titles'>): Problem[] {
  const quoted = new Map<string, { id: string; phrase: string }>();
  const problems: Problem[] = [];
  for (const { id, albums } of titles) {
    for (const track of albums.flatMap(({ tracks }) => tracks)) {
      if (!track.lyric) continue;
      const key = `${foldKey(track.title)}|${foldKey(track.artists[0]?.name ?? '')}`;
      const other = quoted.get(key);
      if (other && other.phrase !== track.lyric.phrase) {
        const message = `"${track.title}" is quoted in ${other.id} with another phrase: quote one phrase a song`;
        problems.push({ file: `titles/${id}.json`, path: `tracks.${track.id}.lyric`, message });
      }
      quoted.set(key, { id, phrase: track.lyric.phrase });
    }
  }
  return problems;
}
