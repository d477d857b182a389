import { useState } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import { useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useFailureText } from '../ui-words';

/** One of the two acts that ask first (design.md): it cannot be taken back. */
export function RemoveAccount({ account }: { readonly account: AccountState }) {
  const { messages } = useWords();
  const words = messages.pages.account;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button small look="quiet" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {asking && <Ask account={account} onClose={() => setAsking(false)} />}
    </>
  );
}

function Ask({ account, onClose }: { readonly account: AccountState; readonly onClose: () => void }) {
  const { messages } = useWords();
  const words = messages.pages.account.removal;
  const { bridge } = useParts();
  const said = useFailureText();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function remove(): Promise<void> {
    setBusy(true);
    const reply = await bridge.call('accountRemove', { account: account.id });
    setBusy(false);
    if (reply.ok) onClose();
    else setError(said(reply.failure));
  }
  return (
    <Dialog title={words.title(account.name)} closeLabel={messages.pages.frame.close} onClose={onClose}>
      <p className="muted">{words.note}</p>
      {error !== undefined && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      <div className="acts">
        <Button look="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button look="danger" disabled={busy} onClick={() => void remove()}>
          {words.act}
        </Button>
      </div>
    </Dialog>
  );
}
