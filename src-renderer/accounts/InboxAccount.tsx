import type { AccountState } from '../../src-shared/app-state';
import { needsToken } from '../frame/trouble';
import { useActs, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { AccountFacts } from './AccountFacts';
import { HealthLine } from './HealthLine';
import { RemoveAccount } from './RemoveAccount';
import './account.css';

/** One inbox account: how it is since when, why, what to do, and what is kept of it. */
export function InboxAccount({ account }: { readonly account: AccountState }) {
  const { messages } = useWords();
  const words = messages.pages.account;
  const acts = useActs();
  const { id, health, counts } = account;
  const asksToken = health.state === 'not-watching' && needsToken(health.failure);
  return (
    <Page
      title={account.name}
      about={<HealthLine account={account} />}
      acts={
        <>
          {asksToken ? (
            <Button look="primary" onClick={() => acts.ask({ kind: 'token', account: id })}>
              {words.paste}
            </Button>
          ) : (
            <Button onClick={() => void acts.pollNow()}>{words.poll}</Button>
          )}
          <Button look={asksToken ? 'plain' : 'primary'} onClick={() => acts.show({ account: id })}>
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
        <div className="row-acts">
          {counts.unseen > 0 && (
            <Button small onClick={() => acts.ask({ kind: 'mark-all', account: id })}>
              {words.markAll}
            </Button>
          )}
          {!account.sample && !asksToken && (
            <Button small onClick={() => acts.ask({ kind: 'token', account: id })}>
              {words.paste}
            </Button>
          )}
          <RemoveAccount account={account} />
        </div>
      </div>
    </Page>
  );
}
