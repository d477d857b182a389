import { LEVELS } from '../../../src-shared/notification';
import { NO_COUNTS, NONE_DOWN, type Counts } from '../../../src-shared/app-state';
import type { AccountSummary, Summary } from '../../core/store-port';
import type { Database } from '../file/database';
import { dayOf, DAY_OF_ROW } from './days';
import { downBefore } from './down-before';
import { countDown } from './down-now';
import { snoozeSums } from '../alerts/snoozes';

/** How a row counts: which level it is under, and what it adds there. */
export interface Counted {
  readonly level: number;
  readonly severity: number;
  readonly live: boolean;
  readonly seenServer: boolean;
  /** In the outbox: shown as seen though the server has not said so. */
  readonly marked: boolean;
}

type Sums = [unseen: number, total: number, live: number, serverUnseen: number];

/** Collects what a transaction changes of the counts; `save` writes it, once, at its end. Stamps are µs. */
export function createTally(database: Database, account: string) {
  const sums = new Map<number, Sums>();
  const severities = new Map<number, number>();
  /** By level and day: what a place in a long list is found by. */
  const days = new Map<number, [level: number, day: number, unseen: number, total: number]>();

  function add(ts: number, row: Counted, sign: 1 | -1): void {
    severities.set(row.severity, (severities.get(row.severity) ?? 0) + sign);
    const sum = sums.get(row.level) ?? [0, 0, 0, 0];
    const onServer = row.live && !row.seenServer;
    const unseen = onServer && !row.marked ? sign : 0;
    sum[0] += unseen;
    sum[1] += sign;
    if (row.live) sum[2] += sign;
    if (onServer) sum[3] += sign;
    sums.set(row.level, sum);
    const day = dayOf(ts);
    const key = day * LEVELS.length + row.level;
    const there = days.get(key);
    if (there === undefined) days.set(key, [row.level, day, unseen, sign]);
    else {
      there[2] += unseen;
      there[3] += sign;
    }
  }

  return {
    move(ts: number, before: Counted | undefined, after: Counted): void {
      if (before) add(ts, before, -1);
      add(ts, after, 1);
    },
    /** A row that is deleted here. */
    drop: (ts: number, row: Counted): void => add(ts, row, -1),
    /** What was collected is counted already: rows were counted anew within this transaction. */
    reset(): void {
      sums.clear();
      severities.clear();
      days.clear();
    },
    save(): void {
      for (const [level, change] of sums) {
        if (change.every((one) => one === 0)) continue;
        database.run(
          `INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account, level) DO UPDATE SET
           unseen = unseen + excluded.unseen, total = total + excluded.total,
           live = live + excluded.live, server_unseen = server_unseen + excluded.server_unseen`,
          account,
          level,
          ...change,
        );
      }
      for (const [severity, change] of severities)
        if (change !== 0)
          database.run(
            `INSERT INTO severity_count VALUES (?, ?, ?) ON CONFLICT (account, severity) DO UPDATE SET total = total + excluded.total`,
            account,
            severity,
            change,
          );
      for (const [level, day, unseen, total] of days.values())
        if (unseen !== 0 || total !== 0)
          database.run(
            `INSERT INTO day_count VALUES (?, ?, ?, ?, ?) ON CONFLICT (account, day, level) DO UPDATE SET
             unseen = unseen + excluded.unseen, total = total + excluded.total`,
            account,
            day,
            level,
            unseen,
            total,
          );
      // Days that retention has left behind would become more for ever.
      if (Array.from(days.values()).some(([, , , total]) => total < 0))
        database.run('DELETE FROM day_count WHERE account = ? AND total = 0', account);
    },
  };
}

/** Counts anew, from the rows: all, or those of one account. */
export function recount(database: Database, account?: string): void {
  const [where, values] = account === undefined ? ['', []] : ['WHERE account = ?', [account]];
  database.run(`DELETE FROM tally ${where}`, ...values);
  database.run(
    `INSERT INTO tally SELECT account, level, sum(live = 1 AND seen_server = 0 AND marked = 0), count(*), sum(live), sum(live = 1 AND seen_server = 0)
     FROM notification ${where} GROUP BY account, level`,
    ...values,
  );
  database.run(`DELETE FROM severity_count ${where}`, ...values);
  database.run(
    `INSERT INTO severity_count SELECT account, severity, count(*) FROM notification ${where} GROUP BY account, severity`,
    ...values,
  );
  database.run(`DELETE FROM day_count ${where}`, ...values);
  database.run(
    `INSERT INTO day_count SELECT account, ${DAY_OF_ROW} AS day, level, sum(live = 1 AND seen_server = 0 AND marked = 0), count(*)
     FROM notification ${where} GROUP BY account, day, level`,
    ...values,
  );
}

export type Tally = ReturnType<typeof createTally>;

interface TallyRow {
  account: string;
  level: number;
  unseen: number;
  total: number;
  live: number;
  server_unseen: number;
}

export function summary(database: Database): Summary {
  const accounts: { [account: string]: AccountSummary } = {};
  const of = (account: string): AccountSummary => (accounts[account] ??= EMPTY);
  for (const row of database.all<TallyRow>('SELECT * FROM tally')) {
    const known = of(row.account);
    accounts[row.account] = {
      ...known,
      counts: plus(known.counts, row),
      live: known.live + row.live,
      serverUnseen: known.serverUnseen + row.server_unseen,
    };
  }
  for (const sum of snoozeSums(database)) {
    const known = of(sum.account);
    const { n, first } = sum;
    const { snoozed } = known;
    accounts[sum.account] = {
      ...known,
      counts: plus(known.counts, { level: sum.level, unseen: -n, total: 0 }),
      snoozed: { count: snoozed.count + n, first: Math.min(snoozed.first ?? Infinity, first) },
    };
  }
  const count = (sql: string, name: 'unreadable' | 'waiting' | 'refused' | 'held'): void => {
    for (const { account, n } of database.all<{ account: string; n: number }>(sql))
      accounts[account] = { ...of(account), [name]: n };
  };
  count('SELECT account, count(*) AS n FROM quarantine GROUP BY account', 'unreadable');
  count('SELECT account, count(*) AS n FROM outbox WHERE parked = 0 GROUP BY account', 'waiting');
  count('SELECT account, count(*) AS n FROM outbox WHERE parked = 1 GROUP BY account', 'refused');
  count(
    `SELECT account, count(*) AS n FROM notification INDEXED BY by_toast WHERE toast = 'held' GROUP BY account`,
    'held',
  );
  for (const { account, n } of countDown(database)) accounts[account] = { ...of(account), down: n };
  for (const [account, down] of downBefore(database))
    accounts[account] = { ...of(account), downBefore: down };
  return { accounts };
}

const EMPTY: AccountSummary = {
  counts: NO_COUNTS,
  live: 0,
  serverUnseen: 0,
  unreadable: 0,
  waiting: 0,
  refused: 0,
  held: 0,
  snoozed: { count: 0, first: null },
  down: 0,
  downBefore: NONE_DOWN,
};

function plus(counts: Counts, row: Pick<TallyRow, 'level' | 'unseen' | 'total'>): Counts {
  const level = LEVELS[row.level] ?? 'info';
  return {
    unseen: counts.unseen + row.unseen,
    total: counts.total + row.total,
    byLevel: { ...counts.byLevel, [level]: counts.byLevel[level] + row.unseen },
  };
}
