import { useState } from 'react';
import { isWatched } from '../../../src-shared/account';
import { useAccount, useApp, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Late } from '../../ui/Late';
import { useFailureText } from '../../ui-words';
import { useMarkAll } from './use-mark-all';

interface Props {
  /** `null`: to be chosen, where there are several. */
  readonly account: string | null;
  readonly onClose: () => void;
}

/** The whole inbox of one account, after a look at the server and a question with the number. */
export function MarkAllDialog({ account, onClose }: Props) {
  const { messages } = useWords();
  const words = messages.inbox.markAll;
  const inboxes = useApp((state) => state.accounts).filter(isWatched);
  const [chosen, setChosen] = useState(account ?? (inboxes.length === 1 ? inboxes[0]!.id : null));
  return (
    <Dialog title={words.title} closeLabel={messages.pages.frame.close} onClose={onClose}>
      {chosen === null ? <Choose onChoose={setChosen} /> : <Ask account={chosen} onClose={onClose} />}
    </Dialog>
  );
}

function Choose({ onChoose }: { readonly onChoose: (account: string) => void }) {
  const { messages, format } = useWords();
  const words = messages.inbox.markAll;
  const inboxes = useApp((state) => state.accounts).filter(isWatched);
  return (
    <>
      <p>{words.which}</p>
      <ul className="choices">
        {inboxes.map(({ id, name, counts }) => (
          <li key={id}>
            <Button onClick={() => onChoose(id)}>
              <span>{name}</span>
              <span className="muted">
                {messages.pages.frame.unseen(counts.unseen, format.number(counts.unseen))}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Ask({ account, onClose }: { readonly account: string; readonly onClose: () => void }) {
  const { messages, format } = useWords();
  const words = messages.inbox.markAll;
  const said = useFailureText();
  const name = useAccount(account)?.name ?? account;
  const { count, snoozed, grew, failure, busy, mark } = useMarkAll(account, onClose);
  const shown = format.number(count ?? 0);
  return (
    <>
      <div aria-live="polite">
        {failure && <p className="problem">{said(failure)}</p>}
        {count === null && !failure && <Late>{words.counting}</Late>}
        {count === 0 && <p>{words.none(name)}</p>}
        {count !== null && count > 0 && (
          <>
            <p>
              <b>{grew ? words.grew(count, shown) : words.ask(count, shown, name)}</b>
            </p>
            <p className="muted">{snoozed > 0 ? `${words.snoozed(snoozed)} ${words.note}` : words.note}</p>
          </>
        )}
      </div>
      <div className="acts">
        <Button look="quiet" onClick={onClose}>
          {count === 0 || failure ? words.close : words.cancel}
        </Button>
        {count !== null && count > 0 && (
          <Button look="primary" disabled={busy} onClick={() => void mark()}>
            {words.act(count, shown)}
          </Button>
        )}
      </div>
    </>
  );
}
