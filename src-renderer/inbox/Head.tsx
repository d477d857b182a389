import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { Button } from '../ui/Button';
import { NARROW, useMedia } from '../ui/use-media';
import { whenIdle } from '../ui/when-idle';
import type { Cursor } from './cursor';
import { QueryBox } from './query/QueryBox';
import type { Rows, Shown } from './rows/rows';
import { useMarkButton } from './use-mark-button';

// What floats brings a quarter of all the code: the rows are painted before it is read.
const FilterPanel = lazy(async () => {
  await whenIdle();
  return { default: (await import('./query/FilterPanel')).FilterPanel };
});
const MoreMenu = lazy(async () => {
  await whenIdle();
  return { default: (await import('./MoreMenu')).MoreMenu };
});

interface Props {
  readonly cursor: Cursor;
  readonly shown: Shown;
  readonly rows: Rows;
  /** Escape in the query box leads there. */
  readonly toList: () => void;
}

/** The query box, the one main act, and the rest in a menu. */
export function Head({ cursor, shown, rows, toList }: Props) {
  const chosen = useStore(cursor.store, (state) => state.chosen);
  const mark = useMarkButton({ cursor, chosen, shown, rows });
  const narrow = useMedia(NARROW);
  return (
    <div className="head">
      <QueryBox toList={toList} />
      <Suspense fallback={<span className="btn icon" aria-hidden />}>
        <FilterPanel />
      </Suspense>
      {mark && !narrow && <Button onClick={mark.act}>{mark.label}</Button>}
      <Suspense fallback={<span className="btn icon quiet" aria-hidden />}>
        <MoreMenu first={narrow ? mark : null} />
      </Suspense>
    </div>
  );
}
