import type { ReactNode } from 'react';
import { SCHEMES } from '../../src-shared/account';
import { useWords } from '../app-context';
import { Field } from '../ui/Field';
import { SecretInput } from '../ui/SecretInput';
import { Segmented } from '../ui/Segmented';
import { TextInput } from '../ui/TextInput';
import { isButton } from '../ui/is-button';
import { useTokenHint } from '../ui-words';
import { ofKind, suggestedName, unsafeHost } from './connection';
import type { useConnect } from './use-connect';

/** What the app needs to know of a server. */
export function ConnectFields({ connect }: { readonly connect: ReturnType<typeof useConnect> }) {
  const words = useWords().messages.pages.welcome;
  const tokenHint = useTokenHint();
  const { form, change, check, problems } = connect;
  const host = unsafeHost(form.address);
  return (
    <div className="group">
      <Choice label={words.kind} hint={words.kindHint[form.kind]}>
        <Segmented
          label={words.kind}
          value={form.kind}
          options={[
            { value: 'inbox', label: words.kinds.inbox },
            { value: 'tenant', label: words.kinds.tenant },
          ]}
          onChange={(kind) => change(ofKind(form, kind))}
        />
      </Choice>
      <Field
        label={words.address}
        hint={words.addressHint}
        error={problems.address}
        below={
          host !== null && (
            <label className="check">
              <input
                type="checkbox"
                checked={form.allowHttp}
                onChange={(event) => change({ ...form, allowHttp: event.target.checked })}
              />
              <span>
                {words.allowHttp(host)} <span className="muted">{words.allowHttpHint}</span>
              </span>
            </label>
          )
        }
      >
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="url"
            placeholder={words.addressExample}
            value={form.address}
            // Another host has to be allowed anew.
            onChange={(event) => change({ ...form, address: event.target.value, allowHttp: false })}
            onBlur={(event) => isButton(event.relatedTarget) || check('address')}
          />
        )}
      </Field>
      <Field label={words.name} hint={words.nameHint} error={problems.name}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={60}
            placeholder={suggestedName(form.address)}
            value={form.name}
            onChange={(event) => change({ ...form, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.token} hint={tokenHint} error={problems.token}>
        {(ids) => (
          <SecretInput
            {...ids}
            show={words.show}
            hide={words.hide}
            value={form.token}
            onChange={(event) => change({ ...form, token: event.target.value })}
          />
        )}
      </Field>
      <Choice label={words.scheme} hint={words.schemeHint}>
        <Segmented
          label={words.scheme}
          value={form.scheme}
          options={SCHEMES.map((scheme) => ({ value: scheme, label: scheme }))}
          onChange={(scheme) => change({ ...form, scheme })}
        />
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function Choice({ label, hint, children }: ChoiceProps) {
  return (
    <div className="field wide">
      <span className="label">{label}</span>
      <div className="hint">{hint}</div>
      {children}
    </div>
  );
}
