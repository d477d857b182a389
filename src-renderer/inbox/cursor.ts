import { createStore } from 'zustand/vanilla';
import type { Row } from '../../src-shared/inbox';
import { keyText, type NotificationKey } from '../../src-shared/notification';
import type { Lines } from './rows/lines';

/** Where the keyboard is in the list, and what is selected there. */
export interface CursorState {
  readonly active: number;
  /** Its row, so that the cursor stays with it when the list is read anew. */
  readonly key: string | null;
  readonly chosen: ReadonlyMap<string, NotificationKey>;
  /** Where a selection with Shift began. */
  readonly pivot: number | null;
}

/** How far a row is looked for when the list was read anew. */
const NEAR = 500;

export type Cursor = ReturnType<typeof createCursor>;

export function createCursor() {
  const store = createStore<CursorState>(() => ({ active: 0, key: null, chosen: new Map(), pivot: null }));

  function move(active: number, row: Row | undefined): void {
    store.setState({ active, key: row ? keyText(row.key) : null, pivot: null });
  }

  function toggle(row: Row): void {
    store.setState(({ chosen }) => {
      const next = new Map(chosen);
      if (!next.delete(keyText(row.key))) next.set(keyText(row.key), row.key);
      return { chosen: next };
    });
  }

  /** From where it began to there, and nothing else. Rows that are not loaded are left out. */
  function extend(to: number, rowAt: (index: number) => Row | undefined): void {
    store.setState(({ active, pivot }) => {
      const from = pivot ?? active;
      const chosen = new Map<string, NotificationKey>();
      for (let i = Math.min(from, to); i <= Math.max(from, to); i += 1) {
        const row = rowAt(i);
        if (row) chosen.set(keyText(row.key), row.key);
      }
      const row = rowAt(to);
      return { active: to, key: row ? keyText(row.key) : null, chosen, pivot: from };
    });
  }

  function clear(): void {
    store.setState({ chosen: new Map(), pivot: null });
  }

  function reset(): void {
    store.setState({ active: 0, key: null, chosen: new Map(), pivot: null });
  }

  /** The rows have other places now: the cursor stays with its row, or at least in the list. */
  function follow({ count, at }: Lines): void {
    const { active, key } = store.getState();
    const is = (index: number): boolean => {
      const row = at(index);
      return row !== undefined && keyText(row.key) === key;
    };
    if (key === null || is(active)) return;
    for (let by = 1; by <= NEAR; by += 1) {
      const found = [active + by, active - by].find(is);
      if (found !== undefined) return store.setState({ active: found, pivot: null });
    }
    if (active >= count) store.setState({ active: Math.max(0, count - 1), pivot: null });
  }

  return { store, move, toggle, extend, clear, reset, follow };
}
