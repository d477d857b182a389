import { useRef, useState, type FormEvent } from 'react';
import type { Scheme } from '../../../src-shared/account';
import { readTokenText } from '../../../src-shared/token-text';
import { AnotherUser } from '../../accounts/AnotherUser';
import { useAccount, useParts, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { SecretInput } from '../../ui/SecretInput';
import { useFailureText, useTokenHint } from '../../ui-words';

interface Props {
  readonly account: string;
  readonly onClose: () => void;
}

/** A new token for an account that is there. It goes to main and never comes back. */
export function TokenDialog({ account, onClose }: Props) {
  const { messages } = useWords();
  const words = messages.pages.frame.token;
  const { bridge } = useParts();
  const known = useAccount(account);
  const name = known?.name ?? account;
  const asksUser = known?.kind === 'inbox' && known.counts.total > 0;
  const hint = useTokenHint();
  const said = useFailureText();
  const first = useRef<HTMLInputElement>(null);
  const [token, setToken] = useState('');
  const [anew, setAnew] = useState(false);
  const [error, setError] = useState<string>();
  const [parted, setParted] = useState<Scheme | null>(null);
  const [busy, setBusy] = useState(false);

  function enter(text: string): void {
    // In a header of its own a value goes as it is.
    const { token: value, scheme } = known?.scheme === 'Header' ? { token: text } : readTokenText(text);
    setToken(value);
    if (scheme || value === '') setParted(scheme ?? null);
    setError(undefined);
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (token.trim() === '') return setError(words.empty);
    setBusy(true);
    const reply = await bridge.call('accountToken', { account, token: token.trim(), ...(anew && { anew }) });
    setBusy(false);
    if (reply.ok) return onClose();
    setError(said(reply.failure));
  }

  return (
    <Dialog title={words.title(name)} closeLabel={messages.pages.frame.close} onClose={onClose} focus={first}>
      <form className="dialog-form" onSubmit={(event) => void save(event)} noValidate>
        <Field
          label={words.label}
          hint={hint}
          error={error}
          below={
            <div className="hint" aria-live="polite">
              {parted !== null &&
                (parted === known?.scheme
                  ? messages.pages.welcome.tokenParted(parted)
                  : words.otherScheme(parted, known?.scheme ?? ''))}
            </div>
          }
        >
          {(ids) => (
            <SecretInput
              {...ids}
              show={words.show}
              hide={words.hide}
              value={token}
              ref={first}
              onChange={(event) => enter(event.target.value)}
            />
          )}
        </Field>
        {asksUser && <AnotherUser checked={anew} onChange={setAnew} />}
        <div className="acts">
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button look="primary" type="submit" disabled={busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
