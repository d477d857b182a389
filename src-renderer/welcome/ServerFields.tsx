import { useState } from 'react';
import { SCHEMES, type Scheme } from '../../src-shared/account';
import { readTokenText } from '../../src-shared/token-text';
import { useWords } from '../app-context';
import { Choice, Field } from '../ui/Field';
import { SecretInput } from '../ui/SecretInput';
import { Segmented } from '../ui/Segmented';
import { TextInput } from '../ui/TextInput';
import { isButton } from '../ui/is-button';
import { unsafeHost } from './connection';
import type { Form } from './use-form';

/** Where the server is; http to it only by name. */
export function AddressField({ of, hint }: { readonly of: Form; readonly hint?: string }) {
  const words = useWords().messages.pages.welcome;
  const { form, change, check, problems } = of;
  const host = unsafeHost(form.address);
  return (
    <Field
      label={words.address}
      hint={hint ?? words.addressHint}
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
  );
}

/** The token alone, or as it is sent: then the word before it is the scheme, which is said. */
export function TokenField({ of, hint }: { readonly of: Form; readonly hint: string }) {
  const words = useWords().messages.pages.welcome;
  const { form, change, problems } = of;
  const [parted, setParted] = useState<Scheme | null>(null);
  function enter(text: string): void {
    // In a header of its own a value goes as it is.
    const { token, scheme } = form.scheme === 'Header' ? { token: text } : readTokenText(text);
    if (scheme || token === '') setParted(scheme ?? null);
    change({ ...form, token, ...(scheme && { scheme }) });
  }
  return (
    <Field
      label={words.token}
      hint={hint}
      error={problems.token}
      below={
        <div className="hint" aria-live="polite">
          {parted !== null && parted === form.scheme && words.tokenParted(parted)}
        </div>
      }
    >
      {(ids) => (
        <SecretInput
          {...ids}
          show={words.show}
          hide={words.hide}
          value={form.token}
          onChange={(event) => enter(event.target.value)}
        />
      )}
    </Field>
  );
}

const INBOX: readonly Scheme[] = [...SCHEMES, 'Header'];

/** How the token is handed over: a word before it, or a header of its own. */
export function SchemeFields({ of }: { readonly of: Form }) {
  const words = useWords().messages.pages.welcome;
  const { form, change, check, problems } = of;
  return (
    <>
      <Choice label={words.scheme} hint={words.schemeHint}>
        <Segmented
          label={words.scheme}
          value={form.scheme}
          options={(form.kind === 'inbox' ? INBOX : SCHEMES).map((scheme) => ({
            value: scheme,
            label: scheme === 'Header' ? words.headerScheme : scheme,
          }))}
          onChange={(scheme) => change({ ...form, scheme })}
        />
      </Choice>
      {form.scheme === 'Header' && (
        <Field label={words.header} hint={words.headerHint} error={problems.header}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={64}
              placeholder="X-API-Key"
              value={form.header}
              onChange={(event) => change({ ...form, header: event.target.value })}
              onBlur={(event) => isButton(event.relatedTarget) || check('header')}
            />
          )}
        </Field>
      )}
    </>
  );
}
