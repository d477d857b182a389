import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useParts, useUi } from '../../app-context';
import { createRows, firstShown, type Rows, type Shown } from './rows';
import { filterSource, membersSource } from './source';

/** The rows of what the person looks at, pulled anew when main's revision moves. */
export function useRows(): { readonly rows: Rows; readonly shown: Shown; readonly sourceId: string } {
  const { bridge, firstRows } = useParts();
  const filter = useUi((ui) => ui.filter);
  const members = useUi((ui) => ui.members);
  const afresh = useUi((ui) => ui.afresh);
  const revision = useApp((state) => state.revision);
  const ready = useApp((state) => state.ready);
  const source = useMemo(
    () => (members ? membersSource(bridge, members) : filterSource(bridge, filter)),
    [bridge, filter, members],
  );
  // With the first frame, where they are there already: no empty one is drawn before it.
  const [rows] = useState(() => {
    const page = members ? undefined : firstRows(filter);
    return createRows(page && firstShown(source, page));
  });
  // Before the frame is drawn: what comes meanwhile comes with it.
  useLayoutEffect(() => {
    if (ready) rows.show(source);
  }, [rows, source, ready]);
  useEffect(() => rows.revise(revision), [rows, revision]);
  useEffect(() => {
    if (afresh > 0) rows.refresh();
  }, [rows, afresh]);
  return { rows, shown: useStore(rows.store), sourceId: source.id };
}
