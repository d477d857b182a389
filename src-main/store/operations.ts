import { join } from 'node:path';
import { fail } from '../../src-shared/app-error';
import type { SeverityLevels } from '../../src-shared/notification';
import type { Store, StorageNotice } from '../core/store-port';
import { checkPages } from './file/check-file';
import { fileAt } from './file/file-at';
import { noteDamage } from './file/damage-notes';
import { openDatabase, rebuild, type Opened } from './file/database';
import { tellAnother, tellOpened } from './file/tell-opened';
import { parts } from './parts';
import { applyHistory } from './pages/pages';
import { applySingle } from './pages/single';
import { indexSome } from './inbox/search-index';
import { READING } from './reading';
import { retain } from './retention';
import { countSeverities, relevel } from './counts/severities';
import { snoozedOf } from './alerts/snoozes';
import { isCorrupt } from './file/sqlite-error';
import { noteTooLarge } from './pages/too-large';
import { forget, leave, stay, unfinished } from './let-go';
import { readSync, sequence } from './pages/sync-state';
import { summary } from './counts/tally';

/** The Store port without the thread: every call answers at once. The thread and the model's tests run it. */
export type Operations = {
  [Name in keyof Store]: (...given: Parameters<Store[Name]>) => Awaited<ReturnType<Store[Name]>>;
};

/** What only the thread asks. */
export interface OfThread {
  /**
   * Deletes so many rows of an account that went, else makes so many searchable. @returns 0: there was nothing to be done, and
   * nothing was written
   */
  indexSome(most: number): number;
  /** Stands still as long as nothing is written and no other file is opened; `undefined`: there is none open. */
  stamp(): string | undefined;
}

export const HISTORY_FILE = 'history.sqlite';

/**
 * @param now wall clock in ms: it only names a file that is set aside
 * @param onNotice what happened to the history that nobody asked for
 */
export function createOperations(
  now: () => number,
  onNotice: (notice: StorageNotice) => void = () => undefined,
): Operations & OfThread {
  let open: ReturnType<typeof parts> | undefined;
  let file = '';
  /** Which file that was, as it was opened. */
  let stands: string | undefined;
  let unchecked = false;
  let openings = 0;
  /** What severities mean, as it was last told. */
  let levels: SeverityLevels | undefined;
  const its = (): ReturnType<typeof parts> => {
    if (!open) throw fail('storage', { detail: 'not open' });
    return open;
  };

  function adopt(opened: Opened): boolean {
    const { database } = opened;
    try {
      open = parts(database, onNotice, () => levels);
      tellOpened(file, opened, onNotice);
    } catch (error) {
      // What was found in it and could not be put right is not to be worked with.
      open = undefined;
      stands = undefined;
      database.close();
      throw error;
    }
    openings += 1;
    unchecked = !opened.checked;
    stands = fileAt(file);
    open.outbox.clamp(now());
    return opened.rebuilt !== null;
  }

  function shut(): void {
    try {
      open?.database.close();
    } catch {
      // A damaged file, or a disk that went away, may refuse even that; it is let go of all the same.
    }
    open = undefined;
  }

  /** Damage is met while the file is in use: set aside, made anew, and on it goes. */
  function remake(): void {
    if (file !== ':memory:') noteDamage(file);
    shut();
    if (file !== ':memory:') adopt(rebuild(file, now()));
  }

  const operations: Operations = {
    open(folder) {
      open?.database.close();
      open = undefined;
      file = folder === ':memory:' ? folder : join(folder, HISTORY_FILE);
      const opened = openDatabase(file, now());
      try {
        return { rebuilt: adopt(opened) };
      } catch (error) {
        if (!isCorrupt(error)) throw error;
        remake();
        return { rebuilt: true };
      }
    },
    close() {
      open?.database.close();
      open = undefined;
      file = '';
    },
    probe() {
      const there = fileAt(file);
      if (there !== undefined && there !== stands) shut();
      if (!open && file !== '') {
        const isRebuilt = adopt(openDatabase(file, now()));
        if (!isRebuilt) tellAnother(its().database, there !== undefined, onNotice);
      }
      its().database.run(`INSERT OR REPLACE INTO meta VALUES ('probe', ?)`, now());
    },
    query: (...given) => its().inbox.query(...given),
    item: (key) => its().inbox.item(key),
    find: (account, id) => its().inbox.find(account, id),
    rows: (keys) => keys.map((key) => its().inbox.row(key)).filter((row) => row !== undefined),
    urgent: (limit) => its().inbox.urgent(limit),
    unreadable: () => its().inbox.unreadable(),
    summary: () => summary(its().database),
    countSeverities: (account, most) => countSeverities(its().database, account, most),
    relevel(given) {
      levels = given;
      return relevel(its().database, given);
    },
    syncState: (account) => readSync(its().database, account),
    applyPage: (message) => its().applyPage(message),
    applyHistory(messages, cursor) {
      its().database.letLogGrow(true);
      return applyHistory(its().whole(...messages), messages, cursor);
    },
    applySingle: (...given) => applySingle(its().database, ...given),
    gone: ({ account, id, ts }) => its().outbox.gone(account, id, ts),
    saveCursor: (account, { ts, complete }) =>
      void its().database.run(
        'UPDATE sync SET cursor_ts = ?, history_complete = ? WHERE account = ?',
        ts,
        complete ? 1 : 0,
        account,
      ),
    noteTooLarge: (account, above, at) => noteTooLarge(its().database, account, above, at),
    saveHorizon(account, horizon) {
      its().database.run('UPDATE sync SET horizon = ? WHERE account = ?', horizon, account);
      its().outbox.endWithoutRow(account);
    },
    retain: (message) => retain(its().database, message),
    brokenOff: () => its().archives.brokenOff(),
    archive: (account, goOn = false) => its().archives.step(account, goOn),
    leave: (account) => leave(its().database, account),
    stay: (account) => stay(its().database, account),
    leaving: () => unfinished(its().database, 'leave'),
    forget: (account) => forget(its().database, account),
    addMarks: (keys, batch, notBefore) => its().outbox.add(keys, batch, notBefore),
    takeBack: (batch, at) => its().outbox.takeBack(batch, at),
    releaseMarks: (at) => its().outbox.release(at),
    dueMarks: (account, at, limit) => its().outbox.due(account, at, limit),
    settleMark: (account, mark, outcome) => its().outbox.settle(account, mark, outcome),
    clampMarks: (at) => its().outbox.clamp(at),
    nextMarkAt: (account) => its().outbox.nextAt(account),
    beginMarkAll: (account, most) => its().markAll.begin(account, most),
    markAllSent: (account) => its().markAll.sent(account),
    endMarkAll: (account, at) => its().markAll.end(account, at),
    decide: (account, poll, context) => its().alerts.decide(account, poll, context),
    hear: (event, context) => its().alerts.hear(event, context),
    toasted: (...given) => its().alerts.toasted(...given),
    snooze: (...given) => its().alerts.snooze(...given),
    unsnooze: (...given) => its().alerts.unsnooze(...given),
    snoozed: (keys) => snoozedOf(its().database, keys),
    previewAlerts: (question) => its().preview(question),
    standing: () => its().alerts.standing(),
    recover: () => its().alerts.recover(),
    liveAbove: (account, ts) =>
      its().database.get<{ n: number }>(
        'SELECT count(*) AS n FROM notification WHERE account = ? AND live = 1 AND ts > ?',
        account,
        ts,
      )!.n,
    sequence: () => sequence(its().database),
  };

  const guarded = (name: keyof Store): ((...given: unknown[]) => unknown) => {
    const act = operations[name] as (...given: unknown[]) => unknown;
    return (...given) => {
      try {
        return act(...given);
      } catch (error) {
        if (name === 'open' || name === 'close' || !isCorrupt(error)) throw error;
        remake();
        if (READING.includes(name)) return act(...given);
        throw fail('storage', { detail: 'the history was damaged and is made anew' });
      }
    };
  };
  /** Where even that fails, every operation says so from now on, and `probe` tries again. */
  function tryRemake(): void {
    try {
      remake();
    } catch {
      open = undefined;
    }
  }

  function indexed(most: number): number {
    if (!open) return 0;
    const { database, inbox } = open;
    try {
      database.letLogGrow(false); // the first reading is over, or rests: what is written here copies the log
      const [going] = unfinished(database, 'forget');
      if (going !== undefined) {
        forget(database, going, most);
        return 1;
      }
      const made = inbox.search.whileIndexing(() => indexSome(database, most));
      if (made > 0 || !unchecked) return made;
      unchecked = false;
      checkPages(database, 'later');
      return 0;
    } catch (error) {
      if (isCorrupt(error)) tryRemake();
      return 0; // No space, no rights: the operations say so; what has no entry is looked at all the same.
    }
  }

  const names = Object.keys(operations) as (keyof Store)[];
  const all = Object.fromEntries(names.map((name) => [name, guarded(name)])) as unknown as Operations;
  const stamp = () => open && `${openings} ${open.database.changes()}`;
  return { ...all, indexSome: indexed, stamp };
}
