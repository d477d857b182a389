import type { PastChange, TenantView } from '../../src-shared/tenant-view';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import { isTouched } from '../tenant-draft';
import { useNow } from '../ui/use-now';
import { revert, UNTOUCHED } from './form';
import type { Tenant } from './use-tenant';

/** What was changed from here, each with a way back: it fills the form, and is sent as any change. */
export function History({ tenant, view }: { readonly tenant: Tenant; readonly view: TenantView }) {
  const { past: words } = useWords().messages.pages.tenant;
  if (view.history.length === 0) return null;
  return (
    <section>
      <h2>{words.title}</h2>
      <ul className="group past">
        {view.history.map((one) => (
          <Past key={one.id} past={one} tenant={tenant} view={view} />
        ))}
      </ul>
    </section>
  );
}

interface PastProps {
  readonly past: PastChange;
  readonly tenant: Tenant;
  readonly view: TenantView;
}

function Past({ past, tenant, view }: PastProps) {
  const { messages, format } = useWords();
  const { past: words, longLabels } = messages.pages.tenant;
  const now = useNow(60_000);
  const when = format.moment(past.at, now);
  // Where all of it is so again there is nothing to take back.
  const changes = isTouched(revert(UNTOUCHED, view.settings, past));
  const value = (of: boolean | { readonly end: string } | null): string =>
    of === null ? words.none : typeof of === 'boolean' ? (of ? words.on : words.off) : `…${of.end}`;
  return (
    <li>
      <div className="past-head">
        <span>{when}</span>
        {changes && !tenant.readOnly && (
          <Button
            look="quiet"
            small
            aria-label={words.revertOf(when)}
            disabled={tenant.busy || tenant.conflict !== null}
            onClick={() => tenant.revert(past)}
          >
            {words.revert}
          </Button>
        )}
      </div>
      {past.fields.map(({ field, from, to }) => (
        <div key={field} className="faint">
          {longLabels[field]}: {value(from)} <span aria-hidden>→</span>{' '}
          <span className="unseen-text">{messages.pages.tenant.diff.to} </span>
          {value(to)}
        </div>
      ))}
      {past.webhookLost && <div className="faint">{words.lost}</div>}
    </li>
  );
}
