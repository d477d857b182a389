import { expect, test } from 'vitest';
import { BAD_INDEX, damaged, ITEMS } from '../damaged';
import { at, keyOf, message, page, T0 } from '../opened';

const OTHERS = ITEMS.filter(({ id }) => id !== 3);

/** Row 3 was lost with the damage, its mark was not. */
function saved() {
  const { store } = damaged(`DELETE FROM notification WHERE id = 3; ${BAD_INDEX}`);
  const mark = { id: '3', ts: keyOf(3, 3).ts, tries: 0 };
  return {
    ...store,
    refuse: () => store.settleMark('a', mark, { state: 'parked' }),
    refused: () => store.summary().accounts['a']?.refused,
    /** The server's whole list, and that it was read to its end. */
    read(items: typeof ITEMS) {
      store.applyPage(message(page(items)));
      store.saveCursor('a', { ts: null, complete: true });
      store.saveHorizon('a', at(0));
    },
  };
}

test('a mark that is refused as its row is nowhere ends, once all was read', () => {
  const store = saved();
  store.refuse();
  expect(store.refused()).toBe(1);
  store.read(OTHERS);
  expect(store.refused()).toBe(0);
});

test('so does one that is refused after all was read', () => {
  const store = saved();
  store.read(OTHERS);
  expect(store.dueMarks('a', T0, 9)).toHaveLength(1);
  store.refuse();
  expect([store.refused(), store.dueMarks('a', T0, 9)]).toEqual([0, []]);
});

test('one whose row comes is shown on it', () => {
  const store = saved();
  store.refuse();
  store.saveHorizon('a', at(0)); // not all was read
  store.read(ITEMS);
  expect([store.refused(), store.rows([keyOf(3, 3)])[0]?.mark]).toEqual([1, 'refused']);
});

test('one below the floor stays: its row may come with the walk of the unseen', () => {
  const store = saved();
  store.refuse();
  const rest = { account: 'a', after: null, changed: false };
  store.applyPage(message(page([{ id: 900, second: 900, seen: true }, ...OTHERS])));
  store.saveHorizon('a', at(90 * 86_400));
  store.retain({ ...rest, keep: { by: 'days', days: 7 }, now: T0 + 90 * 86_400_000 });
  expect(store.syncState('a').floor).toBeGreaterThan(at(3));
  store.saveCursor('a', { ts: null, complete: true });
  store.saveHorizon('a', at(90 * 86_400));
  expect(store.refused()).toBe(1);
});

test('a click that waited while its row was lost is not: the row comes again with its mark', () => {
  const { store } = damaged(`DELETE FROM outbox; DELETE FROM notification WHERE id = 3; ${BAD_INDEX}`);
  expect(store.addMarks([keyOf(3, 3), { ...keyOf(3, 3), account: 'went' }], 'c', T0)).toBe(1);
  expect(store.addMarks([keyOf(3, 3)], 'd', T0)).toBe(0);
  store.applyPage(message(page(ITEMS)));
  expect(store.rows([keyOf(3, 3)])[0]).toMatchObject({ seen: true, mark: 'waiting' });
  expect(store.dueMarks('a', T0, 9)).toMatchObject([{ id: '3' }]);
});
