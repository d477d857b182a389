import { Check, X } from 'lucide-react';
import type { Scheme } from '../../src-shared/account';
import type { Failure } from '../../src-shared/app-error';
import type { TestStep } from '../../src-shared/ipc';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { sentence } from '../ui/sentence';
import { useFailureText } from '../ui-words';

interface Props {
  readonly steps: readonly TestStep[] | null;
  readonly failure: Failure | null;
  readonly onUse: (scheme: Scheme) => void;
}

/** Step by step what the test met; where it stopped, why and what to do. */
export function TestResult({ steps, failure, onUse }: Props) {
  const words = useWords().messages.pages.welcome;
  const said = useFailureText();
  if (failure)
    return (
      <>
        <b>{words.notConnected}</b>
        <p className="muted">{said(failure)}</p>
      </>
    );
  if (!steps) return <span className="muted">{words.notTested}</span>;
  return (
    <>
      <ul className="steps">
        {steps.map((step) => (
          <Step key={step.step} step={step} onUse={onUse} />
        ))}
      </ul>
      {steps.every(({ ok }) => ok) && <p className="muted">{words.allPassed}</p>}
    </>
  );
}

function Step({ step, onUse }: { readonly step: TestStep; readonly onUse: Props['onUse'] }) {
  const { messages } = useWords();
  const words = messages.pages.welcome;
  if (step.ok) {
    return (
      <li>
        <Check className="passed" size={16} aria-hidden />
        <span>
          {words.passed[step.step]}{' '}
          {step.detail !== undefined && <span className="faint">{step.detail}</span>}
        </span>
      </li>
    );
  }
  const { failure, works } = step;
  const { what, next } = messages.failures[failure.kind](failure);
  return (
    <li>
      <X className="failed" size={16} aria-hidden />
      <span>
        <span className="unseen-text">{words.failed[step.step]}: </span>
        <b>{sentence(what)}</b>
        <br />
        {works === undefined ? (
          <span className="muted">{next}</span>
        ) : (
          <>
            <span className="muted">{words.works(works)}</span>{' '}
            <Button look="link" onClick={() => onUse(works)}>
              {words.use(works)}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
