import { Fragment, type ReactNode } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import type { Format } from '../../src-shared/messages/format';
import type { Messages } from '../../src-shared/messages/en/en';
import { useActs, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { useNow } from '../ui/use-now';
import { useKeeper } from '../ui-words';
import './account.css';

type Row = readonly [name: string, value: ReactNode];

/** What is known of an account of either kind, by name. */
export function AccountFacts({ account }: { readonly account: AccountState }) {
  const { messages, format } = useWords();
  const { facts: words, secret, showUnreadable } = messages.pages.account;
  const acts = useActs();
  const keeper = useKeeper() ?? '';
  const now = useNow(60_000);
  const { archivedAt, counts, marks, progress, polledAt, nextPollAt, unreadable, lateBy } = account;
  const rests = account.health.state === 'paused' || account.health.state === 'archived';
  const marking = [
    ...(marks.waiting > 0 ? [words.waiting(marks.waiting, format.number(marks.waiting))] : []),
    ...(marks.refused > 0 ? [words.refused(marks.refused, format.number(marks.refused))] : []),
  ];
  const history = progress ? readingText(progress, messages, format) : polledAt !== null && words.complete;
  const rows: readonly Row[] = [
    [words.address, account.baseUrl],
    [words.scheme, account.header === undefined ? account.scheme : words.header(account.header)],
    [words.token, archivedAt === undefined && secretText(secret, account.secret, keeper)],
    [words.expires, archivedAt === undefined && until(account, words, format, now)],
  ];
  // A tenant is not polled, and nothing of it is kept but its settings.
  const watched: readonly Row[] = [
    // Of one that rests nothing is known: its last poll may be from another run.
    [words.polled, !rests && (polledAt === null ? words.never : format.seconds(polledAt))],
    [words.next, nextPollAt !== null && format.seconds(nextPollAt)],
    [words.unseen, format.number(counts.unseen)],
    [words.total, format.number(counts.total)],
    [words.history, history],
    [words.marks, marking.join(' · ')],
    [words.late, lateBy !== null && words.lateBy(format.number(lateBy))],
    [
      words.unreadable,
      unreadable > 0 && (
        <>
          {format.number(unreadable)}{' '}
          <Button look="link" onClick={() => acts.ask({ kind: 'unreadable', account: account.id })}>
            {showUnreadable}
          </Button>
        </>
      ),
    ],
  ];
  return (
    <dl className="facts">
      {[...rows, ...(account.kind === 'inbox' ? watched : [])].map(([name, value]) =>
        value === false || value === '' ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}

/** How far the history is read; where it does not go on, why, and what comes next. */
function readingText(
  { read, total, stopped }: NonNullable<AccountState['progress']>,
  { failures, pages }: Messages,
  format: Format,
): string {
  const words = pages.account.facts;
  const numbers = words.reading(format.number(read), format.number(total));
  if (!stopped) return numbers;
  const { what, next } = failures[stopped.kind](stopped);
  return `${words.readingStopped(numbers, what)} ${next}`;
}

/** How long its token is good for, as it says itself. */
function until(
  { secret: { expires } }: AccountState,
  words: Messages['pages']['account']['facts'],
  format: Format,
  now: number,
): string {
  if (!expires) return '';
  const time = format.moment(expires.at, now);
  return expires.at > now ? words.left(time, format.duration(expires.at - now)) : words.over(time);
}

function secretText(
  words: Messages['pages']['account']['secret'],
  { stored, hint }: AccountState['secret'],
  keeper: string,
): string {
  switch (stored) {
    case 'unknown':
      return '';
    case 'none':
    case 'locked':
      return words[stored];
    case 'session':
      return words.session(hint);
    case 'keyring':
      return words.keyring(hint, keeper);
  }
}
