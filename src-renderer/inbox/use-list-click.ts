import { useCallback, type MouseEvent } from 'react';
import { useActs } from '../app-context';
import type { Cursor } from './cursor';
import type { Lines } from './lines';

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
