import { TENANT_FIELDS, type AlteredFields } from '../../src-shared/tenant-settings';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import type { Tenant } from './use-tenant';

/** The server kept something else than was sent: said field by field, with the way back to what was there before. */
export function Altered({ tenant, altered }: { readonly tenant: Tenant; readonly altered: AlteredFields }) {
  const words = useWords().messages.pages.tenant;
  const names = TENANT_FIELDS.filter((name) => altered[name] !== undefined);
  if (names.length === 0) return null;
  const [last] = tenant.view?.history ?? [];
  const canRestore =
    altered.teamsWebhookUrl !== undefined &&
    last !== undefined &&
    !last.webhookLost &&
    last.fields.some(({ field, from }) => field === 'teamsWebhookUrl' && from !== null);
  return (
    <Note alert>
      {names.map((name) => (
        <p key={name}>{sentence(name)}</p>
      ))}
      {canRestore && (
        <div className="acts row-acts">
          <Button small disabled={tenant.busy} onClick={() => tenant.revert(webhookOnly(last))}>
            {words.restore}
          </Button>
        </div>
      )}
    </Note>
  );

  function sentence(name: (typeof names)[number]): string {
    if (name !== 'teamsWebhookUrl') return words.notKept(words.longLabels[name]);
    return altered[name] === 'cut' ? words.cut : words.changedUrl;
  }
}

const webhookOnly = <Past extends { readonly fields: readonly { readonly field: string }[] }>(
  past: Past,
): Past => ({
  ...past,
  fields: past.fields.filter(({ field }) => field === 'teamsWebhookUrl'),
});
