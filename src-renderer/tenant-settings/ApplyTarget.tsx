import type { TenantField } from '../../src-shared/tenant-settings';
import type { TenantView } from '../../src-shared/tenant-view';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Late } from '../ui/Late';
import { lacksWebhook, planFor } from './apply';
import { useTenantFailure } from './failure-words';
import type { Reading } from './use-views';
import { DiffLines } from './WhatIsSent';

interface Props {
  readonly name: string;
  readonly from: TenantView;
  readonly fields: readonly TenantField[];
  readonly reading: Reading | undefined;
  /** What came of it, once it was sent. */
  readonly result: string | undefined;
  readonly picked: boolean;
  readonly onPick: () => void;
  readonly onRead: () => void;
}

/** One tenant that may get the settings: what it will be sent, before it is. */
export function ApplyTarget({ name, from, fields, reading, result, picked, onPick, onRead }: Props) {
  const words = useWords().messages.pages.tenant;
  const explain = useTenantFailure();
  const settings = reading && 'view' in reading ? reading.view.settings : null;
  const { lines } = settings ? planFor(from, settings, fields) : { lines: [] };
  return (
    <div className="apply-target">
      <label className="check">
        <input type="checkbox" checked={picked} disabled={lines.length === 0} onChange={onPick} />
        {name}
      </label>
      {!reading && (
        <div className="muted">
          <Late>{words.loading}</Late>
        </div>
      )}
      {reading && 'failure' in reading && (
        <div className="muted">
          {words.loadFailed} {explain(reading.failure)}{' '}
          <Button look="link" onClick={onRead}>
            {words.retry}
          </Button>
        </div>
      )}
      <div aria-live="polite">{result}</div>
      {settings && lines.length > 0 && <DiffLines lines={lines} />}
      {settings && lines.length === 0 && <div className="muted">{words.several.same}</div>}
      {settings && lines.length > 0 && lacksWebhook(from.settings, settings, fields) && (
        <div className="muted">{words.needsWebhook}</div>
      )}
    </div>
  );
}
