import { useCallback, useEffect, useRef, type RefObject } from 'react';

import { useParts } from '../../app-context';
import { isTaken, ownsKey, shortcutOf, type Move, type Shortcut } from '../../frame/shortcuts';
import type { Cursor } from '../cursor';
import type { Lines, ListHandle } from '../rows/lines';
import { unseenKeys } from '../marking';
import type { Shown } from '../rows/rows';

/** Keys of the list work wherever the focus is on the page, unless something there wants them. */
export function useListKeys(
  cursor: Cursor,
  lines: Lines,
  shown: Shown,
  narrow: boolean,
): { readonly list: RefObject<ListHandle | null>; readonly focusActive: () => void } {
  const { acts, store } = useParts();
  const list = useRef<ListHandle>(null);

  useEffect(() => {
    const move = (to: Move, extend: boolean): void => {
      if (lines.count === 0) return;
      const { active } = cursor.store.getState();
      const index = target(to, active, lines.count, list.current?.pageSize() ?? 1);
      if (extend) cursor.extend(index, lines.at);
      else cursor.move(index, lines.at(index));
      list.current?.focus(index);
      const row = lines.at(index);
      // Beside the list the detail follows; where it covers the list it is left first.
      if (row && !narrow && !extend && store.getState().opened) acts.open(row.key);
    };

    const close = (): boolean => {
      const { opened, members } = store.getState();
      if (opened) acts.open(null);
      else if (cursor.store.getState().chosen.size > 0) cursor.clear();
      else if (members) acts.show(store.getState().filter);
      else return false;
      if (opened) list.current?.focus(cursor.store.getState().active);
      return true;
    };

    const act = (shortcut: Shortcut): boolean => {
      const { active, chosen } = cursor.store.getState();
      const row = lines.at(active);
      switch (shortcut.act) {
        case 'move':
          move(shortcut.to, shortcut.extend);
          return true;
        case 'open':
          if (row) acts.open(row.key);
          return row !== undefined;
        case 'seen':
          void acts.markSeen(unseenKeys(shown, chosen, store.getState().opened ?? row?.key));
          cursor.clear();
          return true;
        case 'snooze':
          acts.askSnooze(unseenKeys(shown, chosen, store.getState().opened ?? row?.key));
          return true;
        case 'choose':
          if (row) cursor.toggle(row);
          return true;
        case 'close':
          return close();
        default:
          return false;
      }
    };

    const press = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (!shortcut || event.defaultPrevented) return;
      if (isTaken(event.target) || ownsKey(event.target, shortcut)) return;
      if (act(shortcut)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [acts, store, cursor, lines, shown, narrow]);

  const focusActive = useCallback(() => list.current?.focus(cursor.store.getState().active), [cursor]);
  return { list, focusActive };
}

function target(to: Move, active: number, count: number, page: number): number {
  const wanted = {
    next: active + 1,
    previous: active - 1,
    first: 0,
    last: count - 1,
    'page-down': active + page,
    'page-up': active - page,
  }[to];
  return Math.min(count - 1, Math.max(0, wanted));
}
