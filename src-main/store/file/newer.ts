import { DatabaseSync } from '@photostructure/sqlite';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { fail, type AppError } from '../../../src-shared/app-error';

/** https://sqlite.org/fileformat2.html#the_database_header: where `user_version` stands, most significant byte first. */
const VERSION_AT = 60;

/**
 * A history of a newer version is left as it is, to the byte: a connection that may write would turn it into a WAL file, or
 * bring its log into it, before it could be asked. So it is asked by nobody who can write.
 * @param known the newest version that this Tocsin knows
 * @throws AppError `newer-history`
 */
export function refuseNewer(file: string, known: number): void {
  const version = existsSync(`${file}-wal`) ? logged(file) : written(file);
  if (version > known) throw newer(version, known);
}

export const newer = (version: number, known: number): AppError =>
  fail('newer-history', { detail: `made by a newer Tocsin (version ${version}); this one knows ${known}` });

/** 0: none, or nothing readable; then whoever opens it says why. */
function written(file: string): number {
  const bytes = Buffer.alloc(VERSION_AT + 4);
  try {
    const open = openSync(file, 'r');
    try {
      return readSync(open, bytes) === bytes.length && bytes.toString('latin1', 0, 15) === 'SQLite format 3'
        ? bytes.readInt32BE(VERSION_AT)
        : 0;
    } finally {
      closeSync(open);
    }
  } catch {
    return 0;
  }
}

/** After a crash the log may know better than the file. */
function logged(file: string): number {
  let open: InstanceType<typeof DatabaseSync> | undefined;
  try {
    open = new DatabaseSync(file, { readOnly: true });
    return (open.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  } catch {
    return 0;
  } finally {
    open?.close();
  }
}
