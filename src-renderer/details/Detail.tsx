import { ArrowLeft, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { keyText, type NotificationKey } from '../../src-shared/notification';
import { useAccount, useActs, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { useFailureText } from '../ui-words';
import { Actions } from './Actions';
import { Facts } from './Facts';
import { Heading } from './Heading';
import { JsonView } from './JsonView';
import { moreOf } from './more-of';
import { Raw } from './Raw';
import { useDetail } from './use-detail';
import { Why } from './Why';
import './detail.css';

interface Props {
  readonly id: NotificationKey;
  /** It covers the list, and there is a way back. */
  readonly narrow: boolean;
  readonly onClosed: () => void;
}

/** One notification: what happened, what is known, why it was (or was not) alerted, and the server's own words. */
export function Detail({ id, narrow, onClosed }: Props) {
  const { messages } = useWords();
  const words = messages.inbox.detail;
  const acts = useActs();
  const said = useFailureText();
  const { detail, failure, stale } = useDetail(id);
  const archived = useAccount(id.account)?.archivedAt !== undefined;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (narrow) back.current?.focus();
  }, [narrow]);
  const close = (): void => {
    acts.open(null);
    onClosed();
  };
  const more = detail && moreOf(detail.row.data);
  return (
    <section className="detail" aria-label={words.name}>
      <div className="detail-close">
        <Button
          ref={back}
          look="quiet"
          small
          icon={!narrow}
          aria-label={narrow ? undefined : words.close}
          onClick={close}
        >
          {narrow ? (
            <>
              <ArrowLeft size={16} aria-hidden /> {words.back}
            </>
          ) : (
            <X size={16} aria-hidden />
          )}
        </Button>
      </div>
      {failure && (
        <div role="alert">
          <h1>{words.failed}</h1>
          <p className="muted">{said(failure)}</p>
        </div>
      )}
      {detail && (
        <div key={keyText(detail.row.key)} className="detail-body">
          <Heading row={detail.row} />
          <Actions row={detail.row} />
          {!detail.row.live && !archived && <Note>{words.gone}</Note>}
          {stale && <p className="faint">{words.notRefreshed(messages.failures[stale.kind](stale).what)}</p>}
          <Facts detail={detail} />
          {more && (
            <div>
              <h2>{words.more}</h2>
              <JsonView value={more} />
            </div>
          )}
          <Why detail={detail} />
          <Raw text={detail.raw} />
        </div>
      )}
    </section>
  );
}
