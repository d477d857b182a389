import type { AccountState } from '../../src-shared/app-state';
import { DownBefore } from '../frame/DownBefore';
import { expiring, firstAct, needsToken } from '../frame/banners/trouble';
import { useActs, useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { useNow } from '../ui/use-now';
import { AccountActs } from './AccountActs';
import { AccountFacts } from './AccountFacts';
import { AskSeverities } from './AskSeverities';
import { HealthLine } from './HealthLine';
import './account.css';

/** One inbox account: how it is since when, why, what to do, and what is kept of it. */
export function InboxAccount({ account }: { readonly account: AccountState }) {
  const { messages } = useWords();
  const words = messages.pages.account;
  const acts = useActs();
  const { id, health, counts } = account;
  const now = useNow(60_000);
  const asksToken =
    (health.state === 'not-watching' && needsToken(health.failure)) || expiring([account], now) !== undefined;
  const rests = health.state === 'paused' || health.state === 'archived';
  return (
    <Page
      title={account.name}
      about={<HealthLine account={account} />}
      acts={
        <>
          <FirstAct account={account} asksToken={asksToken} />
          <Button look={asksToken || rests ? 'plain' : 'primary'} onClick={() => acts.show({ account: id })}>
            {words.show}
          </Button>
        </>
      }
    >
      <div className="stack">
        {account.sample && <p className="muted">{words.sample}</p>}
        {account.baseUrl.startsWith('http:') && account.allowHttp && <Note>{words.http}</Note>}
        <div className="group account-facts">
          <AccountFacts account={account} />
        </div>
        <DownBefore account={account} />
        <AskSeverities account={account} />
        <div className="row-acts">
          {counts.unseen > 0 && !rests && (
            <Button small onClick={() => acts.ask({ kind: 'mark-all', account: id })}>
              {words.markAll}
            </Button>
          )}
          {!account.sample && !asksToken && health.state !== 'archived' && (
            <Button small onClick={() => acts.ask({ kind: 'token', account: id })}>
              {words.paste}
            </Button>
          )}
          <AccountActs account={account} />
        </div>
      </div>
    </Page>
  );
}

interface FirstActProps {
  readonly account: AccountState;
  readonly asksToken: boolean;
}

/** What there is to be done first: what ends the trouble or the rest, else a look at the server. */
function FirstAct({ account: { id, health }, asksToken }: FirstActProps) {
  const words = useWords().messages.pages.account;
  const { bridge, acts } = useParts();
  async function resume(): Promise<void> {
    const reply = await bridge.call('accountPause', { account: id, paused: false });
    if (!reply.ok) acts.say({ kind: 'failed', failure: reply.failure });
  }
  if (health.state === 'paused')
    return (
      <Button look="primary" onClick={() => void resume()}>
        {words.resume}
      </Button>
    );
  if (health.state === 'archived')
    return <Button onClick={() => acts.go({ page: 'edit', account: id })}>{words.again}</Button>;
  if (health.state === 'not-watching' && firstAct(health.failure) === 'unlock')
    return (
      <>
        <Button onClick={() => acts.ask({ kind: 'token', account: id })}>{words.paste}</Button>
        <Button look="primary" onClick={() => void acts.askKeyring()}>
          {words.unlock}
        </Button>
      </>
    );
  if (asksToken)
    return (
      <Button look="primary" onClick={() => acts.ask({ kind: 'token', account: id })}>
        {words.paste}
      </Button>
    );
  return <Button onClick={() => void acts.pollNow()}>{words.poll}</Button>;
}
