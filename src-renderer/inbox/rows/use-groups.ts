import { useMemo, useState } from 'react';
import { useApp, useWords } from '../../app-context';
import { groupOf, groupTitle, type Group, type Opened } from './headings';
import type { Lines } from './lines';
import { useToday } from '../../ui/use-today';
import { PAGE } from './pages';
import { rowAt, type Shown } from './rows';
import type { Source } from './source';

/** Headings of the loaded rows, by the index that each stands above. */
export function useGroups(
  lines: Lines,
  shown: Shown,
): { readonly headed: ReadonlyMap<number, string>; readonly titleOf: (index: number) => string | null } {
  const words = useWords();
  const accounts = useApp((state) => state.accounts);
  const opened = useOpened(shown);
  const today = useToday();
  const order = shown.source?.order ?? 'newest';
  return useMemo(() => {
    const groupAt = (index: number): Group | undefined => {
      const row = index < lines.local ? rowAt(shown, index) : undefined;
      return row && groupOf(row, opened, order);
    };
    const newAbove = groupAt(0) === 'new';
    const title = (group: Group): string => groupTitle(group, opened, today, words, newAbove);
    const headed = new Map<number, string>();
    for (const n of [...shown.pages.keys()].sort((a, b) => a - b)) {
      let above = n === 0 ? undefined : groupAt(n * PAGE - 1);
      for (let i = n * PAGE; i < Math.min(lines.local, (n + 1) * PAGE); i += 1) {
        const group = groupAt(i);
        // Above an unknown row nothing is known to begin, but at the very top.
        if (group !== undefined && group !== above && (above !== undefined || i === 0))
          headed.set(i, title(group));
        above = group;
      }
    }
    const server = (index: number): string => {
      const account = lines.at(index)?.key.account;
      const name = accounts.find(({ id }) => id === account)?.name ?? account ?? '';
      return words.messages.inbox.list.fromServer(name);
    };
    for (let i = lines.local; i < lines.count; i += 1) {
      const text = server(i);
      if (i === lines.local || text !== server(i - 1)) headed.set(i, text);
    }
    const titleOf = (index: number): string | null => {
      if (index >= lines.local) return index < lines.count ? server(index) : null;
      const group = groupAt(index);
      return group === undefined ? null : title(group);
    };
    return { headed, titleOf };
  }, [words, accounts, opened, order, lines, shown, today]);
}

/** When this view was opened, and with which first row. */
function useOpened(shown: Shown): Opened {
  const [since, setSince] = useState<{ readonly source: Source | null; readonly opened: Opened }>({
    source: null,
    opened: { at: 0, ts: null },
  });
  if (shown.source === since.source) return since.opened;
  const opened = { at: shown.at, ts: rowAt(shown, 0)?.key.ts ?? null };
  setSince({ source: shown.source, opened });
  return opened;
}
