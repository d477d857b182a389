import { useState, type FormEvent } from 'react';
import { LEVELS, type Level } from '../../src-shared/notification';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Select } from '../ui/Select';
import { TextInput } from '../ui/TextInput';

interface Props {
  /** They have a level already. */
  readonly taken: readonly string[];
  readonly locked: boolean;
  readonly onAdd: (number: string, level: Level) => Promise<boolean>;
}

/** A level for a number that has not been met yet. */
export function AddSeverity({ taken, locked, onAdd }: Props) {
  const { messages } = useWords();
  const words = messages.pages.preferences;
  const [text, setText] = useState('');
  const [level, setLevel] = useState<Level>('major');
  const [error, setError] = useState<string>();

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = text.trim().replace('−', '-');
    if (!/^-?\d{1,15}$/.test(typed)) return setError(words.number.whole);
    const number = String(Number(typed));
    if (taken.includes(number)) return setError(words.severityThere);
    if (await onAdd(number, level)) setText('');
  }

  return (
    <form className="field severity-add" onSubmit={(event) => void add(event)}>
      <TextInput
        aria-label={words.severityNumber}
        aria-invalid={error === undefined ? undefined : true}
        placeholder={words.severityNumber}
        inputMode="numeric"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setError(undefined);
        }}
      />
      <Select
        label={words.severityLevel}
        value={level}
        options={LEVELS.map((one) => ({ value: one, label: messages.titles.levels[one] }))}
        disabled={locked}
        onChange={setLevel}
      />
      <Button type="submit">{words.severityAdd}</Button>
      {error !== undefined && (
        <div className="problem" role="alert">
          {error}
        </div>
      )}
    </form>
  );
}
