import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Operations } from '../../../src-main/store/operations';
import { createRemembered } from '../../../src-main/store/remembered';
import { contextOf, keyOf, opened, T0, toldBy, type Item, type Opened } from './opened';

const ITEMS: readonly Item[] = [4, 3, 2, 1].map((id) => ({ id, second: id }));
const ACCOUNTS = ['a', 'b'];

/** A store asked as main asks it: what it said before is not asked again where it is known. */
function asMain(store: Opened) {
  const remembered = createRemembered();
  const asked: string[] = [];
  function ask<Name extends keyof Operations>(name: Name, ...given: Parameters<Operations[Name]>): unknown {
    const known = remembered.answer(name, given);
    if (known) return known.value;
    asked.push(name);
    const value = (store[name] as (...all: typeof given) => unknown)(...given);
    remembered.note(name, given[0], value, store.stamp());
    return value;
  }
  return { ask, asked, remembered };
}
const POLL = { account: 'a', server: null, at: T0, complete: true };

test('what a poll of nothing new asks is known, until something is written', () => {
  const store = opened();
  store.apply(ITEMS);
  toldBy(store);
  const { ask, asked } = asMain(store);
  const poll = (): string[] => {
    asked.length = 0;
    ask('dueMarks', 'a', T0, 4);
    ask('sequence');
    ask('syncState', 'a');
    ask('decide', 'a', POLL, contextOf());
    ask('nextMarkAt', 'a');
    return [...asked];
  };
  poll();
  expect([poll(), poll()]).toEqual([['decide'], ['decide']]);
  ask('addMarks', [keyOf(3, 3)], 'b1', T0 + 8000);
  expect([poll().length, poll()]).toEqual([5, ['decide']]);
});

test('marks are asked for once one is due, not before', () => {
  const store = opened();
  store.apply(ITEMS);
  const { ask } = asMain(store);
  ask('addMarks', [keyOf(3, 3)], 'b1', T0 + 8000);
  expect(ask('nextMarkAt', 'a')).toBe(T0 + 8000);
  expect(ask('dueMarks', 'a', T0 + 7999, 4)).toEqual([]);
  expect(ask('dueMarks', 'a', T0 + 8000, 4)).toMatchObject([{ id: '3' }]);
});

test('nothing is known after a failure, a notice, a thread that names no state, or of another file', () => {
  const store = opened();
  const { ask, asked, remembered } = asMain(store);
  ask('sequence');
  remembered.forget();
  ask('sequence');
  store.open(':memory:');
  ask('summary');
  ask('sequence');
  remembered.note('sequence', undefined, 7, undefined);
  ask('sequence');
  expect(asked).toEqual(['sequence', 'sequence', 'summary', 'sequence', 'sequence']);
});

/** Everything of the port that may write, in any order; the numbers choose what it is about. */
const ACTS: readonly ((store: Opened, n: number, now: number) => void)[] = [
  (store, n) =>
    store.apply(
      ITEMS.map((one) => ({ ...one, seen: one.id === (n % 4) + 1 })),
      about(n),
    ),
  (store, n) => store.apply(ITEMS.slice(n % 4), about(n)),
  (store, n, now) => store.addMarks([keyOf((n % 4) + 1, (n % 4) + 1)], `b${n % 3}`, now + 8000),
  (store, n, now) => store.takeBack(`b${n % 3}`, now),
  (store, _, now) => store.releaseMarks(now),
  (store, n, now) => {
    const account = ACCOUNTS[n % 2]!;
    for (const mark of store.dueMarks(account, now, 2))
      store.settleMark(
        account,
        mark,
        [{ state: 'done' }, { state: 'parked' }, { state: 'later', at: now + 9 }][n % 3] as never,
      );
  },
  (store, _, now) => store.clampMarks(now),
  (store, n) => store.beginMarkAll(ACCOUNTS[n % 2]!),
  (store, n) => store.markAllSent(ACCOUNTS[n % 2]!),
  (store, n, now) => store.endMarkAll(ACCOUNTS[n % 2]!, n % 3 === 0 ? null : now),
  (store, n) => store.saveCursor(ACCOUNTS[n % 2]!, { ts: n, complete: n % 3 === 0 }),
  (store, n) => store.saveHorizon(ACCOUNTS[n % 2]!, n),
  (store, n) => store.gone(keyOf((n % 4) + 1, (n % 4) + 1)),
  (store) => toldBy(store),
  (store, n, now) => store.noteTooLarge(ACCOUNTS[n % 2]!, null, now),
  (store, n) => store.archive(ACCOUNTS[n % 2]!),
  (store, n) => store.forget(ACCOUNTS[n % 2]!),
  (store, n) => store.relevel({ [n % 3]: 'critical' }),
  (store) => store.indexSome(9),
];
const about = (n: number) => ({ account: ACCOUNTS[n % 2]! });

test('whatever was done in between, what is known is what the thread would say', () => {
  let known = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(ACTS.length - 1), fc.nat(11)), { maxLength: 25 }), (acts) => {
      const store = opened();
      const { remembered } = asMain(store);
      const same = (
        name: 'sequence' | 'syncState' | 'nextMarkAt' | 'dueMarks',
        ...given: unknown[]
      ): void => {
        const answer = remembered.answer(name, given);
        if (answer) known += 1;
        const value = (store[name] as (...all: unknown[]) => unknown)(...given);
        if (answer) expect(answer.value, name).toEqual(value);
        remembered.note(name, given[0], value, store.stamp());
      };
      acts.forEach(([act, n], step) => {
        const now = T0 + step * 3000;
        ACTS[act]!(store, n, now);
        remembered.note('probe', undefined, undefined, store.stamp()); // its answer
        for (const account of ACCOUNTS) {
          same('dueMarks', account, now, 4);
          same('syncState', account);
          same('nextMarkAt', account);
        }
        same('sequence');
      });
    }),
    { numRuns: 300 },
  );
  expect(known).toBeGreaterThan(1000);
});
