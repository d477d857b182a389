import type { Bubble } from '../../../../src-main/core/alerts/decision';
import { createOrigins } from '../../../../src-main/core/watching/origins';
import { createPoller, type PollerDeps } from '../../../../src-main/core/watching/poller';
import type { InboxApi, ListQuery } from '../../../../src-main/core/ports';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { createFakeClock } from '../../../support/fake-clock';
import { createInlineStore } from '../../../support/fake-desktop';
import { createFakeServer, type FakeServer } from '../../../support/fake-server';

export const EVERY = 30_000;

/** `n` notifications up to `now`, `apart` ms from each other, every other one seen. */
export function history(server: FakeServer, now: number, n: number, apart = 1000): void {
  for (let i = 0; i < n; i += 1) server.add({ ts: (now - (n - i) * apart) * 1000, seen: i % 2 === 0 });
}

/** One poller over the real store and a server in memory; `begin` again on the same store is the next start. */
export async function watch(given: Partial<PollerDeps> = {}) {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const store = createInlineStore(() => clock.now());
  await store.open(':memory:');
  const origins = createOrigins(clock, () => EVERY);
  const told: Bubble[] = [];
  const lines: string[] = [];
  const bugs: unknown[] = [];
  const begin = (more: Partial<PollerDeps> = {}) => {
    const poller = createPoller({
      account: 'a',
      name: 'Lab',
      api: server,
      way: origins.wayTo('https://lab.example'),
      store,
      clock,
      log: {
        event: (event, text) => void lines.push(`${event} · ${text}`),
        bug: (error) => void bugs.push(error),
      },
      interval: () => EVERY,
      levels: () => ({}),
      onRows: () => undefined,
      onState: () => undefined,
      // No hold-down: what these tests ask is when an arrival reaches the engine.
      onArrivals: async (poll) => {
        const settings = { ...defaultPreferences, holdDownSeconds: 0 };
        const context = { now: clock.now(), pausedUntil: null, settings };
        const { decisions } = await store.decide('a', poll, context);
        told.push(...decisions.filter((one) => one.kind !== 'silent-feed'));
      },
      onLinkFailed: () => undefined,
      ...given,
      ...more,
    });
    poller.start();
    return poller;
  };
  const counts = async () => (await store.summary()).accounts['a'];
  const rows = async () => (await store.query({}, 0, 10_000)).rows;
  /** Requests since the last look. */
  const asked = (): string[] => server.log.splice(0);
  return { clock, server, store, told, lines, bugs, begin, counts, rows, asked };
}

interface Page {
  readonly count: number;
  readonly results: readonly unknown[];
}
/** The same API; what its lists say is changed. @param as which page is asked for in place of another */
export function bent(
  server: FakeServer,
  bend: (page: Page) => object,
  as: (query: ListQuery) => ListQuery = (query) => query,
): InboxApi {
  return {
    ...server,
    list: async (query) => {
      const answer = await server.list(as(query));
      const page = JSON.parse(new TextDecoder().decode(answer.body)) as Page;
      return { ...answer, body: new TextEncoder().encode(JSON.stringify({ ...page, ...bend(page) })) };
    },
  };
}

/** The same API, each answer after `ms`; gives up when it is told to stop, as the real one does. */
export function slowed(api: InboxApi, after: (ms: number, act: () => void) => unknown, ms: number) {
  let running = 0;
  const most = { atOnce: 0 };
  const late = async <T>(answer: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    running += 1;
    most.atOnce = Math.max(most.atOnce, running);
    let give = (): void => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        after(ms, resolve);
        give = () => reject(signal?.reason as Error);
        signal?.addEventListener('abort', give);
      });
      return await answer();
    } finally {
      signal?.removeEventListener('abort', give);
      running -= 1;
    }
  };
  const slow: InboxApi = {
    list: (query, signal) => late(() => api.list(query), signal),
    single: (id, signal) => late(() => api.single(id), signal),
    markSeen: (id, signal) => late(() => api.markSeen(id), signal),
    markAllSeen: (signal) => late(() => api.markAllSeen(), signal),
  };
  return { api: slow, most };
}
