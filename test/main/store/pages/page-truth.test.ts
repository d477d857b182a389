import { expect, test } from 'vitest';
import type { PageMessage } from '../../../../src-main/core/store-port';
import { at, keyOf, message, NEXT, opened, page, T0, type Item } from '../opened';

const items = (...ids: number[]): Item[] => ids.map((id) => ({ id, second: id }));

/** Five rows, 5 the newest. */
function five() {
  const store = opened();
  store.apply(items(5, 4, 3, 2, 1));
  return store;
}

test.for<{ when: string; page: number[]; more: Partial<PageMessage> & { next?: string }; shown: string }>([
  { when: 'the top page is true upwards', page: [4, 3], more: { next: NEXT }, shown: '5× 4 3 2 1' },
  { when: 'its own end bounds nothing below', page: [5, 3], more: { next: NEXT }, shown: '5 4× 3 2 1' },
  {
    when: 'the end page is true downwards',
    page: [4, 3],
    more: { offset: 1, above: at(3.5) },
    shown: '5 4 3 2× 1×',
  },
  {
    when: 'a middle page between its ends',
    page: [4, 2],
    more: { offset: 1, above: at(3.5), next: NEXT },
    shown: '5 4 3× 2 1',
  },
  { when: 'the top page that is the end is true everywhere', page: [3], more: {}, shown: '5× 4× 3 2× 1×' },
  { when: 'an empty list is a statement too', page: [], more: {}, shown: '5× 4× 3× 2× 1×' },
  {
    when: 'an empty page elsewhere is none',
    page: [],
    more: { offset: 5, above: at(3) },
    shown: '5 4 3 2 1',
  },
  {
    when: 'a page that slipped claims nothing',
    page: [3, 1],
    more: { offset: 2, above: at(3) },
    shown: '5 4 3 2 1',
  },
  {
    when: 'a full page without next is not the end',
    page: [4, 3],
    more: { offset: 1, above: at(3.5), limit: 2 },
    shown: '5 4 3 2 1',
  },
  {
    when: 'what was asked for by a filter claims nothing',
    page: [3],
    more: { walk: 'asked' },
    shown: '5 4 3 2 1',
  },
  {
    when: 'history claims as the head does',
    page: [4, 2],
    more: { walk: 'history', offset: 1, above: at(3.5), next: NEXT },
    shown: '5 4 3× 2 1',
  },
  {
    when: 'the unseen walk says seen, not gone',
    page: [5, 2],
    more: { walk: 'unseen' },
    shown: "5 4' 3' 2 1'",
  },
  { when: 'nothing unseen', page: [], more: { walk: 'unseen' }, shown: "5' 4' 3' 2' 1'" },
  {
    when: 'the newest of the unseen',
    page: [3],
    more: { walk: 'unseen', limit: 1, next: NEXT },
    shown: "5' 4' 3 2 1",
  },
])('$when', ({ page, more, shown }) => {
  const store = five();
  store.apply(items(...page), more);
  expect(store.shown()).toBe(shown);
});

test('an open interval: rows with the very stamp of an end are not claimed', () => {
  const store = opened();
  store.apply([
    { id: 4, second: 9 },
    { id: 3, second: 5 },
    { id: 2, second: 5 },
    { id: 1, second: 1 },
  ]);
  store.apply(
    [
      { id: 4, second: 9 },
      { id: 3, second: 5 },
    ],
    { next: NEXT },
  );
  expect(store.shown()).toBe('4 3 2 1');
});

test('only what was known before the request can be claimed gone', () => {
  const store = five();
  const asked = store.sequence();
  store.apply(items(7, 6, 5, 4, 3, 2, 1)); // another answer, meanwhile
  store.apply(items(5, 4, 3), { knownSeq: asked });
  expect(store.shown()).toBe('7 6 5 4 3 2× 1×');
  store.apply(items(5, 4, 3), { knownSeq: store.sequence() });
  expect(store.shown()).toBe('7× 6× 5 4 3 2× 1×');
});

test('an account is no statement about another', () => {
  const store = five();
  store.apply([], { account: 'b' });
  expect(store.shown()).toBe('5 4 3 2 1');
});

test('what comes back is live again, once', () => {
  const store = five();
  store.apply(items(5, 3, 2, 1));
  store.apply(items(5, 4, 3, 2, 1));
  expect(store.shown()).toBe('5 4 3 2 1');
  expect(store.summary().accounts['a']).toMatchObject({ live: 5, counts: { total: 5, unseen: 5 } });
});

test('the same number with another stamp is another notification', () => {
  const store = five();
  expect(store.apply([{ id: 5, second: 50 }, ...items(4, 3, 2, 1)]).changed).toBe(true);
  expect(store.item(keyOf(5, 50))).toBeDefined();
  expect(store.shown()).toBe('5 5× 4 3 2 1');
});

test('seen is taken from any answer; unseen only from the unseen walk', () => {
  const store = five();
  store.apply(items(5, 4, 3, 2, 1).map((item) => ({ ...item, seen: item.id === 4 })));
  expect(store.shown()).toBe("5 4' 3 2 1");
  store.apply(items(5, 4, 3, 2, 1));
  expect(store.shown()).toBe("5 4' 3 2 1");
  store.apply(items(5, 4, 3, 2, 1), { walk: 'unseen' });
  expect(store.shown()).toBe('5 4 3 2 1');
});

test('a row that the user marked never flips back: confirmed, then unseen again, it says “not on the server”', () => {
  const store = five();
  store.addMarks([keyOf(4, 4)], 'b', T0);
  const [mark] = store.dueMarks('a', T0, 4);
  store.settleMark('a', mark!, { state: 'done' });
  expect(store.shown()).toBe("5 4' 3 2 1");
  store.apply(items(5, 4, 3, 2, 1).map((item) => ({ ...item, seen: item.id === 4 })));
  store.apply(items(5, 4, 3, 2, 1), { walk: 'unseen' });
  expect(store.shown()).toBe("5 4'! 3 2 1");
  expect(store.summary().accounts['a']).toMatchObject({ serverUnseen: 5, counts: { unseen: 4 } });
  store.apply(items(5, 3, 2, 1), { walk: 'unseen' });
  expect(store.shown()).toBe("5 4' 3 2 1");
});

test('a waiting mark ends when the server says seen, or has the row no more', () => {
  const store = five();
  store.addMarks([keyOf(4, 4), keyOf(3, 3), keyOf(2, 2)], 'b', T0);
  expect(store.shown()).toBe("5 4'? 3'? 2'? 1");
  store.apply([...items(5), { id: 4, second: 4, seen: true }, ...items(2, 1)]);
  expect(store.shown()).toBe("5 4' 3'×! 2'? 1");
  expect(store.dueMarks('a', T0, 9).map(({ id }) => id)).toEqual(['2']);
  store.apply(items(5, 1), { walk: 'unseen' });
  expect(store.shown()).toBe("5 4' 3'×! 2' 1");
  expect(store.nextMarkAt('a')).toBeNull();
});

test('a page with an item that stands nowhere claims nothing; one that is unreadable protects its stamp', () => {
  const store = five();
  store.apply([...items(5), '{"id":"x"}', ...items(1)]);
  expect(store.shown()).toBe('5 4 3 2 1');
  store.apply([...items(5), { id: 4, second: 4, severity: 'high' }, ...items(2, 1)]);
  expect(store.shown()).toBe('5 4 3× 2 1');
  expect(store.unreadable().map(({ field }) => field)).toEqual(['severity']);
  expect(store.summary().accounts['a']).toMatchObject({ unreadable: 1 });
});

test('what is unreadable stays where rows may be hidden below the end, and goes with an end that is sure', () => {
  const store = five();
  store.apply([...items(5, 4, 3, 2), { id: 1, second: 1, severity: 'high' }, '{"id":"x"}']);
  const cut = items(5, 4, 3);
  store.applyPage(message(page(cut, { count: 2 })));
  expect(store.unreadable()).toHaveLength(2);
  store.apply(cut);
  expect(store.unreadable()).toEqual([]);
});

test('a rising page is refused and not written; of a filter’s answer the order is the person’s', () => {
  const store = five();
  expect(() => store.apply(items(6, 7))).toThrow('order-ignored');
  expect(store.shown()).toBe('5 4 3 2 1');
  store.apply(items(1, 2, 6), { walk: 'asked' });
  expect(store.shown()).toBe('6 5 4 3 2 1');
});

test('what an item says now is what its row shows: type, severity, level, subject', () => {
  const store = five();
  store.apply([{ id: 5, second: 5, type: 3, severity: 7, data: { task_id: 9 } }, ...items(4, 3, 2, 1)], {
    levels: { '7': 'critical' },
  });
  expect(store.query({}, 0, 1).rows[0]).toMatchObject({
    type: 3,
    severity: 7,
    level: 'critical',
    subject: 'task:9',
  });
  expect(store.summary().accounts['a']?.counts.byLevel).toEqual({
    info: 0,
    warning: 0,
    major: 4,
    critical: 1,
  });
});

test('hostile rows are kept, shown and handed out again', () => {
  const store = opened();
  const big = ['9007199254740993', '9223372036854775807', '-5'];
  store.apply([
    { id: big[1]!, second: 9, severity: -7, type: 12, data: null },
    { id: big[0]!, second: 8, severity: 1e9, data: [1, { a: [] }] },
    '{"id":7,"type":8,"seen":false,"severity":123456789012345678901,"timestamp":"2026-11-22T10:00:07Z"}',
    { id: big[2]!, second: 6, data: 'x' },
    '{"id":6,"type":8,"seen":false,"severity":1,"timestamp":"9999-12-31T23:59:59Z"}',
  ]);
  const { rows } = store.query({}, 0, 10);
  expect(rows.map(({ key }) => key.id)).toEqual([big[1], big[0], '7', big[2]]);
  expect(rows.map(({ severity }) => severity)).toEqual([-7, 1e9, Number.MAX_SAFE_INTEGER, 1]);
  for (const { key } of rows) expect(store.item(key)?.row.key).toEqual(key);
  expect(store.summary().accounts['a']).toMatchObject({ unreadable: 1, live: 4 });
});
