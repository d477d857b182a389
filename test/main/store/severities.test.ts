import { DatabaseSync } from '@photostructure/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Account } from '../../../src-shared/account';
import type { Accounts } from '../../../src-main/core/accounts/accounts';
import { severitiesMet } from '../../../src-main/core/preferences/severities';
import type { SeverityPlace } from '../../../src-main/core/store-port';
import { opened, type Item } from './opened';

const items = (...severities: number[]): Item[] =>
  severities.map((severity, i) => ({ id: severities.length - i, second: severities.length - i, severity }));
const accountsOf = (...ids: string[]) =>
  ({ all: () => ids.map((id) => ({ id, kind: 'inbox' }) as Account) }) as unknown as Accounts;
/** The same as the port has it. */
const asked = (store: ReturnType<typeof opened>) => ({
  countSeverities: (account: string, after: SeverityPlace | null) =>
    Promise.resolve(store.countSeverities(account, after)),
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

test('many of one are counted in stretches, each by its index alone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-severities-'));
  const store = opened(folder);
  store.apply(items(5));
  const raw = new DatabaseSync(path.join(folder, 'history.sqlite'));
  raw.exec(`WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= 120000)
    INSERT INTO notification (account, id, ts, type, severity, level, subject, seen_server, known_seq, first_seen_at, found_by, toast, hash, raw)
    SELECT account, i, ts + i, type, severity, level, subject, seen_server, known_seq, first_seen_at, found_by, toast, hash, raw
    FROM notification, n WHERE id = 1`);
  const plans = raw
    .prepare(
      `EXPLAIN QUERY PLAN SELECT rowid FROM notification INDEXED BY by_severity
       WHERE account = 'a' AND severity = 5 AND rowid > 7 ORDER BY rowid LIMIT 9`,
    )
    .all() as { detail: string }[];
  expect(plans.map(({ detail }) => detail).join()).toBe(
    'SEARCH notification USING COVERING INDEX by_severity (account=? AND severity=? AND rowid>?)',
  );
  raw.close();
  const stretches: number[] = [];
  const port = asked(store);
  const met = await severitiesMet(
    {
      countSeverities: async (account, after) => {
        const stretch = await port.countSeverities(account, after);
        if (stretch && stretch.count > 0) stretches.push(stretch.count);
        return stretch;
      },
    },
    accountsOf('a'),
  );
  expect(met).toEqual([{ account: 'a', severity: 5, count: 120_001 }]);
  expect(stretches).toEqual([50_000, 50_000, 20_001]);
  store.close();
  rmSync(folder, { recursive: true });
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
