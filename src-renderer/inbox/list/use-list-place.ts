import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { useApp } from '../../app-context';
import { useRem } from '../../ui/use-rem';
import { createLayout } from '../rows/headings';
import type { Lines } from '../rows/lines';
import type { Rows, Shown } from '../rows/rows';
import { useFocusLine } from './use-focus-line';
import { useGroups } from '../rows/use-groups';

interface Parts {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: Lines;
  readonly rows: Rows;
  readonly shown: Shown;
  readonly active: number;
}

const ROW = { comfortable: 2.125, compact: 1.75 } as const; // rem: 34 and 28 px
const HEADING = 1.75;

/** Which rows are drawn and where, and how the list moves without its rows moving on screen. */
export function useListPlace({ scroller, lines, rows, shown, active }: Parts) {
  const rem = useRem();
  const rowPx = ROW[useApp((state) => state.preferences.density)] * rem;
  const headingPx = HEADING * rem;
  const { headed, titleOf } = useGroups(lines, shown);
  const layout = useMemo(
    () => createLayout([...headed.keys()], rowPx, headingPx),
    [headed, rowPx, headingPx],
  );

  // No compiler memoises this: its functions may change between renders.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: layout.size,
    overscan: 8,
    rangeExtractor: useCallback(
      (range: Range) => withActive(defaultRangeExtractor(range), active, range.count),
      [active],
    ),
  });

  // Where the layout moves, what stands on screen stays: the first row in sight, or the one that was followed.
  const before = useRef({ layout, source: shown.source, moved: shown.moved });
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { layout, source: shown.source, moved: shown.moved };
    const list = scroller.current;
    if (!list) return;
    if (old.layout.id !== layout.id) virtual.measure();
    if (old.source !== shown.source) list.scrollTop = 0;
    else if (list.scrollTop > 0) {
      const followed = old.moved === shown.moved ? null : shown.moved;
      const from = followed?.from ?? virtual.range?.startIndex ?? 0;
      list.scrollTop += layout.top(followed?.to ?? from) - old.layout.top(from);
    }
  }, [layout, shown.source, shown.moved, scroller, virtual]);

  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (last < lines.local || first < lines.local) rows.want({ first, last: Math.min(last, lines.local) });
  }, [rows, first, last, lines.local]);
  useEffect(() => rows.anchorBy(() => virtual.range?.startIndex ?? null), [rows, virtual]);

  const focus = useFocusLine(scroller, lines, layout, headingPx);
  const pageSize = useCallback(
    () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 1),
    [scroller, rowPx],
  );
  const toTop = useCallback(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
    rows.want({ first: 0, last: pageSize() });
    rows.refresh();
  }, [scroller, rows, pageSize]);

  return {
    focus,
    pageSize,
    toTop,
    height: virtual.getTotalSize(),
    sticky: titleOf(first),
    items: virtual
      .getVirtualItems()
      .map(({ index, start }) => ({ index, start, heading: headed.get(index) })),
  };
}

function withActive(indexes: number[], active: number, count: number): number[] {
  if (active >= count || indexes.includes(active)) return indexes;
  return [...indexes, active].sort((a, b) => a - b);
}
