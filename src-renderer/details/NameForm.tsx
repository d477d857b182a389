import { useState, type FormEvent } from 'react';
import type { Row } from '../../src-shared/inbox';
import { nameOf, parseSubject } from '../../src-shared/subject';
import { useApp, useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { TextInput } from '../ui/TextInput';
import { useFocusFirst } from '../ui/use-focus-first';
import { useFailureText } from '../ui-words';

/** The contract's bound. */
const MOST = 60;

/** The API has only numbers; a name of the user's stands in every title instead. Empty takes it back. */
export function NameForm({ row, onDone }: { readonly row: Row; readonly onDone: () => void }) {
  const { messages } = useWords();
  const words = messages.inbox.detail.naming;
  const { bridge } = useParts();
  const first = useFocusFirst<HTMLInputElement>();
  const said = useFailureText();
  const subject = parseSubject(row.subject);
  const own = useApp(({ preferences }) => nameOf(preferences.subjectNames, row.key.account, subject));
  const [name, setName] = useState(own ?? '');
  const [error, setError] = useState<string>();
  const plain = messages.titles.subject(subject);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted.length > MOST) return setError(words.long(MOST));
    const reply = await bridge.call('nameSubject', {
      account: row.key.account,
      subject: row.subject,
      name: wanted,
    });
    if (reply.ok) onDone();
    else setError(said(reply.failure));
  }

  return (
    <form className="group name-form" onSubmit={(event) => void save(event)}>
      <Field label={words.label(plain)} hint={words.hint(plain)} error={error}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={first}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setError(undefined);
            }}
            onKeyDown={(event) => event.key === 'Escape' && onDone()}
          />
        )}
      </Field>
      <div className="detail-acts">
        <Button small look="primary" type="submit">
          {words.save}
        </Button>
        <Button small look="quiet" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
