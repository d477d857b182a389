import { useRef, useState } from 'react';
import type { TextRule } from '../../../src-shared/alert-rules';
import { useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { useFocusFirst } from '../../ui/use-focus-first';
import type { ControlProps } from '../setting';
import { TextRuleRow } from './TextRuleRow';
import { useAlertRules } from './use-alert-rules';
import { usePreview } from './use-preview';
import './alerts.css';

const MOST = 50;

/** In their order: the first that fits decides. Moved by buttons or Alt+↑ and Alt+↓; a removed one can be taken back. */
export function TextRules({ locked }: ControlProps) {
  const { messages, format } = useWords();
  const words = messages.alerts.text;
  const { rules, change } = useAlertRules();
  const { shown } = usePreview();
  const all = rules.textRules;
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<{ readonly at: number; readonly rule: TextRule } | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const put = (textRules: readonly TextRule[]): void => change({ textRules: [...textRules] });

  function move(from: number, to: number): void {
    if (to < 0 || to >= all.length) return;
    const rest = all.filter((_, index) => index !== from);
    put(rest.toSpliced(to, 0, all[from]!));
    setSaid(words.moved(to + 1));
    // The focus goes with the rule.
    list.current?.children[to]?.querySelector('input')?.focus();
  }

  function remove(at: number): void {
    setRemoved({ at, rule: all[at]! });
    put(all.toSpliced(at, 1));
  }

  // Those of a draft that is older than the rules would be told of others.
  const matches = shown?.rules === all ? shown.matches : undefined;
  return (
    <>
      <ol className="text-rules" ref={list}>
        {all.map((rule, index) => (
          <TextRuleRow
            key={index}
            n={index + 1}
            last={index === all.length - 1}
            rule={rule}
            locked={locked}
            matches={
              matches?.[index] === undefined
                ? ''
                : words.matches(matches[index], format.number(matches[index]))
            }
            onChange={(next) => put(all.with(index, next))}
            onMove={(by) => move(index, index + by)}
            onRemove={() => remove(index)}
          />
        ))}
        {adding && (
          <TextRuleRow
            n={all.length + 1}
            last
            locked={locked}
            matches=""
            onChange={(rule) => {
              put([...all, rule]);
              setAdding(false);
            }}
            onRemove={() => setAdding(false)}
          />
        )}
      </ol>
      <div className="rule-foot">
        <Button disabled={locked || adding || all.length >= MOST} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
        {all.length >= MOST && <span className="muted">{words.most}</span>}
        <output className="rule-removed">
          {removed && (
            <Removed
              key={`${removed.at} ${removed.rule.pattern}`}
              pattern={removed.rule.pattern}
              onUndo={() => {
                put(all.toSpliced(Math.min(removed.at, all.length), 0, removed.rule));
                setRemoved(null);
              }}
            />
          )}
        </output>
        <output className="unseen-text">{said}</output>
      </div>
    </>
  );
}

/** The focus goes to what takes it back: the row that had it is gone. */
function Removed({ pattern, onUndo }: { readonly pattern: string; readonly onUndo: () => void }) {
  const words = useWords().messages.alerts.text;
  const undo = useFocusFirst<HTMLButtonElement>();
  return (
    <>
      {words.removed(pattern)}
      <Button ref={undo} look="link" onClick={onUndo}>
        {words.undo}
      </Button>
    </>
  );
}
