import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useParts, useUi } from '../../app-context';
import { createRows, type Rows, type Shown } from './rows';
import { filterSource, membersSource } from './source';

/** The rows of what the person looks at, pulled anew when main's revision moves. */
export function useRows(): { readonly rows: Rows; readonly shown: Shown; readonly sourceId: string } {
  const { bridge } = useParts();
  const filter = useUi((ui) => ui.filter);
  const members = useUi((ui) => ui.members);
  const afresh = useUi((ui) => ui.afresh);
  const revision = useApp((state) => state.revision);
  const ready = useApp((state) => state.ready);
  const [rows] = useState(createRows);
  const source = useMemo(
    () => (members ? membersSource(bridge, members) : filterSource(bridge, filter)),
    [bridge, filter, members],
  );
  // Before the frame is drawn: the first rows are there already (early-answers.ts), and come with it.
  useLayoutEffect(() => {
    if (ready) rows.show(source);
  }, [rows, source, ready]);
  useEffect(() => rows.revise(revision), [rows, revision]);
  useEffect(() => {
    if (afresh > 0) rows.refresh();
  }, [rows, afresh]);
  return { rows, shown: useStore(rows.store), sourceId: source.id };
}
