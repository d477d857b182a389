import type { StorageNotice } from '../../core/store-port';
import { checkSmall } from './check-file';
import { readAllAgain } from './damage';
import { forgetLogCut } from './damage-notes';
import type { Database, Opened } from './database';
import { toldRebuilt } from './rebuilt-note';

/** What was found as the file was opened, and in what is small of it, is put right and told, once. */
export function tellOpened(
  file: string,
  { database, rebuilt, lostCommits }: Opened,
  onNotice: (notice: StorageNotice) => void,
): void {
  const { marksLost, reread } = checkSmall(database, rebuilt !== null);
  if (lostCommits) readAllAgain(database);
  if (rebuilt || marksLost || lostCommits)
    onNotice({ kind: 'rebuilt', marksLost: marksLost || lostCommits || rebuilt?.marksLost === true });
  if (rebuilt || marksLost) toldRebuilt(database);
  if (lostCommits) forgetLogCut(file);
  if (reread.length > 0) onNotice({ kind: 'repaired', accounts: reread });
}

/** Another one than before is open: what is remembered of that may be more than this one knows. @param wasThere one that had to be made anew is a loss */
export function tellAnother(
  database: Database,
  wasThere: boolean,
  onNotice: (notice: StorageNotice) => void,
): void {
  const accounts = database
    .all<{ account: string }>('SELECT account FROM sync')
    .map(({ account }) => account);
  onNotice(wasThere ? { kind: 'repaired', accounts } : { kind: 'rebuilt', marksLost: true });
}
