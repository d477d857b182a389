import { openFile } from './connection';
import { isDamaged, isLogCut, noteLogCut } from './damage-notes';
import { refuseNewer } from './newer';
import { finish, isHalfMade, makeAnew } from './rebuild';
import { rebuiltNote } from './rebuilt-note';
import { MIGRATIONS } from './schema';
import { isCorrupt, storageFailure } from './sqlite-error';
import { hasLostCommits } from './wal-check';

export type Value = null | number | bigint | string;

/** A database with its statements prepared once and kept: a collected `DatabaseSync` closes under its statements. */
export interface Database {
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
  /** @returns how many rows changed */
  run(sql: string, ...values: readonly Value[]): number;
  /** The same without the number: telling it takes a tenth of an insert. */
  write(sql: string, ...values: readonly Value[]): void;
  /** Rows that this connection has written in its life: while it stands still, so does all that can be read. */
  changes(): number;
  /** All of it or nothing. Not to be nested. */
  transaction<T>(act: () => T): T;
  /** A transaction of its own, or a part of the one that runs. */
  atomically<T>(act: () => T): T;
  /**
   * While much is written at once the log may grow to 64 MB before it is copied into the file, else to 4: each copying waits
   * for the disk twice, and writes pages that are about to change again. A log that long takes longer to open after a crash.
   */
  letLogGrow(much: boolean): void;
  close(): void;
}

/**
 * `rebuilt`: the file was damaged, was set aside and made anew, with what could be read of it; not told yet (`toldRebuilt`).
 * `lostCommits`: its log was damaged, so that the last things written are missing; not told yet (`forgetLogCut`).
 */
export interface Opened {
  readonly database: Database;
  /** `marksLost`: marks that the server has not confirmed may have been in what could not be read. */
  readonly rebuilt: { readonly marksLost: boolean } | null;
  readonly lostCommits: boolean;
  /** Its pages were looked through; a larger file is, when there is time. */
  readonly checked: boolean;
}

/**
 * Opens or makes the file (0600 in a 0700 folder), brings it to the newest version.
 * A file that is no database is set aside and made anew from the server.
 * @param now wall ms: it only names a file that is set aside
 * @throws AppError `storage`, `disk-full`, `read-only`: no rights, no space; `newer-history`: made by a newer version
 */
export function openDatabase(file: string, now: number): Opened {
  try {
    if (file === ':memory:') return opened(file, false);
    finish(file, now);
    // Before anybody opens it, also to ask its version.
    const lostCommits = isLogCut(file) || hasLostCommits(file);
    if (lostCommits) noteLogCut(file);
    if (isDamaged(file) || isHalfMade(file)) {
      refuseNewer(file, MIGRATIONS.length);
      return rebuild(file, now);
    }
    try {
      return opened(file, lostCommits);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      return rebuild(file, now);
    }
  } catch (error) {
    throw storageFailure(error) ?? error;
  }
}

/** Makes the damaged file anew with what can be read of it. Nothing may have it open. @throws AppError as `openDatabase` */
export function rebuild(file: string, now: number): Opened {
  try {
    makeAnew(file, now);
    return opened(file, false);
  } catch (error) {
    throw storageFailure(error) ?? error;
  }
}

function opened(file: string, lostCommits: boolean): Opened {
  const { database, checked } = openFile(file);
  try {
    return { database, checked, lostCommits, rebuilt: rebuiltNote(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}
