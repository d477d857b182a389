import { AlarmClock, BellOff, Check, ExternalLink } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Row } from '../../src-shared/inbox';
import { parseSubject } from '../../src-shared/subject';
import { useAccount, useActs, useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { noonOf, useToday } from '../ui/use-today';
import { NameForm } from './NameForm';
import { whenIdle } from '../ui/when-idle';

// It floats, and what floats is fetched when the rows are there.
const SilenceMenu = lazy(async () => {
  await whenIdle();
  return { default: (await import('./SilenceMenu')).SilenceMenu };
});

/** Seen, open in the browser, and a name for what it is about. */
export function Actions({ row }: { readonly row: Row }) {
  const { messages, format } = useWords();
  const words = messages.inbox.detail;
  const { later } = messages;
  const { bridge } = useParts();
  const acts = useActs();
  const account = useAccount(row.key.account);
  const today = useToday();
  const [naming, setNaming] = useState(false);
  const { kind } = parseSubject(row.subject);
  async function openInBrowser(): Promise<void> {
    const reply = await bridge.call('openInBrowser', { key: row.key });
    if (!reply.ok) acts.say({ kind: 'failed', failure: reply.failure });
  }
  return (
    <>
      {row.snoozedUntil !== null && (
        <div className="detail-snoozed">
          <AlarmClock size={14} aria-hidden />{' '}
          {later.snooze.until(format.moment(row.snoozedUntil, noonOf(today)))}
        </div>
      )}
      <div className="detail-acts">
        {row.seen ? (
          <span className="detail-seen">
            <Check size={14} aria-hidden /> {words.seen}
          </span>
        ) : account?.archivedAt !== undefined ? null : (
          <Button small onClick={() => void acts.markSeen([row.key])}>
            {words.markSeen} <kbd>e</kbd>
          </Button>
        )}
        {row.snoozedUntil !== null && (
          <Button small onClick={() => void acts.unsnooze([row.key])}>
            {later.snooze.back}
          </Button>
        )}
        {!row.seen && row.live && (
          <Button small onClick={() => acts.askSnooze([row.key])}>
            {later.snooze.act} <kbd>s</kbd>
          </Button>
        )}
        {kind !== 'item' && (
          <Suspense fallback={<SilencePlace />}>
            <SilenceMenu row={row} />
          </Suspense>
        )}
        {kind !== 'item' && (
          <Button small aria-expanded={naming} onClick={() => setNaming(!naming)}>
            {words.nameIt[kind]}
          </Button>
        )}
        {account?.canOpenInBrowser && (
          <Button small onClick={() => void openInBrowser()}>
            <ExternalLink size={14} aria-hidden /> {words.open}
          </Button>
        )}
      </div>
      {naming && <NameForm row={row} onDone={() => setNaming(false)} />}
    </>
  );
}

/** As large as the button that comes, so that nothing below moves. */
function SilencePlace() {
  const { item } = useWords().messages.alerts.silences;
  return (
    <span className="btn small detail-coming" aria-hidden>
      <BellOff size={14} /> {item}
    </span>
  );
}
