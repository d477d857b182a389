import { useId } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import type { TenantView } from '../../src-shared/tenant-view';
import { useWords } from '../app-context';
import type { FlagField, Form } from '../tenant-draft';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Switch';
import { flagOf, hasWebhook, setFlag } from './form';
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
  const { form, change, readOnly } = tenant;
  const flag = (name: FlagField) => <Flag key={name} name={name} tenant={tenant} view={view} />;
  const withFlags = (from: Form, names: readonly FlagField[], on: boolean): Form =>
    names.reduce((made, name) => setFlag(made, view.settings, name, on), from);
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
      {!readOnly && (
        <div className="row-acts">
          <Button small onClick={() => change(withFlags(form, ['emailOnComplete', 'emailOnFail'], false))}>
            {words.presets.noEmail}
          </Button>
          <Button
            small
            onClick={() => {
              const both = withFlags(form, ['teamsOnComplete', 'teamsOnFail'], true);
              // Documented as one call: the URL and both flags.
              const asks = !hasWebhook(both, view.settings);
              change(asks ? { ...both, webhook: { kind: 'new', text: '' } } : both);
            }}
          >
            {words.presets.teamsBoth}
          </Button>
        </div>
      )}
    </div>
  );
}

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
