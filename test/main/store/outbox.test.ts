import { expect, test } from 'vitest';
import { contextOf, json, keyOf, opened, T0, toldBy } from './opened';

function three() {
  const store = opened();
  store.apply([3, 2, 1].map((id) => ({ id, second: id })));
  const keys = [1, 2, 3].map((id) => keyOf(id, id));
  return {
    store,
    keys,
    due: (now = T0) => store.dueMarks('a', now, 9).map(({ id, tries }) => `${id}:${tries}`),
  };
}
const one = { id: '1', ts: keyOf(1, 1).ts, tries: 0 };

test('marks count what was unseen, wait for their time and come out in order', () => {
  const { store, keys, due } = three();
  expect(store.addMarks(keys, 'b', T0 + 8000)).toBe(3);
  expect(store.addMarks(keys, 'c', T0)).toBe(0);
  expect(store.addMarks([{ ...keyOf(9, 9), account: 'b' }], 'd', T0)).toBe(0);
  expect([due(), due(T0 + 8000)]).toEqual([[], ['1:0', '2:0', '3:0']]);
  expect(store.dueMarks('a', T0 + 8000, 2)).toHaveLength(2);
  expect([store.nextMarkAt('a'), store.nextMarkAt('b')]).toEqual([T0 + 8000, null]);
});

test('taken back before their time, not after', () => {
  const { store, keys } = three();
  store.addMarks(keys.slice(0, 2), 'b', T0 + 8000);
  store.addMarks(keys.slice(2), 'c', T0 + 8000);
  expect(store.takeBack('b', T0 + 7999)).toBe(2);
  expect(store.shown()).toBe("3'? 2 1");
  expect(store.takeBack('b', T0)).toBe(0);
  expect(store.takeBack('c', T0 + 8000)).toBe(0);
  expect(store.shown()).toBe("3'? 2 1");
});

test('what was tried once is not taken back', () => {
  const { store, keys } = three();
  store.addMarks(keys, 'b', T0);
  store.settleMark('a', one, { state: 'later', at: T0 + 60_000 });
  expect(store.takeBack('b', T0)).toBe(0);
});

test('later waits alone and counts its tries', () => {
  const { store, keys, due } = three();
  store.addMarks(keys, 'b', T0);
  store.settleMark('a', one, { state: 'later', at: T0 + 5000 });
  expect([due(), due(T0 + 5000)]).toEqual([
    ['2:0', '3:0'],
    ['2:0', '3:0', '1:1'],
  ]);
});

test('done is seen on the server; parked is shown and not sent again', () => {
  const { store, keys, due } = three();
  store.addMarks(keys, 'b', T0);
  store.settleMark('a', one, { state: 'done' });
  store.settleMark('a', { ...one, id: '2', ts: keyOf(2, 2).ts }, { state: 'parked' });
  expect(store.shown()).toBe("3'? 2'! 1'");
  expect(due()).toEqual(['3:0']);
  expect(store.summary().accounts['a']).toMatchObject({
    waiting: 1,
    refused: 1,
    serverUnseen: 2,
    counts: { unseen: 0 },
  });
});

test('a parked one ends when its row is met seen', () => {
  const { store, keys } = three();
  store.addMarks(keys, 'b', T0);
  store.settleMark('a', one, { state: 'parked' });
  store.apply([
    { id: 3, second: 3 },
    { id: 2, second: 2 },
    { id: 1, second: 1 },
  ]);
  expect(store.shown()).toBe("3'? 2'? 1'!");
  store.apply([
    { id: 3, second: 3 },
    { id: 2, second: 2 },
    { id: 1, second: 1, seen: true },
  ]);
  expect(store.shown()).toBe("3'? 2'? 1'");
  expect(store.summary().accounts['a']).toMatchObject({ waiting: 2, refused: 0 });
});

test('quitting ends every Undo that still runs', () => {
  const { store, keys, due } = three();
  store.addMarks(keys, 'b', T0 + 8000);
  store.releaseMarks(T0 + 1);
  expect(due(T0 + 1)).toHaveLength(3);
  expect(store.takeBack('b', T0 + 1)).toBe(0);
});

test('gone by 404: the row says so, the mark is not eaten', () => {
  const { store, keys } = three();
  store.addMarks(keys.slice(0, 1), 'b', T0);
  store.gone(keys[0]!);
  store.gone(keys[1]!);
  expect(store.shown()).toBe("3 2× 1'×!");
  expect(store.summary().accounts['a']).toMatchObject({ refused: 1, live: 1, counts: { unseen: 1 } });
});

test('mark all: what the person was shown, without what they marked already', () => {
  const { store, keys } = three();
  store.addMarks(keys.slice(0, 1), 'b', T0);
  expect(store.beginMarkAll('a')).toBe(2);
  expect(store.syncState('a').markAllSent).toBe(false);
  store.markAllSent('a');
  expect(store.syncState('a').markAllSent).toBe(true);
  store.endMarkAll('a', T0);
  expect(store.syncState('a').markAllSent).toBeNull();
  expect(store.shown()).toBe("3 2 1'?");
});

test('mark all without a yes: what is still unseen of the set goes out one by one', () => {
  const { store, due } = three();
  store.beginMarkAll('a');
  store.apply([
    { id: 4, second: 4 },
    { id: 3, second: 3, seen: true },
    { id: 2, second: 2 },
    { id: 1, second: 1 },
  ]);
  store.endMarkAll('a', T0);
  expect(store.shown()).toBe("4 3' 2'? 1'?");
  expect(due()).toEqual(['1:0', '2:0']);
});

test('mark all refused: nothing of it is sent', () => {
  const { store, due } = three();
  store.beginMarkAll('a');
  store.endMarkAll('a', null);
  expect([due(), store.shown()]).toEqual([[], '3 2 1']);
});

test('while a mark-all stands, what any answer brings already seen alerts, and says why it was seen', () => {
  const { store } = three();
  store.beginMarkAll('a');
  store.apply([
    { id: 5, second: 5, seen: true },
    { id: 3, second: 3 },
    { id: 2, second: 2 },
    { id: 1, second: 1 },
  ]);
  const single = new TextEncoder().encode(
    '{"id":6,"type":8,"seen":true,"severity":1,"timestamp":"2026-11-22T10:00:06Z"}',
  );
  store.applySingle('a', single, T0, {});
  const drawn = toldBy(store);
  expect(drawn.map(({ first }) => first.key.id)).toEqual(['5', '6']);
  expect(store.item(keyOf(5, 5))).toMatchObject({ foundBy: 'mark-all', row: { seen: true } });
});

test.for(['pending', 'held'] as const)(
  'what our own doing made seen before it was told is told all the same: %s',
  (toast) => {
    const store = opened();
    store.apply([]);
    store.apply([{ id: 6, second: 6 }]);
    const key = keyOf(6, 6);
    const now = T0 + 1000;
    const held = contextOf({ holdDownSeconds: 60 }, { now });
    if (toast === 'held') expect(toldBy(store, 'a', held)).toEqual([]);
    const answer = new TextEncoder().encode(json({ id: 6, second: 6, seen: true }));
    store.applySingle('a', answer, now, {}, true);
    const later = T0 + 120_000;
    const poll = { account: 'a', server: later * 1000, at: later, complete: true };
    const { decisions } = store.decide('a', poll, contextOf({ holdDownSeconds: 60 }, { now: later }));
    expect(decisions).toMatchObject([{ first: { key } }]);
  },
);
