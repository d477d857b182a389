import { isWatched } from '../../src-shared/account';
import { useApp, useActs, useUi, useWords } from '../app-context';
import type { Filter } from '../../src-shared/filter';
import { viewOf } from '../places';
import { Button } from '../ui/Button';
import { Late } from '../ui/Late';
import { LevelIcon } from '../ui/LevelIcon';
import { useFailureText } from '../ui-words';
import { AllSeen } from './AllSeen';
import { AskServer } from './AskServer';
import { FirstReading, isFirstReading } from './FirstReading';
import type { Shown } from './rows/rows';
import { useAnswered } from './use-answered';
import type { Asked } from './use-asked';
import './empty.css';

interface Props {
  /** The list has answered for what is asked now. */
  readonly settled: boolean;
  readonly shown: Shown;
  readonly asked: Asked;
  readonly retry: () => void;
}

/** Where the list has no row: what is so, since when, and one next step. */
export function Empty({ settled, shown, asked, retry }: Props) {
  const { messages } = useWords();
  const words = messages.inbox.empty;
  const ready = useApp((state) => state.ready);
  const first = useApp((state) => isFirstReading(state));
  const filter = useUi((ui) => ui.filter);
  const said = useFailureText();
  if (shown.failure) {
    return (
      <div className="empty" role="alert">
        <h2>{words.failed}</h2>
        <div>{said(shown.failure)}</div>
        <Button small onClick={retry}>
          {words.retry}
        </Button>
      </div>
    );
  }
  if (first) return <FirstReading />;
  if (!settled)
    return (
      <div className="empty" aria-live="polite">
        <Late>{ready ? null : words.opening}</Late>
      </div>
    );
  if (filter.snoozed === true && Object.keys(filter).length === 1) return <NoneSnoozed />;
  if (filter.down && Object.keys(filter).every((name) => name === 'down' || name === 'account'))
    return <NoneDown account={filter.account} />;
  if (isUnseenOnly(filter)) return <AllSeen filter={filter} />;
  return <NoMatch filter={filter} asked={asked} />;
}

function NoneSnoozed() {
  const words = useWords().messages.later.snooze;
  return (
    <div className="empty">
      <h2>{words.none}</h2>
      <div>{words.noneNote}</div>
    </div>
  );
}

/** As good as what the servers told: who did not answer is said. */
function NoneDown({ account }: { readonly account: string | undefined }) {
  const words = useWords().messages.inbox.empty;
  const { sure, text } = useAnswered(account);
  return (
    <div className="empty" aria-live="polite">
      {sure && <LevelIcon look="recovered" />}
      <h2>{words.noneDown}</h2>
      <div>{text}</div>
    </div>
  );
}

function NoMatch({ filter, asked }: { readonly filter: Filter; readonly asked: Asked }) {
  const words = useWords().messages.inbox;
  const acts = useActs();
  const accounts = useApp((state) => state.accounts).filter(
    (one) => isWatched(one) && (filter.account ?? one.id) === one.id,
  );
  if (Object.keys(filter).every((name) => name === 'order')) {
    return (
      <div className="empty">
        <h2>{words.empty.none}</h2>
        <div>{words.empty.noneNote}</div>
      </div>
    );
  }
  const critical = viewOf(filter) === 'critical';
  const { seen, ...rest } = filter;
  return (
    <div className="empty">
      <h2>{critical ? words.empty.noCritical : words.empty.noMatch}</h2>
      {critical && <WhatIsCritical />}
      {seen === false && (
        <Button small onClick={() => acts.show(rest)}>
          {words.empty.showSeen}
        </Button>
      )}
      <Button small onClick={() => acts.show({})}>
        {words.empty.clearFilter}
      </Button>
      <p>{words.server.nothingHere}</p>
      {accounts.map((account) => (
        <AskServer key={account.id} account={account} asked={asked} />
      ))}
    </div>
  );
}

/** No type is critical by itself: as long as no severity is, this view has nothing to show, ever. */
function WhatIsCritical() {
  const { inbox, pages } = useWords().messages;
  const acts = useActs();
  const levels = useApp(({ preferences }) => preferences.severityLevels);
  if (Object.values(levels).includes('critical')) return null;
  return (
    <>
      <div>{inbox.empty.criticalNone}</div>
      <Button small onClick={() => acts.go({ page: 'preferences', section: 'severities' })}>
        {pages.preferences.ask.say}
      </Button>
    </>
  );
}

/** "All seen" is only true where nothing but the account narrows the view. */
const isUnseenOnly = (filter: Filter): boolean =>
  filter.seen === false && Object.keys(filter).every((name) => ['account', 'order', 'seen'].includes(name));
