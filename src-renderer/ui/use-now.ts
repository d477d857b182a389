import { useEffect, useState } from 'react';

/** A moment ago is now: what has just been drawn is not drawn again for it. ms */
const SAME_MS = 100;

/** The time, moving on every `every` ms while the window is seen; `null` stops it. Nothing ticks in a hidden window. */
export function useNow(every: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (every === null) return undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    const follow = (): void => {
      clearInterval(timer);
      timer = undefined;
      if (document.visibilityState !== 'visible') return;
      setNow((old) => (Math.abs(Date.now() - old) < SAME_MS ? old : Date.now()));
      timer = setInterval(() => setNow(Date.now()), every);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [every]);
  return now;
}
