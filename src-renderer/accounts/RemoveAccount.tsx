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
        {account.archivedAt === undefined ? words.remove : words.deleteArchive}
      </Button>
      {asking && <Ask account={account} onClose={() => setAsking(false)} />}
    </>
  );
}

type History = 'keep' | 'delete';

function Ask({ account, onClose }: { readonly account: AccountState; readonly onClose: () => void }) {
  const { messages, format } = useWords();
  const words = messages.pages.account.removal;
  const { bridge } = useParts();
  const said = useFailureText();
  const archive = account.archivedAt !== undefined;
  const { total } = account.counts;
  const asksHistory = !archive && !account.sample && account.kind === 'inbox' && total > 0;
  const [history, setHistory] = useState<History>(asksHistory ? 'keep' : 'delete');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function remove(): Promise<void> {
    setBusy(true);
    const reply = await bridge.call('accountRemove', { account: account.id, history });
    setBusy(false);
    if (reply.ok) onClose();
    else setError(said(reply.failure));
  }
  return (
    <Dialog title={words.title(account.name)} closeLabel={messages.pages.frame.close} onClose={onClose}>
      <p className="muted">{archive ? words.noteArchive : words.note}</p>
      {asksHistory && (
        <Question label={words.ask(total, format.number(total))} value={history} onChange={setHistory} />
      )}
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
          {archive ? words.actArchive : words.act}
        </Button>
      </div>
    </Dialog>
  );
}

interface QuestionProps {
  readonly label: string;
  readonly value: History;
  readonly onChange: (value: History) => void;
}

/** What becomes of what was read. */
function Question({ label, value, onChange }: QuestionProps) {
  const words = useWords().messages.pages.account.removal;
  const answers = [
    ['keep', words.keep, words.keepHint],
    ['delete', words.delete, words.deleteHint],
  ] as const;
  return (
    <fieldset className="question">
      <legend>{label}</legend>
      {answers.map(([answer, name, hint]) => (
        <label key={answer} className="check">
          <input type="radio" name="history" checked={value === answer} onChange={() => onChange(answer)} />
          <span>
            {name}
            <span className="muted">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
