import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { ToastRule, type TextRule } from '../../../src-shared/alert-rules';
import { useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { TextInput } from '../../ui/TextInput';

/** The contract's bound. */
const MOST_LETTERS = 100;

interface Props {
  readonly n: number;
  readonly last: boolean;
  /** Without one it is being written: the focus goes there. */
  readonly rule?: TextRule;
  readonly locked: boolean;
  /** How many it fits, in words. */
  readonly matches: string;
  readonly onChange: (rule: TextRule) => void;
  readonly onMove?: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Its text is taken on leaving the field or on Enter; a wrong one is said and not taken. */
export function TextRuleRow({ n, last, rule, locked, matches, onChange, onMove, onRemove }: Props) {
  const { messages } = useWords();
  const words = messages.alerts.text;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [does, setDoes] = useState<ToastRule>('badge');
  const [error, setError] = useState<string>();
  const isNew = rule === undefined;
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);

  function take(): void {
    if (typed === null) return;
    const pattern = typed.trim();
    // Left empty while it is being written: there is nothing to take, and nothing wrong.
    if (pattern === '') return setError(words.empty);
    if (pattern.length > MOST_LETTERS) return setError(words.long);
    setTyped(null);
    if (pattern !== rule?.pattern) onChange({ pattern, rule: rule?.rule ?? does });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      return onMove?.(event.key === 'ArrowUp' ? -1 : 1);
    }
    if (event.key === 'Enter') take();
    if (event.key !== 'Escape' || (typed === null && !isNew)) return;
    event.preventDefault();
    if (isNew) return onRemove();
    setTyped(null);
    setError(undefined);
  }

  return (
    <li className="text-rule">
      <span className="rule-pattern">
        <TextInput
          ref={field}
          aria-label={words.pattern(n)}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={`${id}-said`}
          placeholder={words.placeholder}
          value={typed ?? rule?.pattern ?? ''}
          disabled={locked}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(undefined);
          }}
          onBlur={take}
          onKeyDown={onKeyDown}
        />
        <span
          id={`${id}-said`}
          className={error === undefined ? 'hint' : 'error'}
          role={error === undefined ? undefined : 'alert'}
        >
          {error ?? matches}
        </span>
      </span>
      <span className="rule-acts">
        <Select
          label={words.rule(n)}
          value={rule?.rule ?? does}
          options={ToastRule.options.map((one) => ({
            value: one,
            label: messages.pages.preferences.rules[one],
          }))}
          disabled={locked}
          onChange={(next) => (rule ? onChange({ ...rule, rule: next }) : setDoes(next))}
        />
        {onMove && (
          <>
            <Button
              look="quiet"
              icon
              disabled={locked || n === 1}
              aria-label={words.up(n)}
              onClick={() => onMove(-1)}
            >
              <ArrowUp size={14} aria-hidden />
            </Button>
            <Button
              look="quiet"
              icon
              disabled={locked || last}
              aria-label={words.down(n)}
              onClick={() => onMove(1)}
            >
              <ArrowDown size={14} aria-hidden />
            </Button>
          </>
        )}
        <Button look="quiet" icon disabled={locked} aria-label={words.remove(n)} onClick={onRemove}>
          <X size={14} aria-hidden />
        </Button>
      </span>
    </li>
  );
}
