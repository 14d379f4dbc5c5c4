import type { PageRequests, PageState } from '../../page-types.ts';

const KEY = 'sandbox.place';

/** Keeps who and where one is over a reload of this tab. */
export function rememberPlace({ me, here }: PageState): void {
  sessionStorage.setItem(KEY, JSON.stringify(placeOf({ me, here })));
}

/** Who and where one was: as last seen, else before the reload; empty at the first visit. */
export function recallPlace(state: PageState | undefined): PageRequests['hello'] {
  if (state !== undefined) return placeOf(state);
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
}

function placeOf({ me, here }: Pick<PageState, 'me' | 'here'>): PageRequests['hello'] {
  return { userId: me.id, channelId: here.channelId };
}
