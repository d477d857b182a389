import { useState, type FormEvent } from 'react';
import { nameKey, type Subject, type SubjectNames } from '../../../src-shared/subject';
import { useApp, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { TextInput } from '../../ui/TextInput';
import { readNumber, type GivenName } from './given-names';
import { MOST_LETTERS } from './NameRow';

const KINDS = ['agent', 'task', 'suite'] as const satisfies readonly Subject['kind'][];

interface Props {
  readonly taken: SubjectNames;
  readonly locked: boolean;
  readonly onAdd: (one: Pick<GivenName, 'account' | 'subject'>, name: string) => Promise<boolean>;
}

/** A name for something that has sent nothing yet; of what has, the details have a button. */
export function AddName({ taken, locked, onAdd }: Props) {
  const { messages } = useWords();
  const words = messages.pages.preferences.naming;
  const { fields } = messages.inbox.detail;
  const inboxes = useApp((state) => state.accounts).filter((one) => one.kind === 'inbox');
  const [chosen, setChosen] = useState<string>();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('agent');
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const account = inboxes.find(({ id }) => id === chosen) ?? inboxes[0];
  if (!account) return <p className="muted">{words.noAccount}</p>;
  const { id } = account;

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const read = readNumber(number);
    if (read === undefined) return setError(words.needsNumber);
    if (name.trim() === '') return setError(words.needsName);
    const subject = { kind, id: read };
    const there = taken[nameKey(id, subject)];
    if (there !== undefined) return setError(words.there(there));
    if (!(await onAdd({ account: id, subject }, name.trim()))) return;
    setNumber('');
    setName('');
  }

  return (
    <form className="field name-add" aria-label={words.add} onSubmit={(event) => void add(event)}>
      {inboxes.length > 1 && (
        <Select
          label={fields.account}
          value={id}
          options={inboxes.map((one) => ({ value: one.id, label: one.name }))}
          disabled={locked}
          onChange={setChosen}
        />
      )}
      <Select
        label={words.kind}
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: fields[one] }))}
        disabled={locked}
        onChange={setKind}
      />
      <TextInput
        aria-label={words.number}
        placeholder={words.number}
        inputMode="numeric"
        maxLength={20}
        value={number}
        onChange={(event) => {
          setNumber(event.target.value);
          setError(undefined);
        }}
      />
      <TextInput
        aria-label={words.name}
        placeholder={words.name}
        maxLength={MOST_LETTERS}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setError(undefined);
        }}
      />
      <Button type="submit">{words.add}</Button>
      {error !== undefined && (
        <div className="problem" role="alert">
          {error}
        </div>
      )}
    </form>
  );
}
