import { useState } from 'react';
import type { TenantView } from '../../src-shared/ipc';
import type { TenantField } from '../../src-shared/tenant-settings';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { changesOf } from './form';
import type { Tenant } from './use-tenant';

interface Props {
  readonly tenant: Tenant;
  readonly view: TenantView;
  readonly fields: readonly TenantField[];
}

/** Somebody else changed the same: nothing was sent, and each field is the person's to decide. */
export function Conflict({ tenant, view, fields }: Props) {
  const { pages } = useWords().messages;
  const { conflict: words, longLabels, diff, discard } = pages.tenant;
  const [theirs, setTheirs] = useState<readonly TenantField[]>([]);
  const changes = changesOf(tenant.form);
  const { settings } = view;
  const say = (value: boolean | undefined): string => (value ? diff.on : diff.off);
  const end = (text: string | null | undefined): string => (text ? `…${text.slice(-4)}` : diff.none);
  const both = (name: TenantField): readonly [string, string] =>
    name === 'teamsWebhookUrl'
      ? [end(changes.teamsWebhookUrl), end(settings.teamsWebhookUrl?.end)]
      : [say(changes[name]), say(settings[name])];
  return (
    <section className="conflict" role="alert">
      <h2>{words.title}</h2>
      <p>{words.note}</p>
      {fields.map((name) => {
        const [mine, other] = both(name);
        return (
          <div key={name} className="conflict-field">
            <span>{longLabels[name]}</span>
            <Segmented
              label={longLabels[name]}
              value={theirs.includes(name) ? 'theirs' : 'mine'}
              options={[
                { value: 'mine', label: `${words.mine}: ${mine}` },
                { value: 'theirs', label: `${words.theirs}: ${other}` },
              ]}
              onChange={(choice) => {
                const rest = theirs.filter((one) => one !== name);
                setTheirs(choice === 'theirs' ? [...rest, name] : rest);
              }}
            />
          </div>
        );
      })}
      <div className="row-acts">
        <Button look="primary" disabled={tenant.busy} onClick={() => void tenant.settle(theirs)}>
          {words.act}
        </Button>
        <Button disabled={tenant.busy} onClick={tenant.discard}>
          {discard}
        </Button>
      </div>
    </section>
  );
}
