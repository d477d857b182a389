import { useEffect, useState } from 'react';
import type { Unreadable } from '../../../src-shared/inbox';
import { useAccount, useParts, useWords } from '../../app-context';
import { CodeBlock } from '../../ui/CodeBlock';
import { Dialog } from '../../ui/Dialog';

/** Items that came in a form that Tocsin does not know: kept, and shown as they came. */
export function UnreadableDialog({
  account,
  onClose,
}: {
  readonly account: string;
  readonly onClose: () => void;
}) {
  const { messages, format } = useWords();
  const words = messages.pages.frame.unreadable;
  const { bridge } = useParts();
  const count = useAccount(account)?.unreadable;
  const [items, setItems] = useState<readonly Unreadable[] | 'failed' | null>(null);
  useEffect(() => {
    void bridge.call('unreadable', {}).then((reply) => setItems(reply.ok ? reply.value : 'failed'));
  }, [bridge, count]);
  return (
    <Dialog wide title={words.title} closeLabel={messages.pages.frame.close} onClose={onClose}>
      <p className="muted">{words.note}</p>
      {items === 'failed' && <p className="problem">{words.failed}</p>}
      {Array.isArray(items) && items.length === 0 && <p>{words.none}</p>}
      {items !== null && items !== 'failed' && (
        <ul className="unreadable">
          {items.map((one) => (
            <Item key={`${one.account}/${one.raw}`} item={one} at={format.full(one.firstSeenAt)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Item({ item, at }: { readonly item: Unreadable; readonly at: string }) {
  const words = useWords().messages.pages.frame.unreadable;
  const name = useAccount(item.account)?.name ?? item.account;
  return (
    <li>
      <div className="muted">{[name, at, words.field(item.field)].join(' · ')}</div>
      <CodeBlock text={item.raw} />
    </li>
  );
}
