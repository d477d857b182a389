import { toFailure } from '../../../src-shared/app-error';
import type { OpenTarget } from '../../../src-shared/ipc';
import { calendarDay } from '../../../src-shared/zone';
import { readDeepLink } from './deep-link';
import type { InboxService } from './inbox-service';
import type { Clock, Log } from '../ports';

/** Links from outside: they show what they name and change nothing; anything else is refused. */
export function createLinks({
  inbox,
  clock,
  log,
  onOpen,
}: {
  readonly inbox: Pick<InboxService, 'locate'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly onOpen: (target: OpenTarget) => void;
}) {
  return async function openLink(text: string): Promise<void> {
    const link = readDeepLink(text, calendarDay(clock.now()));
    if (!link) return log.event('link refused', text.slice(0, 100));
    if (link.kind === 'inbox') return onOpen({ page: 'inbox', filter: link.filter });
    try {
      onOpen({ page: 'inbox', key: await inbox.locate(link.account, link.id) });
    } catch (error) {
      log.event('link leads nowhere', toFailure(error).kind);
      onOpen({ page: 'inbox' });
    }
  };
}
