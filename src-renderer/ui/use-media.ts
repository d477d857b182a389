import { useCallback, useSyncExternalStore } from 'react';

/** Below this the detail covers the list, and names give way to icons (the same number stands in the style sheets). */
export const NARROW = '(max-width: 780px)';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
