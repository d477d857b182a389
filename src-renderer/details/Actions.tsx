import { Check, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { Row } from '../../src-shared/inbox';
import { parseSubject } from '../../src-shared/subject';
import { useAccount, useActs, useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { NameForm } from './NameForm';

/** Seen, open in the browser, and a name for what it is about. */
export function Actions({ row }: { readonly row: Row }) {
  const words = useWords().messages.inbox.detail;
  const { bridge } = useParts();
  const acts = useActs();
  const account = useAccount(row.key.account);
  const [naming, setNaming] = useState(false);
  const { kind } = parseSubject(row.subject);
  async function openInBrowser(): Promise<void> {
    const reply = await bridge.call('openInBrowser', { key: row.key });
    if (!reply.ok) acts.say({ kind: 'failed', failure: reply.failure });
  }
  return (
    <>
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
