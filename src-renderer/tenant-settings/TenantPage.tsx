import { useEffect } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import type { TenantView } from '../../src-shared/tenant-view';
import { AccountActs } from '../accounts/AccountActs';
import { AccountFacts } from '../accounts/AccountFacts';
import { useActs, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Late } from '../ui/Late';
import { Page } from '../ui/Page';
import { Conflict } from './Conflict';
import { changedFields } from './form';
import { History } from './History';
import { Others } from './Others';
import { offersToken, Outcome } from './Outcome';
import { Settings } from './Settings';
import { Unknown } from './Unknown';
import { useTenant, type Tenant } from './use-tenant';
import { WhatIsSent } from './WhatIsSent';
import './tenant.css';

/** Who the service tells when a scan ends. */
export function TenantPage({ account }: { readonly account: AccountState }) {
  const { messages, format } = useWords();
  const words = messages.pages.tenant;
  const tenant = useTenant(account.id, account.secret.hint + account.secret.stored);
  const { view, said, conflict } = tenant;
  // The button that was pressed goes away with what it did: the keyboard goes on from the title.
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.page h1')?.focus();
  }, [said, conflict]);
  const about = view && words.about(format.time(view.readAt));
  // Where something was not kept as it was sent, the sentence that says what stands alone.
  const asSent = said?.kind === 'saved' && Object.keys(said.altered).length === 0;
  const saved = asSent && words.saved(format.seconds(said.at));
  return (
    <Page
      title={account.name}
      about={<span aria-live="polite">{[about, saved].filter(Boolean).join(' ')}</span>}
      acts={view && <Acts account={account} tenant={tenant} view={view} />}
    >
      {!view && !said && (
        <div aria-live="polite" className="muted">
          <Late>{words.loading}</Late>
        </div>
      )}
      <div className="full stack tenant-said">
        <Outcome account={account} tenant={tenant} />
        {view && tenant.conflict && <Conflict tenant={tenant} view={view} fields={tenant.conflict} />}
      </div>
      {view && (
        <>
          <Settings account={account} tenant={tenant} view={view} />
          <div className="stack">
            <WhatIsSent form={tenant.form} settings={view.settings} />
            <History tenant={tenant} view={view} />
            <Unknown key={view.version} view={view} />
            <ThisAccount account={account} asked={offersToken(said)} />
          </div>
        </>
      )}
      {!view && said && <ThisAccount account={account} asked={offersToken(said)} />}
    </Page>
  );
}

/** How it is reached, where its token is kept and until when it is good; and what can be done with the account. */
function ThisAccount({ account, asked }: { readonly account: AccountState; readonly asked: boolean }) {
  const { tenant, account: words } = useWords().messages.pages;
  const acts = useActs();
  return (
    <section>
      <h2>{tenant.account}</h2>
      <div className="group account-facts narrow">
        <AccountFacts account={account} />
      </div>
      <div className="row-acts">
        {!account.sample && !asked && (
          <Button small onClick={() => acts.ask({ kind: 'token', account: account.id })}>
            {words.paste}
          </Button>
        )}
        <AccountActs account={account} />
      </div>
    </section>
  );
}

interface ActsProps {
  readonly account: AccountState;
  readonly tenant: Tenant;
  readonly view: TenantView;
}

function Acts({ account, tenant, view }: ActsProps) {
  const words = useWords().messages.pages.tenant;
  const { form, conflict, readOnly, discarded, busy } = tenant;
  const n = changedFields(form).length;
  if (conflict) return null;
  if (discarded)
    return (
      <Button disabled={busy} onClick={tenant.bringBack}>
        {words.bringBack}
      </Button>
    );
  if (n === 0 && form.webhook.kind === 'keep') return <Others account={account} view={view} />;
  return (
    <>
      <Button disabled={busy} onClick={tenant.discard}>
        {words.discard}
      </Button>
      {!readOnly && (
        <Button look="primary" disabled={busy || n === 0} onClick={() => void tenant.save()}>
          {words.save(n)}
        </Button>
      )}
    </>
  );
}
