import { FATES, type PreviewCounts } from '../../src-shared/alert-preview';
import type { Failure, Result } from '../../src-shared/app-error';
import type { AppState } from '../../src-shared/app-state';
import { matches, type Filter } from '../../src-shared/filter';
import type { Detail, Row } from '../../src-shared/inbox';
import type { Bridge, CommandName, Input, Push, Reply } from '../../src-shared/ipc';
import { keyText, type NotificationKey } from '../../src-shared/notification';
import { changed, defaultPreferences, differing, type Preferences } from '../../src-shared/preferences';
import { aState, countsOf } from './world';

type Handler<Name extends CommandName> = (
  input: Input<Name>,
) => Result<Reply<Name>> | Promise<Result<Reply<Name>>>;
export type Handlers = { [Name in CommandName]?: Handler<Name> };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const bad = (kind: Failure['kind'], rest: Omit<Failure, 'kind'> = {}): Result<never> => ({
  ok: false,
  failure: { kind, ...rest },
});

const NO_ALERTS: PreviewCounts = {
  toasts: 0,
  again: 0,
  fates: Object.fromEntries(FATES.map((fate) => [fate, 0])) as PreviewCounts['fates'],
};

export const UNDO_MS = 8000;

/** ms: an answer comes from another process. One that came at once would let a test pass that does not wait for it. */
const ANSWER_MS = 4;

/** Main in a few lines: rows and state in memory, answers as the contract has them, what was called written down. */
export function fakeBridge(
  start: Partial<AppState> = {},
  rows: readonly Row[] = [],
  handlers: Handlers = {},
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, ANSWER_MS)),
) {
  const listeners = new Set<(push: Push) => void>();
  const calls: { readonly name: CommandName; readonly input: unknown }[] = [];
  let all = [...rows];
  let state = withCounts(aState(start));
  let batches = 0;
  const earlier: Preferences[] = [];
  const batch = new Map<string, readonly string[]>();

  function withCounts(from: AppState): AppState {
    const mine = (id: string): Row[] => all.filter((row) => row.key.account === id);
    const accounts = from.accounts.map((one) => ({ ...one, counts: countsOf(mine(one.id)) }));
    const away = all.flatMap(({ snoozedUntil }) => snoozedUntil ?? []);
    const snoozed = { count: away.length, first: away.length > 0 ? Math.min(...away) : null };
    return { ...from, accounts, counts: countsOf(all), snoozed };
  }

  function push(one: Push): void {
    for (const listener of listeners) listener(one);
  }

  function set(change: Partial<AppState>): void {
    state = withCounts({ ...state, ...change });
    push({ kind: 'state', state });
  }

  /** Rows have changed: counts and the revision follow. */
  function put(next: readonly Row[]): void {
    all = [...next];
    set({ revision: state.revision + 1 });
  }

  const byKey = (key: NotificationKey): Row | undefined =>
    all.find((row) => keyText(row.key) === keyText(key));

  function detail(key: NotificationKey): Result<Detail> {
    const row = byKey(key);
    if (!row) return bad('gone');
    const { type, severity, seen, timestamp, data } = row;
    const raw = `{"id":${row.key.id},${JSON.stringify({ type, severity, seen, timestamp, additional_data: data }).slice(1)}`;
    return ok({ row, raw, firstSeenAt: row.key.ts / 1000 + 900, foundBy: 'head', verdicts: [] });
  }

  const own: Handlers = {
    state: () => ok(state),
    inboxQuery: ({ filter, offset, limit }) => {
      const found = query(all, filter);
      return ok({ rows: found.slice(offset, offset + limit), total: found.length, revision: state.revision });
    },
    inboxItem: ({ key }) => detail(key),
    inboxRefresh: ({ key }) => detail(key),
    unreadable: () => ok([]),
    markSeen: ({ keys }) => {
      const marked = new Set(keys.map(keyText));
      const name = `batch${(batches += 1)}`;
      batch.set(name, [...marked]);
      put(all.map((row) => (marked.has(keyText(row.key)) ? { ...row, seen: true, mark: 'waiting' } : row)));
      const value = { batch: name, count: keys.length, until: Date.now() + UNDO_MS };
      push({ kind: 'marked', batch: value });
      return ok(value);
    },
    undo: ({ batch: name }) => {
      const marked = new Set(batch.get(name));
      batch.delete(name);
      put(all.map((row) => (marked.has(keyText(row.key)) ? { ...row, seen: false, mark: null } : row)));
      return ok('taken back');
    },
    snooze: ({ keys, until }) => {
      const away = new Set(keys.map(keyText));
      const fits = (row: Row): boolean => away.has(keyText(row.key)) && !row.seen && row.live;
      const count = all.filter(fits).length;
      put(all.map((row) => (fits(row) ? { ...row, snoozedUntil: until } : row)));
      return ok({ count });
    },
    unsnooze: ({ keys }) => {
      const back = new Set(keys.map(keyText));
      const fits = (row: Row): boolean => back.has(keyText(row.key)) && row.snoozedUntil !== null;
      const count = all.filter(fits).length;
      put(all.map((row) => (fits(row) ? { ...row, snoozedUntil: null } : row)));
      return ok({ count });
    },
    markAllAsk: ({ account }) => {
      const found = state.accounts.find(({ id }) => id === account);
      return ok({ account, name: found?.name ?? '', count: found?.counts.unseen ?? 0, snoozed: 0 });
    },
    markAll: ({ account, expected }) => {
      const open = all.filter((row) => row.key.account === account && !row.seen);
      if (open.length > expected) return bad('grew');
      put(all.map((row) => (row.key.account === account ? { ...row, seen: true } : row)));
      return ok({ marked: open.length });
    },
    askServer: () => ok({ rows: [], total: 0, nextOffset: null, left: [] }),
    openInBrowser: () => ok(null),
    nameSubject: ({ account, subject, name }) => {
      const { [`${account}/${subject}`]: _old, ...rest } = state.preferences.subjectNames;
      const subjectNames = name === '' ? rest : { ...rest, [`${account}/${subject}`]: name };
      set({ preferences: { ...state.preferences, subjectNames } });
      return ok(null);
    },
    preferences: (change) => {
      set({ preferences: changed(state.preferences, change) });
      return ok(null);
    },
    preferencesReset: ({ names }) => {
      const wanted = names ?? differing(state.preferences, defaultPreferences);
      const before = state.preferences;
      const preferences = {
        ...before,
        ...Object.fromEntries(wanted.map((name) => [name, defaultPreferences[name]])),
      };
      earlier.push(before);
      set({ preferences });
      return ok({ act: String(earlier.length), names: differing(before, preferences) });
    },
    preferencesUndo: ({ act }) => {
      set({ preferences: earlier[Number(act) - 1]! });
      return ok(null);
    },
    severities: () => ok([]),
    pause: ({ until }) => {
      set({ pausedUntil: until });
      return ok(null);
    },
    alertPreview: () =>
      ok({
        state: 'done',
        items: 0,
        saved: NO_ALERTS,
        draft: NO_ALERTS,
        matches: state.preferences.textRules.map(() => 0),
      }),
    pollNow: () => ok(null),
    accountToken: () => ok(null),
    accountRemove: ({ account }) => {
      set({ accounts: state.accounts.filter(({ id }) => id !== account) });
      return ok(null);
    },
  };

  const bridge: Bridge = {
    call: async <Name extends CommandName>(name: Name, input: Input<Name>) => {
      calls.push({ name, input });
      await pause();
      const handler = (handlers[name] ?? own[name]) as Handler<Name> | undefined;
      return handler ? handler(input) : bad('bug', { detail: `the fake has no ${name}` });
    },
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    bridge,
    push,
    set,
    put,
    rows: (): readonly Row[] => all,
    state: (): AppState => state,
    handlers,
    /** The inputs of every call of one command, in order. */
    calls: <Name extends CommandName>(name: Name): readonly Input<Name>[] =>
      calls.filter((one) => one.name === name).map(({ input }) => input as Input<Name>),
  };
}

function query(rows: readonly Row[], filter: Filter): Row[] {
  const text = filter.text?.toLowerCase();
  const found = rows.filter(
    (row) =>
      matches(filter, row) &&
      (filter.account ?? row.key.account) === row.key.account &&
      (!text || JSON.stringify(row.data).toLowerCase().includes(text)),
  );
  const newest = found.toSorted((a, b) => b.key.ts - a.key.ts || Number(b.key.id) - Number(a.key.id));
  return filter.order === 'oldest' ? newest.toReversed() : newest;
}
