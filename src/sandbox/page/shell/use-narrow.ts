import { useEffect, useState } from 'preact/hooks';

/** As in styles/shell.css. */
const NARROW = matchMedia('(max-width: 760px)');

/** Whether the window is a phone's. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(NARROW.matches);
  useEffect(() => {
    const onChange = () => setNarrow(NARROW.matches);
    NARROW.addEventListener('change', onChange);
    return () => NARROW.removeEventListener('change', onChange);
  }, []);
  return narrow;
}
