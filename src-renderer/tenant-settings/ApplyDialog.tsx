import { useState } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import { TENANT_FIELDS, type TenantField } from '../../src-shared/tenant-settings';
import type { TenantView } from '../../src-shared/tenant-view';
import { useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { planFor } from './apply';
import { ApplyTarget } from './ApplyTarget';
import { useApplied } from './apply-result';
import { useViews } from './use-views';
import './compare.css';

interface Props {
  readonly view: TenantView;
  readonly name: string;
  readonly others: readonly AccountState[];
  readonly onClose: () => void;
}

/** One tenant's settings for others: which, to whom, what each will be sent, and what came of it. */
export function ApplyDialog({ view, name, others, onClose }: Props) {
  const { messages } = useWords();
  const words = messages.pages.tenant;
  const { several } = words;
  const { bridge } = useParts();
  const { readings, put, read } = useViews(others.map(({ id }) => id));
  const [fields, setFields] = useState<readonly TenantField[]>(TENANT_FIELDS);
  const [targets, setTargets] = useState<readonly string[]>([]);
  const [results, setResults] = useState<{ readonly [account: string]: string }>({});
  const [busy, setBusy] = useState(false);
  const said = useApplied();

  const planned = targets.flatMap((id) => {
    const reading = readings[id];
    if (!reading || !('view' in reading)) return [];
    const { lines, wanted } = planFor(view, reading.view.settings, fields);
    return lines.length === 0 ? [] : [{ id, version: reading.view.version, wanted }];
  });

  async function apply(): Promise<void> {
    setBusy(true);
    for (const { id, version, wanted } of planned) {
      const { changes, webhook } = wanted;
      const input = { account: id, version, changes, ...(webhook && { webhook }) };
      const reply = await bridge.call('tenantSave', input);
      if (reply.ok && 'view' in reply.value) put(id, { view: reply.value.view });
      setResults((old) => ({ ...old, [id]: said(reply) }));
    }
    setBusy(false);
  }

  return (
    <Dialog wide title={several.applyTitle(name)} closeLabel={messages.pages.frame.close} onClose={onClose}>
      <fieldset className="apply-fields" disabled={busy}>
        <legend>{several.which}</legend>
        {TENANT_FIELDS.map((field) => (
          <label key={field} className="check">
            <input
              type="checkbox"
              checked={fields.includes(field)}
              onChange={() => setFields(toggled(fields, field))}
            />
            {words.longLabels[field]}
          </label>
        ))}
      </fieldset>
      <fieldset className="apply-targets" disabled={busy}>
        <legend>{several.toWhom}</legend>
        {others.map(({ id, name: other }) => (
          <ApplyTarget
            key={id}
            name={other}
            from={view}
            fields={fields}
            reading={readings[id]}
            result={results[id]}
            picked={targets.includes(id)}
            onPick={() => setTargets(toggled(targets, id))}
            onRead={() => void read(id)}
          />
        ))}
      </fieldset>
      <div className="acts">
        <Button look="quiet" onClick={onClose}>
          {several.close}
        </Button>
        <Button look="primary" disabled={busy || planned.length === 0} onClick={() => void apply()}>
          {several.act(planned.length)}
        </Button>
      </div>
    </Dialog>
  );
}

const toggled = <One,>(list: readonly One[], one: One): readonly One[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
