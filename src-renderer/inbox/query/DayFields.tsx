import { useId, useState } from 'react';
import { dayText, parseDay, type Days } from '../../../src-shared/days';
import { useWords } from '../../app-context';
import { Select } from '../../ui/Select';
import { TextInput } from '../../ui/TextInput';
import { noonOf, useToday } from '../../ui/use-today';

interface Props {
  readonly value: Days;
  readonly onChange: (value: Days) => void;
}

/** One of the last seven days by its name, or any from one to another. */
export function DayFields({ value, onChange }: Props) {
  const { messages, format } = useWords();
  const words = messages.inbox.query.panel;
  const today = useToday();
  const { since, until } = value;
  const recent = [0, 1, 2, 3, 4, 5, 6].map((ago) => ({
    value: dayText(today - ago),
    label: [words.today, words.yesterday][ago] ?? format.weekday(noonOf(today - ago)),
  }));
  const isRecent = since !== undefined && since === until && recent.some((one) => one.value === since);
  const [open, setOpen] = useState(!isRecent && (since ?? until) !== undefined);
  const take = (chosen: string): void => {
    setOpen(chosen === 'between');
    if (chosen === 'any') onChange({});
    else if (chosen !== 'between') onChange({ since: chosen, until: chosen });
  };
  return (
    <div className="days">
      <Select
        label={words.days}
        value={open ? 'between' : isRecent ? since : 'any'}
        options={[
          { value: 'any', label: words.anyDay },
          ...recent,
          { value: 'between', label: words.fromTo },
        ]}
        onChange={take}
      />
      {open && (
        <>
          <DayField
            label={words.since}
            value={since}
            onChange={(day) => onChange({ until, ...(day !== undefined && { since: day }) })}
          />
          <DayField
            label={words.until}
            value={until}
            onChange={(day) => onChange({ since, ...(day !== undefined && { until: day }) })}
          />
        </>
      )}
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** Typed as in the query box: a browser's own field for dates writes them by the system's country, 11/10 for 10 November. */
function DayField({ label, value, onChange }: DayFieldProps) {
  const words = useWords().messages.inbox.query.panel;
  const today = useToday();
  const id = useId();
  const [text, setText] = useState(value ?? '');
  const [wrong, setWrong] = useState(false);
  const take = (): void => {
    const day = parseDay(text.trim(), today);
    const none = text.trim() === '';
    setWrong(day === undefined && !none);
    if (day !== undefined) setText(day);
    if ((none || day !== undefined) && day !== value) onChange(day);
  };
  return (
    <div>
      <label>
        <span>{label}</span>
        <TextInput
          placeholder={dayText(today)}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? id : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => event.key === 'Enter' && take()}
        />
      </label>
      {wrong && (
        <div id={id} className="problem" role="alert">
          {words.needsDay}
        </div>
      )}
    </div>
  );
}
