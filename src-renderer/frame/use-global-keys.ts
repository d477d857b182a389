import { useEffect } from 'react';
import { useParts } from '../app-context';
import { isTaken, shortcutOf } from './shortcuts';

/** The query box has this id, so that `/` finds it from every page. */
export const QUERY_ID = 'query';

/** Keys that work on every page. Those of the list are the inbox's. */
export function useGlobalKeys(): void {
  const { acts } = useParts();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (!shortcut || event.defaultPrevented || isTaken(event.target)) return;
      if (shortcut.act === 'find') {
        const box = document.getElementById(QUERY_ID);
        // At once: what is typed next would be taken for keys of the list. From another page it is there a frame later.
        if (box) box.focus();
        else {
          acts.go({ page: 'inbox' });
          requestAnimationFrame(() => document.getElementById(QUERY_ID)?.focus());
        }
      } else if (shortcut.act === 'undo') void acts.undo();
      else if (shortcut.act === 'poll') void acts.pollNow();
      else if (shortcut.act === 'help') acts.ask({ kind: 'keys' });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [acts]);
}
