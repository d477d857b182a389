import { fail } from '../../src-shared/app-error';
import type { InboxApi, ListAnswer, ListQuery } from '../../src-main/core/ports';
import type { FakeClock } from '../support/fake-clock';
import { createClamp } from './clamp';
import { createOrder, encode, kindOf, LARGEST, nameOf, raw, type Item } from './items';
import type { Change, Config, RequestEvent } from './schedule';
import { createStamps } from './stamps';

const START = Date.UTC(2026, 10, 22, 10);

/** The inbox API of api.md in memory; it lies only as real ones do (sync.md, F1–F3). */
export function createModelServer(
  clock: FakeClock,
  config: Config,
  {
    count: happens,
    onMarkAll,
    onLink,
  }: {
    /** Hears of each change of the list and of each fault around a request. */
    readonly count: (what: string) => void;
    readonly onMarkAll: (unseen: readonly Item[]) => void;
    readonly onLink: (single: Uint8Array) => void;
  },
) {
  let items: Item[] = [];
  let nextId = 1;
  const stamps = createStamps((START + config.skew) * 1000, config);
  let backup: { readonly items: readonly Item[]; readonly nextId: number } | undefined;
  const clamp = createClamp(config.clamp);
  /** How many rows ever had one stamp at once. */
  const ties = new Map<number, number>();
  let events: readonly RequestEvent[] = [];
  /** Every identity that ever was, and those that were ever seen there. */
  const ever = new Map<string, Item>();
  const everSeen = new Map<string, number>();
  let moment = 0;
  const sawn = (item: Item): void => void everSeen.set(nameOf(item), (moment += 1));
  const log: string[] = [];
  /** What each list answer showed, by its bytes; whether it went down to the last row, and said so. */
  const shown = new WeakMap<Uint8Array, { readonly items: readonly Item[]; readonly whole: boolean }>();
  const confirmed = new Map<string, number>();
  const counts = { requests: 0 };
  /** Identities that were made unseen by others, or came back with a backup. */
  const unseenAgain = new Set<string>();
  /** Identities that were deleted at some time. */
  const everGone = new Set<string>();
  // Its own clock: ours may be set while it runs.
  const wall = (): number => START + clock.monotonic() + config.skew;

  const visible = (): Item[] => items.filter(({ visibleAt }) => visibleAt <= clock.monotonic());

  function add(ts: number, seen: boolean, lateMs = 0, late = Math.max(lateMs, wall() - ts / 1000)): void {
    const item = {
      id: nextId,
      ts,
      seen,
      visibleAt: clock.monotonic() + lateMs,
      seenElsewhere: seen,
      restored: false,
      late,
    };
    if (ever.has(nameOf(item))) return; // the same number at the same microsecond would be the same one
    nextId += 1;
    items.push(item);
    ties.set(ts, Math.max(ties.get(ts) ?? 0, items.filter((one) => one.ts === ts).length));
    ever.set(nameOf(item), item);
    if (seen) sawn(item);
  }

  /** @param within while a request is under way */
  function change(given: Change, within = false): void {
    // Without a `next` nothing tells that pages are cut elsewhere from the middle of a walk on.
    if (given.kind === 'clamp' && within && !config.nexts) return;
    happens(given.kind);
    const now = wall() * 1000;
    const seenIt = visible();
    const pick = (at: number): Item | undefined => seenIt[at % Math.max(1, seenIt.length)];
    switch (given.kind) {
      case 'insert':
        for (let i = 0; i < given.n; i += 1) {
          const ts = stamps.of(given, now, i);
          add(ts, given.seen, given.at === 'hidden' ? given.late : 0);
        }
        return;
      case 'delete': {
        const order = seenIt.toSorted((a, b) => b.ts - a.ts);
        const from = given.oldest
          ? Math.max(0, order.length - given.n)
          : given.at % Math.max(1, order.length);
        const gone = new Set(order.slice(from, from + given.n));
        for (const item of gone) everGone.add(nameOf(item));
        items = items.filter((item) => !gone.has(item));
        return;
      }
      case 'flip': {
        const item = pick(given.at);
        if (!item) return;
        item.seen = given.seen;
        if (!given.seen) unseenAgain.add(nameOf(item));
        else {
          item.seenElsewhere = true;
          sawn(item);
        }
        return;
      }
      case 'backup':
        backup = { items: items.map((item) => ({ ...item })), nextId };
        return;
      case 'restore':
        if (!backup) return;
        for (const item of items) everGone.add(nameOf(item));
        items = backup.items.map((item) => ({ ...item, restored: true }));
        for (const item of items) {
          ever.set(nameOf(item), item);
          unseenAgain.add(nameOf(item));
        }
        nextId = backup.nextId;
        return;
      case 'clamp':
        clamp.change(given.to);
    }
  }

  /** What happens around the next request. */
  function begin(call: string): RequestEvent | undefined {
    counts.requests += 1;
    log.push(call);
    const [event, ...rest] = events;
    events = rest;
    if (event && event.kind !== 'none') happens(event.kind);
    if (event?.kind === 'lost') throw fail('connection');
    if (event?.kind === 'status')
      throw fail(kindOf(event.status), {
        status: event.status,
        ...(event.status === 429 && { retryAfter: 45_000 }),
      });
    if (event?.kind === 'before') change(event.change, true);
    return event;
  }
  function end(event: RequestEvent | undefined): void {
    if (event?.kind === 'after') change(event.change, true);
    if (event?.kind === 'answer lost') throw fail('timeout');
  }

  const ordered = createOrder(config);
  const api: InboxApi = {
    async list({ params, limit, offset }: ListQuery): Promise<ListAnswer> {
      const date = wall();
      const matching = (): Item[] =>
        ordered(visible().filter(({ seen }) => params['seen'] !== 'false' || !seen));
      const call = `GET ${params['seen'] === 'false' ? 'unseen ' : ''}${offset}+${limit}`;
      // `count` and `next` are of another query than the rows (F1).
      const event = events[0];
      const countFirst =
        event?.kind === 'before' && event.counted && clamp.isTold() ? matching().length : undefined;
      const happened = begin(call);
      const all = matching();
      const count = (countFirst ?? all.length) + config.extra;
      const size = clamp.of(limit);
      const rising = all.toReversed().slice(offset, offset + size);
      // A page of one row has no order that could be ignored.
      const results =
        happened?.kind === 'unordered' && rising[0]?.ts !== rising.at(-1)?.ts
          ? rising
          : all.slice(offset, offset + size);
      const next =
        config.nexts && offset + size < count
          ? `http://internal.invalid/?limit=${size}&offset=${offset + size}`
          : null;
      const body = encode(
        `{"count":${count},"next":${JSON.stringify(next)},"previous":null,"results":[${results.map(raw).join()}]}`,
      );
      if (next !== null && size < limit) clamp.tells(body, size);
      shown.set(body, {
        items: results.map((item) => ({ ...item })),
        whole:
          offset === 0 && results.length === all.length && results.length < limit && results.length === count,
      });
      if (happened?.kind === 'link') {
        const before = items.length;
        change({ kind: 'insert', n: 1, at: 'now', late: 0, seen: false });
        // After a backup its number at this microsecond may have been another's: then none is made, and there is no link to it.
        if (items.length > before) onLink(encode(raw(items.at(-1)!)));
      }
      end(happened);
      return { body, date: config.date ? Math.floor(date / 1000) * 1000 : undefined, duration: 0 };
    },
    async single(id) {
      const event = begin(`GET ${id}`);
      const item = visible().find((one) => String(one.id) === id);
      end(event);
      if (!item) throw fail('not-found', { status: 404 });
      return encode(raw(item));
    },
    async markSeen(id) {
      const event = begin(`PATCH ${id}`);
      const item = visible().findLast((one) => String(one.id) === id);
      if (!item) throw fail('not-found', { status: 404 });
      item.seen = true;
      sawn(item);
      end(event);
      confirmed.set(nameOf(item), (confirmed.get(nameOf(item)) ?? 0) + 1);
    },
    async markAllSeen() {
      const event = begin('POST mark_seen');
      onMarkAll(visible().filter(({ seen }) => !seen));
      for (const item of visible()) {
        item.seen = true;
        sawn(item);
      }
      end(event);
    },
  };
  for (const ts of stamps.before()) add(ts, false, 0, 0);
  return {
    api,
    change,
    visible,
    ever,
    /** When an identity was last made or found seen, by a counter; `moment` is its present. */
    everSeen,
    everGone,
    unseenAgain,
    /** Did a page of the largest size always hold this item's whole group of equal stamps, with rows to stitch by? */
    fits: ({ ts }: Item): boolean => ties.get(ts)! <= Math.max(2, Math.min(LARGEST, clamp.tightest()) - 3),
    moment: () => moment,
    shown,
    confirmed,
    counts,
    log,

    heard: clamp.heard,
    script: (next: readonly RequestEvent[]): void => void (events = next),
    /** Faults stop, and pages are whole. */
    calm(): void {
      events = [];
      for (const item of items) item.visibleAt = Math.min(item.visibleAt, clock.monotonic());
      clamp.end();
      // A list grows; and only a list longer than a page says how long its pages are now.
      change({ kind: 'insert', n: 13, at: 'micro', late: 0, seen: true });
    },
  };
}
