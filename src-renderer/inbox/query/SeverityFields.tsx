import { useState } from 'react';
import { parseSeverity, type SeverityFilter } from '../../../src-shared/filter';
import { useWords } from '../../app-context';
import { Select } from '../../ui/Select';
import { TextInput } from '../../ui/TextInput';

interface Props {
  readonly value: SeverityFilter | undefined;
  readonly onChange: (value: SeverityFilter | undefined) => void;
}

type Operator = SeverityFilter['op'] | 'any';

/** How, and with which number: `in` takes several with | between them. */
export function SeverityFields({ value, onChange }: Props) {
  const words = useWords().messages.inbox.query.panel;
  const [op, setOp] = useState<Operator>(value?.op ?? 'any');
  const [text, setText] = useState(value ? numbersOf(value) : '');
  const [error, setError] = useState<string>();

  const take = (nextOp: Operator, nextText: string): void => {
    if (nextOp === 'any') return onChange(undefined);
    if (nextText.trim() === '') return setError(undefined);
    const compact = nextText.replace(/[\s,;]+/g, nextOp === 'in' ? '|' : '');
    const severity = parseSeverity(nextOp === 'in' ? compact : `${nextOp}${compact}`);
    if (severity) onChange(severity);
    else setError(nextOp === 'in' ? words.severityList : words.severityOne);
  };

  return (
    <div>
      <div className="severity">
        <Select<Operator>
          label={words.severityHow}
          value={op}
          options={[
            { value: 'any', label: words.anySeverity },
            { value: 'in', label: words.equals },
            { value: '>=', label: '≥' },
            { value: '>', label: '>' },
            { value: '<=', label: '≤' },
            { value: '<', label: '<' },
          ]}
          onChange={(next) => {
            setOp(next);
            take(next, text);
          }}
        />
        {op !== 'any' && (
          <TextInput
            aria-label={words.severityNumber}
            aria-invalid={error === undefined ? undefined : true}
            inputMode="numeric"
            title={op === 'in' ? words.severityHint : undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => take(op, text)}
            onKeyDown={(event) => event.key === 'Enter' && take(op, text)}
          />
        )}
      </div>
      {error !== undefined && (
        <div className="problem" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

const numbersOf = (value: SeverityFilter): string =>
  value.op === 'in' ? value.values.join('|') : String(value.value);
