import { Check, Minus, X } from 'lucide-react';
import type { Scheme } from '../../src-shared/account';
import type { Failure } from '../../src-shared/app-error';
import { certificateProblem } from '../../src-shared/certificate';
import type { TestStep } from '../../src-shared/ipc';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { sentence } from '../ui/sentence';
import { useFailureText } from '../ui-words';
import { OwnCertificate } from './OwnCertificate';

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
      {steps.every(({ ok }) => ok !== false) && <p className="muted">{words.allPassed}</p>}
    </>
  );
}

function Step({ step, onUse }: { readonly step: TestStep; readonly onUse: Props['onUse'] }) {
  const words = useWords().messages.pages.welcome;
  if (step.ok === null)
    return (
      <li>
        <Minus className="faint" size={16} aria-hidden />
        <span className="muted">{words.passedOver[step.why]}</span>
      </li>
    );
  if (!step.ok) return <Failed step={step} onUse={onUse} />;
  return (
    <li>
      <Check className="passed" size={16} aria-hidden />
      <Passed step={step} />
    </li>
  );
}

function Passed({ step: { step, detail, count } }: { readonly step: TestStep & { readonly ok: true } }) {
  const { messages, format } = useWords();
  const words = messages.pages.welcome;
  if (step === 'proxy' && detail !== undefined) return <span>{words.through(detail)}</span>;
  if (count !== undefined) return <span>{words.readable(count, format.number(count))}</span>;
  return (
    <span>
      {words.passed[step]} {detail !== undefined && <span className="faint">{detail}</span>}
    </span>
  );
}

/** Elsewhere these say that Tocsin asks again by itself. A test does not. */
const NOT_AGAIN = ['timeout', 'connection', 'throttled', 'server-error', 'broken-json'] as const;

interface FailedProps {
  readonly step: TestStep & { readonly ok: false };
  readonly onUse: Props['onUse'];
}

function Failed({ step: { step, failure, works }, onUse }: FailedProps) {
  const { messages } = useWords();
  const words = messages.pages.welcome;
  const { what, next: later } = messages.failures[failure.kind](failure);
  const once = NOT_AGAIN.find((kind) => kind === failure.kind);
  const next = once === undefined ? later : messages.pages.tenant.failures[once](failure).next;
  const ownCertificate = failure.kind === 'tls' && certificateProblem(failure.detail) === 'issuer';
  return (
    <li>
      <X className="failed" size={16} aria-hidden />
      <span>
        <span className="unseen-text">{words.failed[step]}: </span>
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
        {ownCertificate && <OwnCertificate />}
      </span>
    </li>
  );
}
