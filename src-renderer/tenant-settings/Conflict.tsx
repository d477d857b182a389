import { useEffect, useRef, useState } from 'react';
import type { TenantField } from '../../src-shared/tenant-settings';
import type { TenantView } from '../../src-shared/tenant-view';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { previewOf } from './form';
import { usePreviewWords } from './preview-words';
import type { Tenant } from './use-tenant';

interface Props {
  readonly tenant: Tenant;
  readonly view: TenantView;
  readonly fields: readonly TenantField[];
}

/** Somebody else changed the same: nothing was sent, and each field is the person's to decide. */
export function Conflict({ tenant, view, fields }: Props) {
  const { conflict: words, longLabels } = useWords().messages.pages.tenant;
  const say = usePreviewWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [theirs, setTheirs] = useState<readonly TenantField[]>([]);
  const { back } = tenant;
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) back();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [back]);
  const preview = previewOf(tenant.form, view.settings);
  return (
    <section className="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.note}</p>
      {preview
        .filter(({ field }) => fields.includes(field))
        .map((line) => (
          <div key={line.field} className="conflict-field">
            <span>{longLabels[line.field]}</span>
            <Segmented
              label={longLabels[line.field]}
              value={theirs.includes(line.field) ? 'theirs' : 'mine'}
              options={[
                { value: 'mine', label: `${words.mine}: ${say(line.to)}` },
                { value: 'theirs', label: `${words.theirs}: ${say(line.from)}` },
              ]}
              onChange={(choice) => {
                const rest = theirs.filter((one) => one !== line.field);
                setTheirs(choice === 'theirs' ? [...rest, line.field] : rest);
              }}
            />
          </div>
        ))}
      <div className="row-acts">
        <Button look="primary" disabled={tenant.busy} onClick={() => void tenant.settle(theirs)}>
          {words.act}
        </Button>
        <Button disabled={tenant.busy} onClick={back}>
          {words.back}
        </Button>
      </div>
    </section>
  );
}
