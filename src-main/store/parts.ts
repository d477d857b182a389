import type { SeverityLevels } from '../../src-shared/notification';
import type { PageMessage, PageResult, StorageNotice } from '../core/store-port';
import { createAlerts } from './alerts/alerts';
import type { Database } from './file/database';
import { createInbox } from './inbox/inbox';
import { createArchives } from './let-go';
import { createMarkAll, createOutbox } from './outbox';
import { createPreviews } from './alerts/preview';
import { createApplyPage } from './pages/same-page';

/** What works on one open history. */
export function parts(
  database: Database,
  onNotice: (notice: StorageNotice) => void,
  levels: () => SeverityLevels | undefined,
) {
  const inbox = createInbox(database, (accounts) => onNotice({ kind: 'repaired', accounts }), levels);
  const outbox = createOutbox(database);
  const archives = createArchives(database);
  const applyPage = createApplyPage(database);
  return {
    database,
    inbox,
    outbox,
    archives,
    /** The history, in which the archives of these accounts are whole: what comes now is another inbox's. */
    whole(...pages: readonly { readonly account: string }[]): Database {
      for (const { account } of pages) archives.finish(account);
      return database;
    },
    markAll: createMarkAll(database, outbox, () => onNotice({ kind: 'rebuilt', marksLost: true })),
    preview: createPreviews(inbox.read),
    alerts: createAlerts(database, inbox),
    applyPage(message: PageMessage): PageResult {
      archives.finish(message.account);
      return applyPage(message);
    },
  };
}
