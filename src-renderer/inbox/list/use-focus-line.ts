import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Layout } from '../rows/headings';
import type { Lines } from '../rows/lines';

/** Scrolls a row into sight and puts the focus on it, as soon as it is drawn and loaded. */
export function useFocusLine(
  scroller: RefObject<HTMLElement | null>,
  lines: Lines,
  layout: Layout,
  headingPx: number,
): (index: number) => void {
  const wanted = useRef<number | null>(null);

  const settle = useCallback(() => {
    const list = scroller.current;
    const index = wanted.current;
    if (index === null || !list) return;
    const line = list.querySelector<HTMLElement>(`[data-index="${index}"]`);
    const focused = document.activeElement;
    // The person went elsewhere while the row was loaded.
    if (focused !== document.body && !list.contains(focused)) wanted.current = null;
    else line?.focus({ preventScroll: true });
    // A row that is not loaded yet is drawn anew when it is; what is still covered cannot take the focus yet.
    if (line && lines.at(index) && document.activeElement === line) wanted.current = null;
  }, [scroller, lines]);

  useLayoutEffect(settle);

  return useCallback(
    (index: number) => {
      wanted.current = index;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (scroller.current) reveal(scroller.current, layout, index, headingPx);
      settle();
    },
    [scroller, layout, headingPx, settle],
  );
}

/** As little as brings the whole row into sight, below the heading that sticks at the top. */
function reveal(list: HTMLElement, layout: Layout, index: number, headingPx: number): void {
  const top = layout.top(index);
  const bottom = top + layout.size(index);
  if (top - headingPx < list.scrollTop) list.scrollTop = index === 0 ? 0 : top - headingPx;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}
