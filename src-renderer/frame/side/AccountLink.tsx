import { Archive, LockOpen, Mail, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AccountState } from '../../../src-shared/app-state';
import { useActs, useUi, useWords } from '../../app-context';
import { isTouched } from '../../tenant-draft';
import { HealthDot } from '../../ui/HealthDot';
import { needsToken } from '../banners/trouble';
import { SideLink } from './SideLink';
import type { DragProps } from './use-drag';
import { linkId } from './use-move';

const ICONS: { readonly [state: string]: ReactNode } = {
  idle: <Mail size={16} aria-hidden />,
  archived: <Archive size={14} aria-hidden />,
};

interface Props {
  readonly account: AccountState;
  readonly on: boolean;
  readonly onMove?: (by: number) => void;
  readonly drag?: DragProps;
}

/** An account: its health by dot and word, and what is unseen or to be done. */
export function AccountLink({ account, on, onMove, drag }: Props) {
  const { messages, format } = useWords();
  const words = messages.pages.frame;
  const acts = useActs();
  const { health, counts } = account;
  const unsaved = useUi(({ drafts }) => {
    const draft = drafts[account.id];
    return draft !== undefined && isTouched(draft.form);
  });
  const shown = format.number(counts.unseen);
  const off = health.state === 'not-watching' && (needsToken(health.failure) ? words.signIn : words.off);
  const rests = (health.state === 'paused' || health.state === 'archived') && words.rests[health.state];
  const end = off || rests || (counts.unseen > 0 ? shown : undefined);
  const unsafe = account.allowHttp && account.baseUrl.startsWith('http:');
  const said = [
    words.health[health.state],
    off === words.signIn && off,
    counts.unseen > 0 && words.unseen(counts.unseen, shown),
    account.sample && words.sample,
    unsafe && words.httpHint,
    unsaved && words.unsaved,
  ].filter((one) => one !== false);
  return (
    <SideLink
      id={linkId(account.id)}
      colour={account.colour}
      onMove={onMove}
      drag={drag}
      icon={ICONS[health.state] ?? <HealthDot state={health.state} />}
      name={account.name}
      on={on}
      onClick={() => acts.go({ page: 'account', account: account.id })}
      {...(end !== undefined && { end })}
      endSaid={said.join(', ')}
      after={
        <>
          {account.sample && <span className="side-mark">{words.sample}</span>}
          {unsaved && <PencilLine className="side-unsaved" size={12} aria-hidden />}
          {unsafe && <LockOpen className="side-unsafe" size={12} aria-hidden />}
        </>
      }
    />
  );
}
