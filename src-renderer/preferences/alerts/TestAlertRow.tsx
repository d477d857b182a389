import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { KNOWN_TYPES, LEVELS, type Level } from '../../../src-shared/notification';
import { typeKey } from '../../../src-shared/preferences';
import type { TestAlertStep } from '../../../src-shared/test-alert';
import { useParts, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import type { ControlProps } from '../setting';
import { useTestWords } from './use-test-words';
import './alerts.css';

/** A real alert of a made-up item; what each station of its way made of it is said below. */
export function TestAlertRow({ failed }: ControlProps) {
  const { messages } = useWords();
  const words = messages.alerts.test;
  const { bridge } = useParts();
  const [type, setType] = useState('8');
  const [level, setLevel] = useState<Level>('major');
  const [steps, setSteps] = useState<readonly TestAlertStep[] | null>(null);
  const [sending, setSending] = useState(false);
  const say = useTestWords();

  async function send(): Promise<void> {
    setSending(true);
    const reply = await bridge.call('testAlert', { type: Number(type), level });
    setSending(false);
    if (reply.ok) setSteps(reply.value);
    else failed(reply.failure);
  }

  return (
    <>
      <div className="test-alert">
        <Select
          label={words.type}
          value={type}
          options={KNOWN_TYPES.map((one) => ({
            value: String(one),
            label: messages.titles.typeNames[typeKey(one)],
          }))}
          onChange={setType}
        />
        <Select
          label={words.level}
          value={level}
          options={LEVELS.toReversed().map((one) => ({ value: one, label: messages.titles.levels[one] }))}
          onChange={setLevel}
        />
        <Button disabled={sending} onClick={() => void send()}>
          {words.send}
        </Button>
      </div>
      <div aria-live="polite">
        {steps && (
          <ol className="test-steps" aria-label={words.steps}>
            {steps.map((step) => (
              <li key={step.step} className={step.ok ? 'passed' : 'stopped'}>
                {step.ok ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
                <span>
                  <span className="unseen-text">{step.ok ? words.passed : words.stopped}: </span>
                  {say(step)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}
