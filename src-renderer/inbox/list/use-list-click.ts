import { useCallback, type MouseEvent } from 'react';
import { useActs } from '../../app-context';
import type { Cursor } from '../cursor';
import type { Lines } from '../rows/lines';

interface Parts {
  readonly cursor: Cursor;
  readonly lines: Lines;
  readonly narrow: boolean;
  readonly focus: (index: number) => void;
}

/** A click opens a row, with Ctrl it selects, with Shift it selects up to there. It marks nothing. */
export function useListClick({ cursor, lines, narrow, focus }: Parts) {
  const acts = useActs();
  return useCallback(
    (index: number, event: MouseEvent): void => {
      const row = lines.at(index);
      if (!row) return;
      if (event.shiftKey) cursor.extend(index, lines.at);
      else if (event.ctrlKey || event.metaKey) {
        cursor.move(index, row);
        cursor.toggle(row);
      } else {
        cursor.clear();
        cursor.move(index, row);
        acts.open(row.key);
        if (narrow) return; // the detail takes the focus
      }
      focus(index);
    },
    [acts, cursor, lines, narrow, focus],
  );
}

/** The other button of the mouse asks until when to put an unseen row off, as `s` does. */
export function useSnoozeClick(lines: Lines) {
  const acts = useActs();
  return useCallback(
    (index: number, event: MouseEvent): void => {
      const row = lines.at(index);
      if (!row || row.seen || !row.live) return;
      event.preventDefault();
      acts.askSnooze([row.key]);
    },
    [acts, lines],
  );
}
