import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { PageState } from '../../page-types.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('Outside of SessionContext.');
  return session;
}

/** What is to be drawn, again at every change. */
export function useView(): View {
  const session = useSession();
  const [view, setView] = useState(session.view);
  useEffect(() => {
    setView(session.view);
    return session.subscribe(() => setView(session.view));
  }, [session]);
  return view;
}

/** The world as the member sees it; only for what is drawn once that is known. */
export function useWorld(): PageState {
  const { state } = useView();
  if (state === undefined) throw new Error('Nothing is known of the world yet.');
  return state;
}
