import { useCallback, useMemo, useState } from 'react';
import type { AskedPage } from '../../src-shared/ipc';
import type { Failure } from '../../src-shared/app-error';
import { toServerQuery, type Filter } from '../../src-shared/filter';
import type { Row } from '../../src-shared/inbox';
import { keyText, type NotificationKey } from '../../src-shared/notification';
import { useParts, useUi } from '../app-context';
import { compareKeys } from './rows/order';
import type { Shown } from './rows/rows';

/** What one account's server answered so far. */
interface Answered {
  readonly rows: readonly Row[];
  /** `null`: there is no more. */
  readonly next: number | null;
  readonly left: AskedPage['left'];
  readonly busy: boolean;
  readonly failure: Failure | null;
}

export interface Asked {
  /** Of all accounts, without those that are in the local list by now. */
  readonly rows: readonly Row[];
  readonly of: (account: string) => Answered | undefined;
  ask(account: string): Promise<void>;
}

/** Pages of things already here that are stepped over without being asked again. */
const MOST_SKIPPED = 5;

/** Rows that the servers themselves have beyond the local history. Another view forgets them. */
export function useAsked(shown: Shown): Asked {
  const { bridge, store } = useParts();
  const filter = useUi((ui) => ui.filter);
  const [state, setState] = useState<{
    readonly filter: Filter;
    readonly by: ReadonlyMap<string, Answered>;
  }>({ filter, by: new Map() });
  const by = useMemo(
    () => (state.filter === filter ? state.by : new Map<string, Answered>()),
    [state, filter],
  );

  const ask = useCallback(
    async (account: string): Promise<void> => {
      const before = by.get(account);
      if (before?.busy || before?.next === null) return;
      const put = (answered: Answered): void =>
        setState((old) => ({
          filter,
          by: new Map(old.filter === filter ? old.by : []).set(account, answered),
        }));
      let now: Answered = { rows: [], left: [], next: 0, ...before, busy: true, failure: null };
      put(now);
      const mapped = store.getState().app?.preferences.severityLevels ?? {};
      const here = await localEnd(bridge, { ...filter, account });
      let offset = before
        ? (before.next ?? 0)
        : toServerQuery(filter, mapped).left.length > 0
          ? 0
          : here.skip;
      for (let pages = 0; pages < MOST_SKIPPED; pages += 1) {
        const reply = await bridge.call('askServer', { account, filter, offset });
        if (!reply.ok) return put({ ...now, busy: false, failure: reply.failure });
        const { rows, nextOffset, left } = reply.value;
        const fresh = rows.filter(({ key }) => !here.has(key) && !now.rows.some((row) => same(row.key, key)));
        now = { ...now, rows: [...now.rows, ...fresh], next: nextOffset, left };
        if (fresh.length > 0 || nextOffset === null) break;
        offset = nextOffset;
      }
      put({ ...now, busy: false });
    },
    [bridge, store, filter, by],
  );

  const rows = useMemo(() => {
    const all = [...by.values()].flatMap((one) => one.rows);
    if (all.length === 0) return all;
    const local = new Set([...shown.pages.values()].flat().map((row) => keyText(row.key)));
    return all.filter((row) => !local.has(keyText(row.key)));
  }, [by, shown.pages]);

  return useMemo(() => ({ rows, of: (account) => by.get(account), ask }), [rows, by, ask]);
}

const same = (a: NotificationKey, b: NotificationKey): boolean => keyText(a) === keyText(b);

/** Where the local history of this filter ends: how many to skip on the server, and what is certainly here. */
async function localEnd(
  bridge: ReturnType<typeof useParts>['bridge'],
  filter: Filter,
): Promise<{ readonly skip: number; has(key: NotificationKey): boolean }> {
  const NONE = { skip: 0, has: () => false };
  if (filter.order === 'oldest') return NONE;
  const first = await bridge.call('inboxQuery', { filter, offset: 0, limit: 1 });
  if (!first.ok || first.value.total === 0) return NONE;
  const { total } = first.value;
  const end = await bridge.call('inboxQuery', { filter, offset: total - 1, limit: 1 });
  const last = end.ok ? end.value.rows[0]?.key : undefined;
  // A few rows of overlap: the server may have lost some meanwhile.
  return last ? { skip: Math.max(0, total - 3), has: (key) => compareKeys(key, last, 'newest') <= 0 } : NONE;
}
