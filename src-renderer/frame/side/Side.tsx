import { AlarmClock, Bell, Inbox, Menu, Plus, Power, Settings } from 'lucide-react';
import { useActs, useApp, useUi, useWords } from '../../app-context';
import { VIEWS, VIEW_NAMES, viewOf, type Place, type View } from '../../places';
import { AccountLink } from './AccountLink';
import { Brand } from './Brand';
import { SideLink } from './SideLink';
import { useDrag } from './use-drag';
import { useMove } from './use-move';
import './side.css';

const ICONS = { inbox: Inbox, down: Power, critical: Bell, snoozed: AlarmClock, all: Menu } as const;

/** The left side: views with counts, accounts with health, preferences. */
export function Side({ place }: { readonly place: Place }) {
  const words = useWords().messages.pages.frame;
  const acts = useActs();
  const accounts = useApp((state) => state.accounts);
  const filter = useUi((ui) => ui.filter);
  const snoozed = useApp((state) => state.snoozed.count > 0);
  const members = useUi((ui) => ui.members);
  const view = place.page === 'inbox' && members === null ? viewOf(filter) : undefined;
  const watches = accounts.some(({ kind }) => kind === 'inbox');
  const on = (account: string): boolean => 'account' in place && place.account === account;
  const { move, said } = useMove(accounts);
  const dragOf = useDrag(
    accounts.map(({ id }) => id),
    (id, by) => void move(id, by),
  );
  return (
    <nav className="side" aria-label={words.navigation}>
      <Brand />
      {watches && (
        <ul>
          {VIEW_NAMES.filter((name) => name !== 'snoozed' || snoozed || view === name).map((name) => (
            <ViewLink key={name} view={name} on={view === name} />
          ))}
        </ul>
      )}
      {accounts.length > 0 && <h2 className="side-caption">{words.accounts}</h2>}
      <ul>
        {accounts.map((account) => (
          <AccountLink
            key={account.id}
            account={account}
            on={on(account.id)}
            {...(accounts.length > 1 && {
              onMove: (by) => void move(account.id, by),
              drag: dragOf(account.id),
            })}
          />
        ))}
        <SideLink
          icon={<Plus size={16} aria-hidden />}
          name={accounts.length > 0 ? words.connect : words.connectFirst}
          on={place.page === 'welcome'}
          onClick={() => acts.go({ page: 'welcome' })}
        />
      </ul>
      <div className="unseen-text" aria-live="polite">
        {said}
      </div>
      <ul className="side-end">
        <SideLink
          icon={<Settings size={16} aria-hidden />}
          name={words.preferences}
          on={place.page === 'preferences'}
          onClick={() => acts.go({ page: 'preferences' })}
        />
      </ul>
    </nav>
  );
}

function ViewLink({ view, on }: { readonly view: View; readonly on: boolean }) {
  const { messages, format } = useWords();
  const acts = useActs();
  const counts = useApp((state) => state.counts);
  const snoozed = useApp((state) => state.snoozed.count);
  const down = useApp((state) => state.down);
  const n = { inbox: counts.unseen, down, critical: counts.byLevel.critical, snoozed, all: counts.total }[
    view
  ];
  const words = messages.pages.frame;
  const shown = format.number(n);
  const said = {
    inbox: words.unseen,
    down: words.down,
    critical: words.unseen,
    snoozed: messages.later.snooze.count,
    all: words.total,
  }[view](n, shown);
  const Icon = ICONS[view];
  return (
    <SideLink
      icon={<Icon size={16} aria-hidden />}
      name={messages.inbox.views[view]}
      on={on}
      onClick={() => acts.show(VIEWS[view])}
      {...(n > 0 && { end: shown, endSaid: said })}
    />
  );
}
