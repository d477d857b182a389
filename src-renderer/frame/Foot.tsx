import { isWatched } from '../../src-shared/account';
import { useActs, useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { useNow } from '../ui/use-now';
import { noonOf, useToday } from '../ui/use-today';
import './foot.css';

/** When it was polled and will be, what is held, and where the keys are. */
export function Foot() {
  const words = useWords().messages.pages.frame.foot;
  const acts = useActs();
  return (
    <footer className="foot">
      <Polled />
      <Reading />
      <Paused />
      <DoNotDisturb />
      <Unreadable />
      <span className="foot-keys">
        <span>
          <kbd>j</kbd>
          <kbd>k</kbd> {words.move}
        </span>
        <Button look="quiet" small onClick={() => acts.ask({ kind: 'keys' })}>
          <kbd>?</kbd> {words.keys}
        </Button>
      </span>
    </footer>
  );
}

function Polled() {
  const { messages, format } = useWords();
  const words = messages.pages.frame.foot;
  const accounts = useApp((state) => state.accounts);
  const inboxes = accounts.filter(isWatched);
  const polled = Math.max(...inboxes.map(({ polledAt }) => polledAt ?? 0), 0);
  const due = inboxes.flatMap(({ nextPollAt }) => nextPollAt ?? []);
  const now = useNow(due.length > 0 ? 1000 : null);
  const seconds = Math.ceil((Math.min(...due) - now) / 1000);
  const next = due.length === 0 ? [] : [seconds > 0 ? words.next(seconds) : words.polling];
  const last = polled > 0 ? words.polled(format.seconds(polled)) : words.notPolled;
  return <span>{[last, ...next].join(' · ')}</span>;
}

function Reading() {
  const { messages, format } = useWords();
  const account = useApp((state) =>
    state.accounts.find(({ progress, health }) => progress !== null && health.state !== 'not-watching'),
  );
  const empty = useApp((state) => state.counts.total === 0);
  // The empty inbox says it larger.
  if (!account?.progress || empty) return null;
  const { read, total } = account.progress;
  return (
    <span className="foot-long">
      {messages.pages.frame.foot.reading(account.name, format.number(read), format.number(total))}
    </span>
  );
}

function Paused() {
  const { messages, format } = useWords();
  const words = messages.pages.frame.foot;
  const acts = useActs();
  const today = useToday();
  const paused = useApp((state) => state.pausedUntil);
  const quiet = useApp((state) => state.quietUntil);
  const held = useApp((state) => state.held);
  const waiting = held > 0 ? ` · ${words.held(held, format.number(held))}` : '';
  if (paused === null && quiet === null) return null;
  if (paused === null) return <span>{words.quiet(format.moment(quiet!, noonOf(today))) + waiting}</span>;
  return (
    <span>
      {words.paused(format.moment(paused, noonOf(today))) + waiting}{' '}
      <Button look="link" onClick={() => void acts.pause(null)}>
        {words.resume}
      </Button>
    </span>
  );
}

/** As far as the desktop tells. A pause says more: it stands alone. */
function DoNotDisturb() {
  const words = useWords().messages.pages.frame.foot;
  const on = useApp((state) => state.desktop.doNotDisturb === 'on' && state.pausedUntil === null);
  return on && <span title={words.doNotDisturbHint}>{words.doNotDisturb}</span>;
}

function Unreadable() {
  const { messages, format } = useWords();
  const acts = useActs();
  const account = useApp((state) => state.accounts.find(({ unreadable }) => unreadable > 0));
  const n = useApp((state) => state.accounts.reduce((sum, { unreadable }) => sum + unreadable, 0));
  if (!account) return null;
  return (
    <Button look="link" onClick={() => acts.ask({ kind: 'unreadable', account: account.id })}>
      {messages.pages.frame.foot.unreadable(n, format.number(n))}
    </Button>
  );
}
