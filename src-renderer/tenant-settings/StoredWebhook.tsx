import type { MaskedUrl } from '../../src-shared/tenant-settings';
import { useWords } from '../app-context';
import { Button } from '../ui/Button';
import type { FieldIds } from '../ui/Field';
import type { Tenant } from './use-tenant';
import { useShownWebhook } from './use-shown-webhook';

interface Props {
  readonly ids: FieldIds;
  readonly account: string;
  /** `null`: none is set. */
  readonly masked: MaskedUrl | null;
  readonly tenant: Tenant;
}

/** The webhook that the server has: by its host and end, whole for a while on request. */
export function StoredWebhook({ ids, account, masked, tenant }: Props) {
  const words = useWords().messages.pages.tenant.webhook;
  const { form, change, readOnly } = tenant;
  const shown = useShownWebhook(account);
  const removed = form.webhook.kind === 'remove';
  const past = form.webhook.kind === 'past' ? form.webhook.url : null;
  const isOther = removed || past !== null;
  const edit = (): void => change({ ...form, webhook: { kind: 'new', text: '' } });
  return (
    <>
      <div className="input mono webhook">
        <output {...ids} className="value">
          {past ? (
            <Masked url={past} />
          ) : masked === null ? (
            <span className="faint">{words.none}</span>
          ) : removed ? (
            <span className="faint">{words.removed}</span>
          ) : shown.value === null ? (
            <Masked url={masked} />
          ) : (
            <span className="webhook-shown">{shown.value}</span>
          )}
        </output>
        {masked && !isOther && (
          <Button look="quiet" small onClick={() => void shown.toggle()}>
            {shown.value === null ? words.show : words.hide}
          </Button>
        )}
      </div>
      {past && <div className="hint">{words.putBack}</div>}
      {shown.value !== null && !isOther && <div className="hint">{words.shownFor(shown.seconds)}</div>}
      {!readOnly && (
        <div className="row-acts webhook-acts">
          {!removed && (
            <Button small onClick={edit}>
              {masked === null ? words.add : words.change}
            </Button>
          )}
          {(masked ?? past) && (
            <Button
              look="quiet"
              small
              onClick={() => change({ ...form, webhook: { kind: isOther ? 'keep' : 'remove' } })}
            >
              {past ? words.leave : removed ? words.keep : words.remove}
            </Button>
          )}
        </div>
      )}
      {shown.failed !== null && (
        <div className="error" role="alert">
          {words.notShown(shown.failed)}
        </div>
      )}
    </>
  );
}

function Masked({ url }: { readonly url: Pick<MaskedUrl, 'host' | 'end'> }) {
  const words = useWords().messages.pages.tenant.webhook;
  return (
    <>
      <span className="unseen-text">{url.host === '' ? words.maskedOther : words.masked(url.host)}</span>
      <span aria-hidden className="webhook-masked">
        {url.host !== '' && <span>https://{url.host}/</span>}
        <span className="bullets">{'•'.repeat(20)}</span>
      </span>
      <b aria-hidden>{url.end}</b>
    </>
  );
}
