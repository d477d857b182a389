import { useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Late } from '../ui/Late';
import { Page } from '../ui/Page';
import { ConnectFields } from './ConnectFields';
import { TestResult } from './TestResult';
import { useConnect } from './use-connect';
import './welcome.css';

/** Connecting to a server, or looking around with sample data first. */
export function Welcome() {
  const words = useWords().messages.pages.welcome;
  const connect = useConnect();
  const { form, busy, failure, steps } = connect;
  const explored = useApp((state) => state.accounts.some(({ sample }) => sample));
  return (
    <Page title={words.title} about={form.kind === 'tenant' ? words.aboutTenant : words.about}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void connect.connect();
        }}
      >
        <ConnectFields connect={connect} />
        <div className="row-acts">
          <Button disabled={busy !== null} onClick={() => void connect.test()}>
            {steps ? words.testAgain : words.test}
          </Button>
          <Button look="primary" type="submit" disabled={busy !== null}>
            {words.connect}
          </Button>
          {!explored && (
            <Button
              look="quiet"
              className="explore"
              title={words.exploreHint}
              disabled={busy !== null}
              onClick={() => void connect.explore()}
            >
              {words.explore}
            </Button>
          )}
        </div>
      </form>
      <section className="stack test-place">
        <div>
          <h2>{words.test}</h2>
          <div className="group test" aria-live="polite">
            {busy ? (
              <Late key={busy}>
                {{ testing: words.testing, connecting: words.connecting, exploring: words.exploring }[busy]}
              </Late>
            ) : (
              <TestResult
                steps={steps}
                failure={failure}
                onUse={(scheme) => connect.change({ ...form, scheme })}
              />
            )}
          </div>
        </div>
      </section>
    </Page>
  );
}
