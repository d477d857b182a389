import { expect, test } from 'vitest';
import { NOTHING_MISSED } from '../../../../src-main/core/sync/guard';
import { createOperations } from '../../../../src-main/store/operations';
import type { PageMessage } from '../../../../src-main/core/store-port';
import { toldBy } from '../opened';

const item = (id: number, second: number, more: object = {}) => ({
  id,
  type: 8,
  seen: false,
  severity: 1,
  timestamp: `2026-11-22T10:00:${String(second).padStart(2, '0')}.000001+01:00`,
  additional_data: { test_agent_id: id },
  ...more,
});
const page = (results: unknown[], more: object = {}): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({ count: results.length, next: null, previous: null, results, ...more }),
  );
const message = (body: Uint8Array, more: Partial<PageMessage> = {}): PageMessage => ({
  account: 'a',
  body,
  walk: 'head',
  offset: 0,
  limit: 100,
  above: null,
  longest: 0,
  reached: 0,
  bottom: null,
  again: false,
  knownSeq: 1e9,
  now: 1,
  levels: {},
  horizon: null,
  date: null,
  missed: NOTHING_MISSED,
  ...more,
});
function opened() {
  const store = createOperations(() => 0);
  store.open(':memory:');
  return store;
}

test('the first page is the baseline: shown, counted, never alerted', () => {
  const store = opened();
  const result = store.applyPage(message(page([item(2, 2), item(1, 1, { seen: true })])));
  expect(result.facts).toMatchObject({ ok: true, end: true, length: 2 });
  expect(store.summary().accounts['a']?.counts).toMatchObject({ unseen: 1, total: 2 });
  expect(toldBy(store)).toEqual([]);
  expect(
    store.item({ account: 'a', id: '2', ts: store.query({}, 0, 1).rows[0]!.key.ts })?.verdicts[0]?.step,
  ).toBe('baseline');
});

test('a page that says nothing new writes nothing', () => {
  const store = opened();
  const body = (): Uint8Array => page([item(2, 2), item(1, 1)]);
  store.applyPage(message(body()));
  expect(store.applyPage(message(body()))).toMatchObject({ changed: false });
});

test('an account is any text: one with quotes is written and found as it is', () => {
  const store = opened();
  const account = `it's "a", ?1`;
  store.applyPage(message(page([item(1, 1)]), { account }));
  const rows = store.query({ account }, 0, 9).rows;
  expect(rows.map(({ key }) => [key.account, key.id])).toEqual([[account, '1']]);
  store.applyPage(message(page([item(2, 2), item(1, 1)]), { account }));
  expect(store.query({ account }, 0, 9).total).toBe(2);
});

test('an item that was there all along, and only could not be read, teaches no lag', () => {
  const store = opened();
  const newest = item(9, 50);
  const first = store.applyPage(message(page([newest])));
  store.applyPage(message(page([newest, item(5, 45, { severity: null })])));
  const horizon = first.facts.lastTs! - 1_000_000;
  const readable = message(page([newest, item(5, 45)]), { horizon, date: horizon + first.lag });
  expect(store.applyPage(readable)).toMatchObject({ lag: first.lag, changed: true });
  expect(store.query({}, 0, 9).total).toBe(2);
});

test.for([
  { known: 'all there was', limit: 100, next: null, learned: true },
  { known: 'only the first page', limit: 1, next: 'http://internal/?limit=1', learned: false },
])('a late row teaches the lag where $known is known: $learned', ({ limit, next, learned }) => {
  const store = opened();
  const newest = item(9, 50);
  const first = store.applyPage(message(page([newest], { next }), { limit }));
  const horizon = first.facts.lastTs! - 1_000_000;
  const late = page([newest, item(5, 45)], { next });
  const date = horizon + first.lag;
  expect(store.applyPage(message(late, { limit, horizon, date })).lag > first.lag).toBe(learned);
});
