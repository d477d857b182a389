import { expect, test } from 'vitest';
import { at, contextOf, keyOf, NEXT, opened, T0, toldBy } from '../opened';

test('a pause that ends: one digest of what is still unseen and there', () => {
  const store = opened();
  store.apply([]);
  store.apply([4, 3, 2, 1].map((id) => ({ id, second: id })));
  const paused = contextOf({}, { pausedUntil: T0 + 1000 });
  expect(toldBy(store, 'a', paused)).toEqual([]);
  expect(store.summary().accounts['a']?.held).toBe(4);
  store.addMarks([keyOf(2, 2)], 'b', T0);
  store.apply([
    { id: 4, second: 4 },
    { id: 2, second: 2 },
    { id: 1, second: 1 },
  ]);
  expect(toldBy(store, 'a', paused)).toEqual([]);
  const after = contextOf({}, { now: T0 + 1000 });
  const [digest] = store.hear({ kind: 'time' }, after).decisions;
  expect(digest).toMatchObject({ kind: 'paused', from: at(1), to: at(4), open: 2 });
  expect(digest).toMatchObject({ members: [{ id: '1' }, { id: '4' }] });
  expect(store.hear({ kind: 'time' }, after).decisions).toEqual([]);
});

test('what our own mark-all swallowed waits for the digest of what came while away', () => {
  const store = opened();
  store.apply([]);
  store.beginMarkAll('a', undefined);
  store.markAllSent('a');
  store.apply([{ id: 1, second: 1, seen: true }]);
  store.endMarkAll('a', null);
  const later = contextOf({}, { now: T0 + 30_000 });
  // A start; and the walk that brought it failed.
  store.hear({ kind: 'back', since: null, accounts: ['a'] }, later);
  const poll = { account: 'a', server: (T0 + 30_000) * 1000, at: T0 + 30_000 };
  expect(store.decide('a', { ...poll, complete: false }, later).decisions).toEqual([]);
  store.apply([2, 1].map((id) => ({ id, second: id, seen: true })));
  const { decisions } = store.decide('a', { ...poll, complete: true }, later);
  expect(decisions.flatMap((one) => ('members' in one ? one.members : []))).toMatchObject([{ id: '1' }]);
});

test('after a crash: one digest of what was being shown, until it was accepted', () => {
  const store = opened();
  expect(store.recover()).toBeUndefined();
  store.apply([]);
  store.apply([2, 1].map((id) => ({ id, second: id })));
  toldBy(store);
  expect(store.recover()).toMatchObject({ kind: 'restart', open: 2, members: [{ id: '1' }, { id: '2' }] });
  expect(store.recover()?.members).toHaveLength(2);
  store.toasted('restart', store.recover()!.tells, 'shown', '', contextOf());
  expect(store.recover()).toBeUndefined();
});

test('rows below the baseline that come later alert nothing; above it they do, by whichever way', () => {
  const store = opened();
  store.apply(
    [
      { id: 5, second: 50 },
      { id: 4, second: 40 },
    ],
    { next: NEXT },
  );
  store.apply(
    [
      { id: 4, second: 40 },
      { id: 9, second: 30 },
    ],
    { walk: 'history', offset: 1, above: at(39), next: NEXT },
  );
  expect(toldBy(store)).toEqual([]);
  store.apply(
    [
      { id: 5, second: 50 },
      { id: 8, second: 45 },
      { id: 4, second: 40 },
    ],
    { walk: 'history', next: NEXT },
  );
  expect(toldBy(store).map(({ first }) => first.key.id)).toEqual(['8']);
});

test.for(['asked', 'unseen'] as const)('what “%s” brings before the first look is part of it', (walk) => {
  const store = opened();
  store.apply([{ id: 1, second: 1 }], { walk });
  const single = new TextEncoder().encode(
    '{"id":2,"type":8,"seen":false,"severity":1,"timestamp":"2026-11-22T10:00:02Z"}',
  );
  store.applySingle('a', single, T0, {});
  store.apply([
    { id: 2, second: 2 },
    { id: 1, second: 1 },
  ]);
  expect(toldBy(store)).toEqual([]);
  expect(store.item(keyOf(1, 1))?.verdicts[0]?.step).toBe('baseline');
});
