import type { AccountState } from '../../src-shared/app-state';
import { RemoveAccount } from '../accounts/RemoveAccount';
import { useActs, useWords } from '../app-context';
import { needsToken } from '../frame/trouble';
import { Button } from '../ui/Button';
import { Late } from '../ui/Late';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { useFailureText } from '../ui-words';
import { Conflict } from './Conflict';
import { changedFields, changesOf } from './form';
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
  const { view, savedAt } = tenant;
  const about = view && words.about(format.time(view.readAt));
  const saved = savedAt === null ? '' : words.saved(format.seconds(savedAt));
  return (
    <Page
      title={account.name}
      about={<span aria-live="polite">{[about, saved].filter(Boolean).join(' ')}</span>}
      acts={view && <SaveButtons tenant={tenant} />}
    >
      {!view && !tenant.failure && (
        <div aria-live="polite" className="muted">
          <Late>{words.loading}</Late>
        </div>
      )}
      <div className="full stack tenant-said">
        <Said account={account} tenant={tenant} />
        {view && tenant.conflict && <Conflict tenant={tenant} view={view} fields={tenant.conflict} />}
      </div>
      {view && (
        <>
          <Settings account={account} tenant={tenant} view={view} />
          <div className="stack">
            <WhatIsSent form={tenant.form} view={view} />
            <Unknown fields={view.unknown} />
            <div className="row-acts">
              <RemoveAccount account={account} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

function SaveButtons({ tenant }: { readonly tenant: Tenant }) {
  const words = useWords().messages.pages.tenant;
  const n = changedFields(changesOf(tenant.form)).length;
  const touched = n > 0 || tenant.form.webhook.kind !== 'keep';
  if (!touched || tenant.conflict || tenant.readOnly) return null;
  return (
    <>
      <Button disabled={tenant.busy} onClick={tenant.discard}>
        {words.discard}
      </Button>
      <Button look="primary" disabled={tenant.busy || n === 0} onClick={() => void tenant.save()}>
        {words.save(n)}
      </Button>
    </>
  );
}

/** What went wrong, and one button. */
function Said({ account, tenant }: { readonly account: AccountState; readonly tenant: Tenant }) {
  const words = useWords().messages.pages.tenant;
  const acts = useActs();
  const said = useFailureText();
  const { failure, view, cut, readOnly } = tenant;
  const paste = (
    <Button small onClick={() => acts.ask({ kind: 'token', account: account.id })}>
      {words.paste}
    </Button>
  );
  return (
    <>
      {cut && <Note alert>{words.cut}</Note>}
      {failure && (
        <Note alert>
          <b>{readOnly ? words.readOnly : view ? words.notSaved : words.loadFailed}</b> {said(failure)}
          <div className="acts row-acts">
            {(readOnly || needsToken(failure) || failure.kind === 'no-permission') && paste}
            {!view && (
              <Button small disabled={tenant.busy} onClick={() => void tenant.load()}>
                {words.retry}
              </Button>
            )}
            {!view && <RemoveAccount account={account} />}
          </div>
        </Note>
      )}
    </>
  );
}
