import { useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { ConnectFields } from './ConnectFields';
import { TestPlace } from './TestPlace';
import { useConnect } from './use-connect';
import './welcome.css';

/** Connecting to a server, or looking around with sample data first. */
export function Welcome() {
  const words = useWords().messages.pages.welcome;
  const connect = useConnect();
  const { form, busy, steps } = connect;
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
      <TestPlace of={connect} />
    </Page>
  );
}
