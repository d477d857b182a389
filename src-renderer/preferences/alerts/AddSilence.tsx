import { useState, type FormEvent } from 'react';
import type { Silence } from '../../../src-shared/alert-rules';
import { KNOWN_TYPES } from '../../../src-shared/notification';
import { typeKey } from '../../../src-shared/preferences';
import { useApp, useWords } from '../../app-context';
import { DURATIONS, silenceEnd, useSilences, type Duration } from '../../silencing';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { TextInput } from '../../ui/TextInput';

const KINDS = ['type', 'text', 'subject'] as const;
const SUBJECTS = ['agent', 'task', 'suite'] as const;

/** A type, a text, or something by its number; always for a time that ends. */
export function AddSilence({ locked }: { readonly locked: boolean }) {
  const { messages } = useWords();
  const words = messages.alerts.silences;
  const inboxes = useApp((state) => state.accounts).filter(({ kind }) => kind === 'inbox');
  const { silence } = useSilences();
  const [by, setBy] = useState<(typeof KINDS)[number]>('type');
  const [type, setType] = useState('8');
  const [kind, setKind] = useState<(typeof SUBJECTS)[number]>('agent');
  const [account, setAccount] = useState(inboxes[0]?.id ?? '');
  const [text, setText] = useState('');
  const [howLong, setHowLong] = useState<Duration>('hour');
  const [error, setError] = useState<string>();

  function what(): Silence['what'] | undefined {
    const typed = text.trim();
    if (by === 'type') return { by, type: Number(type) };
    if (by === 'text') {
      if (typed !== '' && typed.length <= 100) return { by, pattern: typed };
      setError(typed === '' ? messages.alerts.text.empty : messages.alerts.text.long);
    } else if (/^\d{1,19}$/.test(typed)) return { by, account, subject: `${kind}:${typed}` };
    else setError(words.idNeeded);
    return undefined;
  }

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const chosen = what();
    if (chosen && (await silence(chosen, silenceEnd(howLong, Date.now())))) setText('');
  }

  const typed = (label: string) => (
    <TextInput
      aria-label={label}
      placeholder={label}
      aria-invalid={error === undefined ? undefined : true}
      inputMode={by === 'subject' ? 'numeric' : 'text'}
      disabled={locked}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        setError(undefined);
      }}
    />
  );
  return (
    <form className="silence-add" onSubmit={(event) => void add(event)}>
      <Segmented
        label={words.by}
        value={by}
        options={KINDS.map((one) => ({ value: one, label: words.kinds[one] }))}
        onChange={(next) => {
          setBy(next);
          setError(undefined);
        }}
      />
      <span className="silence-what">
        {by === 'type' && (
          <Select
            label={words.type}
            value={type}
            options={KNOWN_TYPES.map((one) => ({
              value: String(one),
              label: messages.titles.typeNames[typeKey(one)],
            }))}
            disabled={locked}
            onChange={setType}
          />
        )}
        {by === 'subject' && (
          <>
            {inboxes.length > 1 && (
              <Select
                label={words.account}
                value={account}
                options={inboxes.map(({ id, name }) => ({ value: id, label: name }))}
                disabled={locked}
                onChange={setAccount}
              />
            )}
            <Select
              label={words.subject}
              value={kind}
              options={SUBJECTS.map((one) => ({ value: one, label: words.subjects[one] }))}
              disabled={locked}
              onChange={setKind}
            />
            {typed(words.id)}
          </>
        )}
        {by === 'text' && typed(words.pattern)}
        <Select
          label={words.howLong}
          value={howLong}
          options={DURATIONS.map((one) => ({ value: one, label: words.durations[one] }))}
          disabled={locked}
          onChange={setHowLong}
        />
        <Button type="submit" disabled={locked || (by === 'subject' && account === '')}>
          {words.add}
        </Button>
      </span>
      {error !== undefined && (
        <div className="problem" role="alert">
          {error}
        </div>
      )}
    </form>
  );
}
