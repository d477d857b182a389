import { fail } from '../../src-shared/app-error';
import type { Clock, InboxApi, ListAnswer, ListQuery } from '../../src-main/core/ports';

interface ServerItem {
  readonly id: number;
  /** µs since the epoch. */
  readonly ts: number;
  readonly type: number;
  readonly severity: number;
  seen: boolean;
  readonly data: unknown;
}

export interface FakeServer extends InboxApi {
  readonly items: ServerItem[];
  readonly log: string[];
  add(given?: Partial<Omit<ServerItem, 'id'>>): ServerItem;
  /** Elements put on top of every list as they are. */
  readonly strange: unknown[];
  /** Runs before each answer; may throw an AppError. */
  before: (call: string) => void;
  /** The largest page it gives. */
  maxLimit: number;
  /** It gives a `next`; else only `count` tells that there is more. */
  nexts: boolean;
  /** Rows that its `count` has too many. */
  extra: number;
}

/** The inbox API of api.md in memory, without HTTP: lists, paging, filters that the core uses, marks. */
export function createFakeServer(clock: Pick<Clock, 'now'>): FakeServer {
  let lastId = 0;
  const stamp = (ts: number): string =>
    new Date(Math.floor(ts / 1000)).toISOString().replace('Z', String(ts % 1000).padStart(3, '0') + '+00:00');
  const raw = ({ id, ts, type, severity, seen, data }: ServerItem): object => ({
    id,
    type,
    seen,
    severity,
    timestamp: stamp(ts),
    additional_data: data,
  });

  const server: FakeServer = {
    items: [],
    log: [],
    strange: [],
    maxLimit: 1000,
    nexts: true,
    extra: 0,
    before: () => undefined,
    add(given = {}) {
      lastId += 1;
      const item = {
        id: lastId,
        ts: clock.now() * 1000 + lastId,
        type: 8,
        severity: 1,
        seen: false,
        data: { test_agent_id: lastId },
        ...given,
      };
      server.items.push(item);
      return item;
    },
    async list({ params, limit, offset }: ListQuery): Promise<ListAnswer> {
      const call = `GET ${new URLSearchParams({ ...params, limit: String(limit), offset: String(offset) }).toString()}`;
      server.log.push(call);
      server.before(call);
      const size = Math.min(limit, server.maxLimit);
      const all = server.items
        .filter(({ seen }) => params['seen'] === undefined || String(seen) === params['seen'])
        .toSorted((a, b) => b.ts - a.ts || b.id - a.id);
      const results = [...(offset === 0 ? server.strange : []), ...all.slice(offset, offset + size).map(raw)];
      const count = all.length + server.extra;
      const more = server.nexts && offset + size < count;
      const next = more
        ? `http://internal.invalid/api/user/notifications/?limit=${size}&offset=${offset + size}`
        : null;
      const body = new TextEncoder().encode(JSON.stringify({ count, next, previous: null, results }));
      return { body, date: Math.floor(clock.now() / 1000) * 1000, duration: 5 };
    },
    async single(id) {
      server.log.push(`GET ${id}`);
      server.before(`GET ${id}`);
      const item = server.items.find((one) => String(one.id) === id);
      if (!item) throw fail('not-found', { status: 404 });
      return new TextEncoder().encode(JSON.stringify(raw(item)));
    },
    async markSeen(id) {
      server.log.push(`PATCH ${id}`);
      server.before(`PATCH ${id}`);
      const item = server.items.find((one) => String(one.id) === id);
      if (!item) throw fail('not-found', { status: 404 });
      item.seen = true;
      return new TextEncoder().encode(JSON.stringify(raw(item)));
    },
    async markAllSeen() {
      server.log.push('POST mark_seen');
      server.before('POST mark_seen');
      for (const item of server.items) item.seen = true;
    },
  };
  return server;
}
