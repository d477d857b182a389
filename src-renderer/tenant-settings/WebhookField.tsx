import { useState } from 'react';
import { readWebhook } from '../../src-shared/tenant-settings';
import type { TenantView } from '../../src-shared/tenant-view';
import { useWords } from '../app-context';
import { isTouched } from '../tenant-draft';
import { Button } from '../ui/Button';
import { Field, type FieldIds } from '../ui/Field';
import { Note } from '../ui/Note';
import { TextInput } from '../ui/TextInput';
import { isButton } from '../ui/is-button';
import { useFocusFirst } from '../ui/use-focus-first';
import { webhookProblem } from './form';
import { StoredWebhook } from './StoredWebhook';
import type { Tenant } from './use-tenant';

interface Props {
  readonly account: string;
  readonly tenant: Tenant;
  readonly view: TenantView;
}

/** The webhook is a secret: hidden until asked for, and hidden again. What is wrong with it is said before sending. */
export function WebhookField({ account, tenant, view }: Props) {
  const words = useWords().messages.pages.tenant;
  const { form, errors, refused } = tenant;
  const problem = webhookProblem(form);
  const error = errors.teamsWebhookUrl ?? (refused && problem ? words.problems[problem] : undefined);
  const dirty = isTouched({ flags: {}, webhook: form.webhook });
  const advice = useAdvice(tenant, view);
  const stored = view.settings.teamsWebhookUrl;
  const was =
    stored === null ? words.was.none : words.was.webhook(stored.end === '' ? stored.host : `…${stored.end}`);
  return (
    <Field
      label={words.labels.teamsWebhookUrl}
      hint={dirty ? `${was} ${words.webhookHint}` : words.webhookHint}
      error={error}
      dirty={dirty}
      below={advice !== null && <Note>{advice}</Note>}
    >
      {(ids) =>
        form.webhook.kind === 'new' ? (
          <NewWebhook ids={ids} text={form.webhook.text} tenant={tenant} />
        ) : (
          <StoredWebhook ids={ids} account={account} masked={view.settings.teamsWebhookUrl} tenant={tenant} />
        )
      }
    </Field>
  );
}

/** Of the stored one main knows the whole and says what is to be known; a new one is read as it is typed. */
function useAdvice({ form }: Tenant, view: TenantView): string | null {
  const words = useWords().messages.pages.tenant;
  const stored = view.settings.teamsWebhookUrl;
  if (form.webhook.kind === 'keep') return stored?.advice ? words.advice[stored.advice] : null;
  if (form.webhook.kind !== 'new') return null;
  const read = readWebhook(form.webhook.text);
  return read.ok ? words.advice[read.advice] : null;
}

interface NewProps {
  readonly ids: FieldIds;
  readonly text: string;
  readonly tenant: Tenant;
}

function NewWebhook({ ids, text, tenant }: NewProps) {
  const { webhook: words, labels } = useWords().messages.pages.tenant;
  const first = useFocusFirst<HTMLInputElement>();
  const [shown, setShown] = useState(true);
  const { form, change, readOnly } = tenant;
  return (
    <TextInput
      {...ids}
      mono
      ref={first}
      aria-label={`${labels.teamsWebhookUrl}: ${words.input}`}
      type={shown ? 'text' : 'password'}
      placeholder={words.example}
      value={text}
      onChange={(event) => change({ ...form, webhook: { kind: 'new', text: event.target.value } })}
      onFocus={() => setShown(true)}
      disabled={readOnly}
      onKeyDown={(event) => {
        // What was typed is not thrown away by a key.
        if (event.key === 'Escape' && text.trim() === '') change({ ...form, webhook: { kind: 'keep' } });
      }}
      onBlur={(event) => {
        // Whoever looks over the shoulder later should not read it; it is shown again where it is edited.
        if (readWebhook(text).ok) setShown(false);
        // A button that was pressed must not move away: it says what is wrong itself.
        else if (text.trim() !== '' && !isButton(event.relatedTarget)) tenant.refuse();
      }}
      after={
        <Button
          look="quiet"
          small
          disabled={readOnly}
          onClick={() => change({ ...form, webhook: { kind: 'keep' } })}
        >
          {words.keep}
        </Button>
      }
    />
  );
}
