import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { QuietHours } from '../../../src-shared/alert-rules';
import { parseTime } from '../../../src-shared/moments';
import { useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/TextInput';
import { useFocusFirst } from '../../ui/use-focus-first';

interface Props {
  readonly n: number;
  readonly window: QuietHours;
  readonly locked: boolean;
  /** Just added: the focus goes there. */
  readonly isNew: boolean;
  readonly onChange: (window: QuietHours) => void;
  readonly onRemove: () => void;
}

/** Monday first, as calendars here have it. */
const DAYS = [1, 2, 3, 4, 5, 6, 0] as const;

/** Days on which it begins, from when, to when. */
export function QuietWindow({ n, window, locked, isNew, onChange, onRemove }: Props) {
  const words = useWords().messages.alerts.quiet;
  const [noDay, setNoDay] = useState(false);
  const { days, from, to } = window;
  const first = useFocusFirst<HTMLFieldSetElement>();

  function toggle(day: number): void {
    const next = days.includes(day)
      ? days.filter((one) => one !== day)
      : [...days, day].toSorted((a, b) => a - b);
    setNoDay(next.length === 0);
    if (next.length > 0) onChange({ ...window, days: next });
  }

  return (
    <fieldset
      ref={isNew ? first : undefined}
      tabIndex={-1}
      className="quiet-window"
      aria-label={words.window(n)}
      disabled={locked}
    >
      <fieldset aria-label={words.days} className="quiet-days">
        {DAYS.map((day) => (
          <button
            key={day}
            type="button"
            className="weekday"
            aria-pressed={days.includes(day)}
            aria-label={words.dayNames[day]}
            onClick={() => toggle(day)}
          >
            {words.dayLetters[day]}
          </button>
        ))}
      </fieldset>
      <span className="quiet-times">
        <TimeOfDay label={words.from} value={from} onChange={(next) => onChange({ ...window, from: next })} />
        <TimeOfDay label={words.to} value={to} onChange={(next) => onChange({ ...window, to: next })} />
        <span className="muted">{to <= from && words.nextDay}</span>
        <Button look="quiet" icon aria-label={words.remove(n)} onClick={onRemove}>
          <X size={14} aria-hidden />
        </Button>
      </span>
      {noDay && (
        <span className="error" role="alert">
          {words.noDay}
        </span>
      )}
    </fieldset>
  );
}

interface TimeProps {
  readonly label: string;
  /** Minutes after midnight. */
  readonly value: number;
  readonly onChange: (minute: number) => void;
}

/** Taken on leaving the field or on Enter. */
function TimeOfDay({ label, value, onChange }: TimeProps) {
  const words = useWords().messages.alerts.quiet;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const shown = `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;

  function take(): void {
    if (typed === null) return;
    const minute = parseTime(typed);
    setWrong(minute === undefined);
    if (minute === undefined) return;
    setTyped(null);
    if (minute !== value) onChange(minute);
  }

  return (
    <span className="time-of-day">
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        maxLength={5}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        value={typed ?? shown}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      {wrong && (
        <span id={`${id}-error`} className="error" role="alert">
          {words.noTime}
        </span>
      )}
    </span>
  );
}
