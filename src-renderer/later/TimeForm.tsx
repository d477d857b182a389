import { useState, type FormEvent } from 'react';
import { dayAt, nextAt, parseTime } from '../../src-shared/moments';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Select } from '../ui/Select';
import { TextInput } from '../ui/TextInput';
import { useFocusFirst } from '../ui/use-focus-first';

interface Props {
  /** ms from now to the latest that may be chosen. */
  readonly most: number;
  /** So many days after today may be chosen; 0: no day, the next such time is meant. */
  readonly days: number;
  readonly hint: string;
  /** Says what the latest is, wall ms. */
  readonly tooFar: (latest: number) => string;
  readonly save: string;
  readonly onSave: (until: number) => void;
  readonly onCancel: () => void;
}

/** A time of day as it is typed, and the day where there is a choice. */
export function TimeForm({ most, days, hint, tooFar, save, onSave, onCancel }: Props) {
  const { messages, format } = useWords();
  const words = messages.later;
  const first = useFocusFirst<HTMLInputElement>();
  const [now] = useState(() => Date.now());
  const [day, setDay] = useState('0');
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const named = [words.today, words.tomorrow];
  const options = Array.from({ length: days + 1 }, (_, n) => ({
    value: String(n),
    label: named[n] ?? format.weekday(dayAt(n, 12 * 60, now)),
  }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    const minute = parseTime(text);
    if (minute === undefined) return setError(words.noTime);
    const clock = Date.now();
    const until = days === 0 ? nextAt(minute, clock) : dayAt(Number(day), minute, clock);
    if (until <= clock) return setError(words.over(format.time(clock)));
    if (until - clock > most) return setError(tooFar(clock + most));
    onSave(until);
  }

  return (
    <form className="dialog-form" onSubmit={submit} noValidate>
      {days > 0 && (
        <div className="field wide">
          <span className="label">{words.day}</span>
          <Select label={words.day} value={day} options={options} onChange={setDay} />
        </div>
      )}
      <Field label={words.time} hint={hint} error={error}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={first}
            inputMode="numeric"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <div className="acts">
        <Button look="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button look="primary" type="submit">
          {save}
        </Button>
      </div>
    </form>
  );
}
