import { join } from 'node:path';
import { fail } from '../../src-shared/app-error';
import { levelOf, levelRank, type SeverityLevels } from '../../src-shared/notification';
import type { Store } from '../core/store-port';
import { createAlerts } from './alerts';
import { openDatabase, type Database } from './database';
import { createInbox } from './inbox';
import { createMarkAll, createOutbox } from './outbox';
import { applyPage, applySingle } from './pages';
import { forget, readSync, sequence } from './sync-state';
import { summary } from './tally';

/** The Store port without the thread: every call answers at once. The thread and the model's tests run it. */
export type Operations = {
  [Name in keyof Store]: (...given: Parameters<Store[Name]>) => Awaited<ReturnType<Store[Name]>>;
};

export const HISTORY_FILE = 'history.sqlite';

/** @param now wall clock in ms: it only names a file that is set aside. */
export function createOperations(now: () => number): Operations {
  let open: ReturnType<typeof parts> | undefined;
  const its = (): ReturnType<typeof parts> => {
    if (!open) throw fail('storage', { detail: 'not open' });
    return open;
  };
  return {
    open(folder) {
      open?.database.close();
      open = undefined;
      const { database, rebuilt } = openDatabase(
        folder === ':memory:' ? folder : join(folder, HISTORY_FILE),
        now(),
      );
      open = parts(database);
      open.outbox.clamp(now());
      return { rebuilt };
    },
    close() {
      open?.database.close();
      open = undefined;
    },
    query: (filter, offset, limit) => its().inbox.query(filter, offset, limit),
    item: (key) => its().inbox.item(key),
    find: (account, id) => its().inbox.find(account, id),
    rows: (keys) => keys.map((key) => its().inbox.row(key)).filter((row) => row !== undefined),
    unreadable: () => its().inbox.unreadable(),
    summary: () => summary(its().database),
    relevel: (levels) => relevel(its().database, levels),
    syncState: (account) => readSync(its().database, account),
    applyPage: (message) => applyPage(its().database, message),
    applySingle: (account, body, at, levels) => applySingle(its().database, account, body, at, levels),
    gone: ({ account, id, ts }) => its().outbox.gone(account, id, ts),
    saveCursor: (account, { ts, complete }) =>
      void its().database.run(
        'UPDATE sync SET cursor_ts = ?, history_complete = ? WHERE account = ?',
        ts,
        complete ? 1 : 0,
        account,
      ),
    saveHorizon: (account, horizon) =>
      void its().database.run('UPDATE sync SET horizon = ? WHERE account = ?', horizon, account),
    forget: (account) => forget(its().database, account),
    addMarks: (keys, batch, notBefore) => its().outbox.add(keys, batch, notBefore),
    takeBack: (batch, at) => its().outbox.takeBack(batch, at),
    releaseMarks: (at) => its().outbox.release(at),
    dueMarks: (account, at, limit) => its().outbox.due(account, at, limit),
    settleMark: (account, mark, outcome) => its().outbox.settle(account, mark, outcome),
    clampMarks: (at) => its().outbox.clamp(at),
    nextMarkAt: (account) => its().outbox.nextAt(account),
    beginMarkAll: (account) => its().markAll.begin(account),
    markAllSent: (account) => its().markAll.sent(account),
    endMarkAll: (account, at) => its().markAll.end(account, at),
    decide: (account, context) => its().alerts.decide(account, context),
    recover: () => its().alerts.recover(),
    releaseHeld: (at) => its().alerts.releaseHeld(at),
    toasted: (...given) => its().alerts.toasted(...given),
    liveAbove: (account, ts) =>
      its().database.get<{ n: number }>(
        'SELECT count(*) AS n FROM notification WHERE account = ? AND live = 1 AND ts > ?',
        account,
        ts,
      )!.n,
    sequence: () => sequence(its().database),
  };
}

function parts(database: Database) {
  const inbox = createInbox(database);
  const outbox = createOutbox(database);
  return {
    database,
    inbox,
    outbox,
    markAll: createMarkAll(database, outbox),
    alerts: createAlerts(database, inbox),
  };
}

/** A severity was given another meaning: every row gets its level anew, and the counts with it. */
function relevel(database: Database, levels: SeverityLevels): void {
  database.transaction(() => {
    const kinds = database.all<{ type: number; severity: number }>(
      'SELECT DISTINCT type, severity FROM notification',
    );
    for (const { type, severity } of kinds)
      database.run(
        'UPDATE notification SET level = ? WHERE type = ? AND severity = ?',
        levelRank(levelOf(type, severity, levels)),
        type,
        severity,
      );
    database.run('DELETE FROM tally');
    database.run(
      `INSERT INTO tally SELECT account, level, sum(live = 1 AND seen_server = 0 AND marked = 0), count(*), sum(live), sum(live = 1 AND seen_server = 0)
       FROM notification GROUP BY account, level`,
    );
  });
}
