import { defaultPreferences, type Preferences } from '../../../src-shared/preferences';
import type { Bubble } from '../../../src-main/core/alerts/decision';
import type { Context } from '../../../src-main/core/alerts/draft';
import type { PageMessage, StorageNotice } from '../../../src-main/core/store-port';
import { createOperations, type OfThread, type Operations } from '../../../src-main/store/operations';
import type { Missed } from '../../../src-main/core/sync/guard';

/** 2026-11-22T10:00:00Z in ms. */
export const T0 = Date.UTC(2026, 10, 22, 10);

/** The stamp of so many seconds after T0, in µs as the store has it. */
export const at = (second: number): number => (T0 + second * 1000) * 1000;

export interface Item {
  readonly id: number | string;
  readonly second: number;
  readonly seen?: boolean;
  readonly type?: number;
  readonly severity?: unknown;
  readonly data?: unknown;
}

export const json = ({ id, second, seen = false, type = 8, severity = 1, data }: Item): string =>
  JSON.stringify({
    id: 'ID',
    type,
    seen,
    severity,
    timestamp: new Date(T0 + second * 1000).toISOString(),
    additional_data: data === undefined ? { test_agent_id: Number(id) } : data,
  }).replace('"ID"', String(id));

export function page(
  items: readonly (Item | string)[],
  more: { next?: string | null; count?: number } = {},
): Uint8Array {
  const { next = null, count = items.length } = more;
  const texts = items.map((item) => (typeof item === 'string' ? item : json(item)));
  return new TextEncoder().encode(
    `{"count":${count},"next":${JSON.stringify(next)},"previous":null,"results":[${texts.join(',')}]}`,
  );
}

/** Whatever a page lacks was missing a minute ago too: the guard has nothing to say. */
class LongAgo extends Map<string, number> {
  override get = (): number => -Infinity;
}
const AGREED: Missed = { since: new LongAgo(), before: 0, at: 0 };

export const message = (body: Uint8Array, more: Partial<PageMessage> = {}): PageMessage => ({
  account: 'a',
  body,
  walk: 'head',
  offset: 0,
  limit: 100,
  above: null,
  longest: 0,
  reached: 0,
  bottom: null,
  again: true,
  knownSeq: Number.MAX_SAFE_INTEGER,
  now: T0,
  levels: {},
  horizon: null,
  date: null,
  missed: AGREED,
  ...more,
});

export const NEXT = 'http://internal/api/user/notifications/?limit=100&offset=100';

/** No hold-down unless a test asks for one: the rows of these tests are seconds apart. */
export const contextOf = (
  settings: Partial<Preferences> = {},
  more: Partial<Omit<Context, 'settings'>> = {},
): Context => ({
  now: T0,
  pausedUntil: null,
  settings: { ...defaultPreferences, holdDownSeconds: 0, ...settings },
  ...more,
});

/** What the engine tells of everything pending, after a complete poll that began at T0. */
export const toldBy = (store: Operations, account = 'a', context = contextOf()): Bubble[] =>
  store
    .decide(account, { account, server: T0 * 1000, at: T0, complete: true }, context)
    .decisions.filter((one) => one.kind !== 'silent-feed');

export interface Opened extends Operations, OfThread {
  /** One page, applied. */
  apply(
    items: readonly (Item | string)[],
    more?: Partial<PageMessage> & { next?: string | null },
  ): ReturnType<Operations['applyPage']>;
  /** `5 4' 3×`: rows newest first; ' seen here, × gone from the server, ? waiting, ! refused. */
  shown(): string;
}

export function opened(
  folder = ':memory:',
  onNotice: (notice: StorageNotice) => void = () => undefined,
): Opened {
  const store = createOperations(() => T0, onNotice);
  store.open(folder);
  return {
    ...store,
    apply: (items, { next = null, ...more } = {}) => {
      const count = (more.offset ?? 0) + items.length;
      return store.applyPage(message(page(items, { next, count }), more));
    },
    shown: () =>
      store
        .query({}, 0, 1000)
        .rows.map(({ key, seen, live, mark }) => {
          const signs = `${seen ? "'" : ''}${live ? '' : '×'}${mark === 'waiting' ? '?' : mark === 'refused' ? '!' : ''}`;
          return `${key.id}${signs}`;
        })
        .join(' '),
  };
}

export const keyOf = (id: number | string, second: number) => ({
  account: 'a',
  id: String(id),
  ts: at(second),
});
