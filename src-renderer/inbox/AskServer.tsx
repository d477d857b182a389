import type { AccountState } from '../../src-shared/app-state';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Late } from '../ui/Late';
import { useFailureText } from '../ui-words';
import type { Asked } from './use-asked';

/** Asks one account's server itself, a page at a time, and says what it could not be asked. */
export function AskServer({ account, asked }: { readonly account: AccountState; readonly asked: Asked }) {
  const { messages, format } = useWords();
  const words = messages.inbox.server;
  const said = useFailureText();
  const answered = asked.of(account.id);
  const { progress, name } = account;
  const got = answered?.rows.length ?? 0;
  return (
    <div className="ask-server">
      {progress && (
        <p>{words.incomplete(name, format.number(progress.read), format.number(progress.total))}</p>
      )}
      <div aria-live="polite">
        {answered && !answered.busy && !answered.failure && (
          <p>{got > 0 ? words.got(got, format.number(got), name) : words.none(name)}</p>
        )}
        {answered?.left.map((one) => (
          <p key={one}>{words.left[one]}</p>
        ))}
        {answered?.failure && <p className="problem">{said(answered.failure)}</p>}
        {answered?.busy && <Late>{words.asking}</Late>}
      </div>
      {answered?.next !== null && (
        <Button small disabled={answered?.busy ?? false} onClick={() => void asked.ask(account.id)}>
          {words.ask(name)}
        </Button>
      )}
    </div>
  );
}
