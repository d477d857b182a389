import { useId } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import type { TenantView } from '../../src-shared/tenant-view';
import { useWords } from '../app-context';
import type { FlagField, Form } from '../tenant-draft';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Switch';
import { flagOf, hasWebhook, setFlag, webhookProblem } from './form';
import { TestCard } from './TestCard';
import { markOf } from './use-draft';
import type { Tenant } from './use-tenant';
import { WebhookField } from './WebhookField';

interface Props {
  readonly account: AccountState;
  readonly tenant: Tenant;
  readonly view: TenantView;
}

/** The five settings, and what is often wanted of them. */
export function Settings({ account, tenant, view }: Props) {
  const words = useWords().messages.pages.tenant;
  const { form, readOnly } = tenant;
  const flag = (name: FlagField) => <Flag key={name} name={name} tenant={tenant} view={view} />;
  return (
    <div className="stack">
      <section>
        <h2>{words.email}</h2>
        <div className="group">
          {flag('emailOnComplete')}
          {flag('emailOnFail')}
        </div>
      </section>
      <section>
        <h2>{words.teams}</h2>
        <div className="group">
          <WebhookField account={account.id} tenant={tenant} view={view} />
          {flag('teamsOnComplete')}
          {flag('teamsOnFail')}
        </div>
      </section>
      <div className="row-acts">
        {!readOnly && <Presets tenant={tenant} view={view} />}
        {hasWebhook(form, view.settings) && webhookProblem(form) === undefined && !account.sample && (
          <TestCard
            key={JSON.stringify([form.webhook, markOf(view.settings)])}
            account={account.id}
            form={form}
          />
        )}
      </div>
    </div>
  );
}

/** The document's two examples, a click each; what is so already needs none. */
function Presets({ tenant, view }: { readonly tenant: Tenant; readonly view: TenantView }) {
  const { presets: words } = useWords().messages.pages.tenant;
  const { form, change } = tenant;
  const { settings } = view;
  const withFlags = (names: readonly FlagField[], on: boolean): Form =>
    names.reduce((made, name) => setFlag(made, settings, name, on), form);
  const isSo = (names: readonly FlagField[], on: boolean): boolean =>
    names.every((name) => flagOf(form, settings, name) === on);
  // Documented as one call: the URL and both flags.
  const asksUrl = !hasWebhook(form, settings);
  return (
    <>
      <Button small disabled={isSo(EMAIL, false)} onClick={() => change(withFlags(EMAIL, false))}>
        {words.noEmail}
      </Button>
      <Button
        small
        disabled={isSo(TEAMS, true) && !asksUrl}
        onClick={() => {
          const both = withFlags(TEAMS, true);
          change(asksUrl ? { ...both, webhook: { kind: 'new', text: '' } } : both);
        }}
      >
        {words.teamsBoth}
      </Button>
    </>
  );
}
const EMAIL = ['emailOnComplete', 'emailOnFail'] as const;
const TEAMS = ['teamsOnComplete', 'teamsOnFail'] as const;

interface FlagProps {
  readonly name: FlagField;
  readonly tenant: Tenant;
  readonly view: TenantView;
}

function Flag({ name, tenant, view }: FlagProps) {
  const words = useWords().messages.pages.tenant;
  const id = useId();
  const { form, errors } = tenant;
  const on = flagOf(form, view.settings, name);
  const dirty = form.flags[name] !== undefined;
  const was = view.settings[name] ? words.was.on : words.was.off;
  const teams = name === 'teamsOnComplete' || name === 'teamsOnFail';
  const futile = teams && on && !hasWebhook(form, view.settings);
  const hint = [
    dirty ? was : null,
    dirty && !on ? words.nobody[name] : words.hints[name],
    futile ? words.needsWebhook : null,
  ];
  return (
    <div className={dirty ? 'field dirty' : 'field'}>
      <span className="label" id={`${id}-label`}>
        {words.labels[name]}
      </span>
      <span className="hint" id={`${id}-hint`}>
        {hint.filter(Boolean).join(' ')}
      </span>
      <Switch
        labelledBy={`${id}-label`}
        describedBy={`${id}-hint`}
        checked={on}
        disabled={tenant.readOnly}
        onChange={(value) => tenant.change(setFlag(form, view.settings, name, value))}
      />
      {errors[name] !== undefined && (
        <div className="error" role="alert">
          {errors[name]}
        </div>
      )}
    </div>
  );
}
