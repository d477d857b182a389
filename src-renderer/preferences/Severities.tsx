import { X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { LEVELS, type Level } from '../../src-shared/notification';
import { useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Select } from '../ui/Select';
import { TextInput } from '../ui/TextInput';
import type { Save } from './use-save';

/** Which number is which level: only the user can say (alerts.md, Words). */
export function Severities({ save }: { readonly save: Save }) {
  const { messages } = useWords();
  const words = messages.pages.preferences;
  const mapped = useApp((state) => state.preferences.severityLevels);
  const numbers = Object.keys(mapped).sort((a, b) => Number(a) - Number(b));
  const options = LEVELS.map((level) => ({ value: level, label: messages.titles.levels[level] }));
  const forget = (number: string): void => {
    const { [number]: _, ...rest } = mapped;
    void save({ severityLevels: rest });
  };
  return (
    <section>
      <h2>{words.severities}</h2>
      <p className="muted">{words.severitiesHint}</p>
      <div className="group">
        {numbers.map((number) => (
          <div key={number} className="field severity-row">
            <span className="label">{number.replace('-', '−')}</span>
            <span className="severity-acts">
              <Select
                label={words.severityOf(number)}
                value={mapped[number] ?? 'info'}
                options={options}
                onChange={(level) => void save({ severityLevels: { ...mapped, [number]: level } })}
              />
              <Button
                look="quiet"
                icon
                aria-label={words.severityRemove(number)}
                onClick={() => forget(number)}
              >
                <X size={14} aria-hidden />
              </Button>
            </span>
          </div>
        ))}
        <AddSeverity
          taken={numbers}
          onAdd={(number, level) => save({ severityLevels: { ...mapped, [number]: level } })}
        />
      </div>
    </section>
  );
}

interface AddProps {
  readonly taken: readonly string[];
  readonly onAdd: (number: string, level: Level) => Promise<boolean>;
}

function AddSeverity({ taken, onAdd }: AddProps) {
  const { messages } = useWords();
  const words = messages.pages.preferences;
  const [text, setText] = useState('');
  const [level, setLevel] = useState<Level>('major');
  const [error, setError] = useState<string>();

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = text.trim().replace('−', '-');
    if (!/^-?\d{1,15}$/.test(typed)) return setError(words.severityWhole);
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
