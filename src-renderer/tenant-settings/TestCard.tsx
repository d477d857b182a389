import { useState } from 'react';
import type { Failure, Result } from '../../src-shared/app-error';
import type { CardOutcome } from '../../src-shared/card-outcome';
import type { Messages } from '../../src-shared/messages/en/en';
import { useParts, useWords } from '../app-context';
import type { Form } from '../tenant-draft';
import { Button } from '../ui/Button';
import { Late } from '../ui/Late';
import { Note } from '../ui/Note';
import { useTenantFailure } from './failure-words';
import { wantedBy } from './form';

type CardWords = Messages['pages']['tenant']['card'];

/** Tries the webhook as it stands in the form, saved or not, with a card from this machine. */
export function TestCard({ account, form }: { readonly account: string; readonly form: Form }) {
  const { card: words } = useWords().messages.pages.tenant;
  const { bridge } = useParts();
  const [busy, setBusy] = useState(false);
  const [reply, setReply] = useState<Result<CardOutcome> | null>(null);

  async function send(): Promise<void> {
    setBusy(true);
    setReply(null);
    const { changes, webhook } = wantedBy(form);
    const text = changes.teamsWebhookUrl;
    setReply(
      await bridge.call('tenantTestCard', {
        account,
        ...(text != null && { text }),
        ...(webhook && { webhook }),
      }),
    );
    setBusy(false);
  }

  return (
    <>
      <Button look="quiet" small disabled={busy} onClick={() => void send()}>
        {words.act}
      </Button>
      <div className="test-card" aria-live="polite">
        {busy && (
          <Late>
            <span className="muted">{words.sending}</span>
          </Late>
        )}
        {reply?.ok === false && <Refusal failure={reply.failure} />}
        {reply?.ok && <Said outcome={reply.value} />}
      </div>
    </>
  );
}

function Refusal({ failure }: { readonly failure: Failure }) {
  const explain = useTenantFailure();
  return <Note alert>{explain(failure)}</Note>;
}

function Said({ outcome }: { readonly outcome: CardOutcome }) {
  const { card: words } = useWords().messages.pages.tenant;
  switch (outcome.state) {
    case 'accepted':
      return <Accepted status={outcome.status} />;
    case 'refused':
      return <Note>{refusedText(words, outcome.status)}</Note>;
    case 'not-public':
      return <Note>{words.notPublic}</Note>;
    case 'failed':
      return <Note>{failedText(words, outcome.failure)}</Note>;
  }
}

/** Only the person can see the channel. */
function Accepted({ status }: { readonly status: number }) {
  const { card: words } = useWords().messages.pages.tenant;
  const [arrived, setArrived] = useState<boolean | null>(null);
  if (arrived === true) return <p>{words.works}</p>;
  if (arrived === false) return <Note>{words.search}</Note>;
  return (
    <>
      <p>{words.accepted(status)}</p>
      <div className="row-acts">
        <Button small onClick={() => setArrived(true)}>
          {words.arrived}
        </Button>
        <Button small onClick={() => setArrived(false)}>
          {words.missing}
        </Button>
      </div>
    </>
  );
}

function refusedText({ refused }: CardWords, status: number): string {
  if (status >= 300 && status < 400) return refused.redirect(status);
  if (status === 400 || status === 413 || status === 415) return refused.format(status);
  if (status === 401 || status === 403) return refused.signature(status);
  if (status === 404 || status === 410) return refused.gone(status);
  if (status === 429) return refused.busy(status);
  return status >= 500 ? refused.trouble(status) : refused.other(status);
}

function failedText(words: CardWords, { kind }: Failure): string {
  const { failures } = words;
  if (kind === 'timeout') return words.timeout;
  if (kind === 'no-network') return words.failed(failures.network);
  if (kind === 'name' || kind === 'refused' || kind === 'tls') return words.failed(failures[kind]);
  return words.failed(failures.other);
}
