import { useWords } from '../app-context';
import { Late } from '../ui/Late';
import { TestResult } from './TestResult';
import type { Form } from './use-form';

/** What the test of a connection met, beside its form. */
export function TestPlace({ of }: { readonly of: Form }) {
  const { messages } = useWords();
  const words = messages.pages.welcome;
  const { form, busy, failure, steps, change } = of;
  const doing = {
    testing: words.testing,
    connecting: words.connecting,
    exploring: words.exploring,
    saving: words.saving,
  };
  return (
    <section className="stack test-place">
      <div>
        <h2>{words.test}</h2>
        <div className="group test" aria-live="polite">
          {busy ? (
            <Late key={busy}>{doing[busy]}</Late>
          ) : (
            <TestResult steps={steps} failure={failure} onUse={(scheme) => change({ ...form, scheme })} />
          )}
        </div>
      </div>
    </section>
  );
}
