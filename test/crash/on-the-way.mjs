// What the person had asked for and the server had not confirmed when main was killed, by the files as they lie there.
//   marksOnTheWay(profile)  → how many marks, those of a mark-all among them
import { DatabaseSync } from '@photostructure/sqlite';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FILE = 'history.sqlite';

/** Looked at in a copy: whoever opens a history mends its log, and that is the next start's to do. @param {string} profile */
export function marksOnTheWay(profile) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-crash-'));
  try {
    for (const end of ['', '-wal', '-shm']) {
      const file = path.join(profile, FILE + end);
      if (existsSync(file)) copyFileSync(file, path.join(folder, FILE + end));
    }
    const open = new DatabaseSync(path.join(folder, FILE));
    const { n } = /** @type {{ n: number }} */ (
      open
        .prepare(
          `SELECT (SELECT count(*) FROM outbox WHERE parked = 0)
             + (SELECT coalesce(sum(json_array_length(keys)), 0) FROM mark_all) AS n`,
        )
        .get()
    );
    open.close();
    return n;
  } catch {
    return 0; // killed before the history was there
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
