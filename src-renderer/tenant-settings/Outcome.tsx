import { needsToken, type ErrorKind } from '../../src-shared/app-error';
import type { AccountState } from '../../src-shared/app-state';
import { TENANT_FIELDS } from '../../src-shared/tenant-settings';
import { useActs, useWords } from '../app-context';
import { isTouched } from '../tenant-draft';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { Altered } from './Altered';
import { useTenantFailure } from './failure-words';
import type { Tenant } from './use-tenant';

interface Props {
  readonly account: AccountState;
  readonly tenant: Tenant;
}

/** What came of the last act, where that needs words; and one button. */
export function Outcome({ account, tenant }: Props) {
  const words = useWords().messages.pages.tenant;
  const explain = useTenantFailure();
  const { said } = tenant;
  if (said === null) return null;
  switch (said.kind) {
    case 'load-failed':
      return (
        <Failed
          title={words.loadFailed}
          text={explain(said.failure)}
          kind={said.failure.kind}
          account={account}
        >
          <ReadAgain tenant={tenant} kind={said.failure.kind} />
        </Failed>
      );
    case 'not-saved':
      return (
        <Failed
          title={tenant.readOnly ? words.readOnly : words.notSaved}
          text={explain(said.failure)}
          kind={said.failure.kind}
          account={account}
        >
          {MAY_PASS.has(said.failure.kind) && isTouched(tenant.form) && <TryAgain tenant={tenant} />}
          {said.failure.kind === 'gone' && <ReadAgain tenant={tenant} />}
        </Failed>
      );
    case 'unknown':
      return (
        <Failed title={words.unknownOutcome} text={explain(said.failure)} account={account}>
          <ReadAgain tenant={tenant} />
        </Failed>
      );
    case 'not-applied': {
      const open = TENANT_FIELDS.filter((name) => said.open.includes(name));
      const which = open.map((name) => words.longLabels[name]).join(', ');
      const text = [said.failure && explain(said.failure), words.stillOpen(which)].filter(Boolean).join(' ');
      return (
        <Failed title={words.notApplied} text={text} account={account}>
          {isTouched(tenant.form) && <TryAgain tenant={tenant} />}
        </Failed>
      );
    }
    case 'saved':
      return (
        <>
          {said.lost && <output>{words.savedAfterAll}</output>}
          <Altered tenant={tenant} altered={said.altered} />
        </>
      );
  }
}

/** These may pass by themselves: what was to be sent is kept, and goes out again on a click. */
const MAY_PASS: ReadonlySet<ErrorKind> = new Set([
  'no-network',
  'name',
  'refused',
  'timeout',
  'tls',
  'proxy',
  'connection',
  'throttled',
  'clash',
  'server-error',
  'maintenance',
]);

const asksToken = (kind: ErrorKind): boolean =>
  needsToken({ kind }) || kind === 'no-permission' || kind === 'forbidden';

/** Another token is offered with it: once is enough. */
export const offersToken = (said: Tenant['said']): boolean =>
  (said?.kind === 'load-failed' || said?.kind === 'not-saved') && asksToken(said.failure.kind);

interface FailedProps {
  readonly title: string;
  readonly text: string;
  readonly kind?: ErrorKind;
  readonly account: AccountState;
  readonly children: React.ReactNode;
}

function Failed({ title, text, kind, account, children }: FailedProps) {
  const words = useWords().messages.pages.tenant;
  const acts = useActs();
  return (
    <Note alert>
      <b>{title}</b> {text}
      <div className="acts row-acts">
        {kind !== undefined && asksToken(kind) && (
          <Button small onClick={() => acts.ask({ kind: 'token', account: account.id })}>
            {words.paste}
          </Button>
        )}
        {children}
      </div>
    </Note>
  );
}

function ReadAgain({ tenant, kind }: { readonly tenant: Tenant; readonly kind?: ErrorKind }) {
  const words = useWords().messages.pages.tenant;
  const acts = useActs();
  // Once its token is there, the page reads by itself.
  if (kind === 'token-locked')
    return (
      <Button small onClick={() => void acts.askKeyring()}>
        {words.tryAgain}
      </Button>
    );
  return (
    <Button small disabled={tenant.busy} onClick={() => void tenant.load()}>
      {words.retry}
    </Button>
  );
}

function TryAgain({ tenant }: { readonly tenant: Tenant }) {
  const words = useWords().messages.pages.tenant;
  return (
    <Button small disabled={tenant.busy} onClick={() => void tenant.save()}>
      {words.tryAgain}
    </Button>
  );
}
