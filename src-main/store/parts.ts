import type { SeverityLevels } from '../../src-shared/notification';
import { createAlerts } from './alerts';
import type { Database } from './database';
import { createInbox } from './inbox';
import { createMarkAll, createOutbox } from './outbox';
import { createPreviews } from './preview';
import { createApplyPage } from './same-page';

/** What works on one open history. */
export function parts(
  database: Database,
  onDamage: (accounts: readonly string[]) => void,
  levels: () => SeverityLevels | undefined,
) {
  const inbox = createInbox(database, onDamage, levels);
  const outbox = createOutbox(database);
  return {
    database,
    inbox,
    outbox,
    markAll: createMarkAll(database, outbox),
    preview: createPreviews(inbox.read),
    alerts: createAlerts(database, inbox),
    applyPage: createApplyPage(database),
  };
}
