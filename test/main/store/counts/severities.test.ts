import { expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/account';
import type { Accounts } from '../../../../src-main/core/accounts/accounts';
import { severitiesMet } from '../../../../src-main/core/preferences/severities';
import { opened, type Item } from '../opened';

const items = (...severities: number[]): Item[] =>
  severities.map((severity, i) => ({ id: severities.length - i, second: severities.length - i, severity }));
const accountsOf = (...ids: string[]) =>
  ({ all: () => ids.map((id) => ({ id, kind: 'inbox' }) as Account) }) as unknown as Accounts;
/** The same as the port has it. */
const asked = (store: ReturnType<typeof opened>) => ({
  countSeverities: (account: string, most: number) => Promise.resolve(store.countSeverities(account, most)),
});

test('severities are counted by account, lowest first', async () => {
  const store = opened();
  store.apply(items(1, 3, -7, 1, 2 ** 40, 1));
  store.apply(items(1, 2), { account: 'b' });
  store.apply(items(9), { account: 'gone' });
  const met = await severitiesMet(asked(store), accountsOf('a', 'b', 'empty'));
  expect(met.map(({ account, severity, count }) => [account, severity, count])).toEqual([
    ['a', -7, 1],
    ['a', 1, 3],
    ['a', 3, 1],
    ['a', 2 ** 40, 1],
    ['b', 1, 1],
    ['b', 2, 1],
  ]);
});

test('a server that numbers everything differently does not fill the page', async () => {
  const store = opened();
  store.apply(items(...Array.from({ length: 300 }, (_, i) => i)), { limit: 300 });
  const met = await severitiesMet(asked(store), accountsOf('a'));
  expect([met.length, met.at(-1)?.severity]).toEqual([100, 99]);
});

test('a severity that changes, and rows that go, are counted as they are', async () => {
  const store = opened();
  store.apply(items(1, 3, 3));
  store.apply(items(2, 3, 3));
  const counts = () => store.countSeverities('a', 9).map(({ severity, count }) => [severity, count]);
  expect(counts()).toEqual([
    [2, 1],
    [3, 2],
  ]);
  store.forget('a');
  expect(counts()).toEqual([]);
});

test('another meaning gives every row its level anew; the same one touches nothing', () => {
  const store = opened();
  store.apply(items(1, 2, 3));
  const levels = () => store.query({}, 0, 10).rows.map(({ level }) => level);
  expect(levels()).toEqual(['major', 'major', 'major']);
  expect(store.relevel({})).toBe(false);
  expect(store.relevel({ '2': 'critical', '-3': 'info' })).toBe(true);
  expect(levels()).toEqual(['major', 'critical', 'major']);
  expect(store.summary().accounts['a']?.counts.byLevel).toMatchObject({ critical: 1, major: 2 });
  expect(store.relevel({ '-3': 'info', '2': 'critical' })).toBe(false);
  expect(store.relevel({ '-3': 'info', '-4': 'info' })).toBe(true);
  expect(store.relevel({ '-4': 'info', '-3': 'info' })).toBe(false);
  expect(store.relevel({})).toBe(true);
  expect(levels()).toEqual(['major', 'major', 'major']);
});

test('a server that puts a measure there: as many meanings as rows are given in one go', () => {
  const store = opened();
  store.apply(items(...Array.from({ length: 900 }, (_, i) => i - 300)), { limit: 900 });
  const meanings = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [String(i), 'critical' as const]),
  );
  expect(store.relevel(meanings)).toBe(true);
  expect(store.summary().accounts['a']?.counts.byLevel).toMatchObject({ critical: 400, major: 500 });
  expect(store.relevel({})).toBe(true);
  expect(store.summary().accounts['a']?.counts.byLevel).toMatchObject({ critical: 0, major: 900 });
  expect(store.relevel(meanings), 'a third time').toBe(true);
});
