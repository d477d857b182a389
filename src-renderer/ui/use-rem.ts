import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** Pixels of 1 rem: rows are as tall as the user's text size asks for. */
export function useRem(): number {
  return useSyncExternalStore(
    subscribe,
    () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
  );
}
