import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Rows } from './rows';

interface Parts {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: Rows;
  /** Something is selected or open. */
  readonly held: boolean;
}

/** Rows keep their places while the list is scrolled, under the pointer, has the focus, or something is selected. */
export function useHold({ scroller, rows, held }: Parts) {
  const over = useRef(false);
  const update = useRef(() => {});
  useEffect(() => {
    update.current = () => {
      const list = scroller.current;
      const scrolled = (list?.scrollTop ?? 0) > 0;
      const focused = list?.contains(document.activeElement) ?? false;
      rows.hold(held || over.current || scrolled || focused);
      if (!scrolled) rows.atTop();
    };
    update.current();
  }, [scroller, rows, held]);
  useEffect(() => () => rows.hold(false), [rows]);
  const handlers = useMemo(() => {
    const pointer = (inside: boolean) => () => {
      over.current = inside;
      update.current();
    };
    return {
      onPointerEnter: pointer(true),
      onPointerLeave: pointer(false),
      onScroll: () => update.current(),
      onFocus: () => update.current(),
      // The focus has left only after this event.
      onBlur: () => queueMicrotask(() => update.current()),
    };
  }, []);
  return { handlers };
}
