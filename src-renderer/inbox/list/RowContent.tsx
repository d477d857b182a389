import { AlarmClock, CloudOff, Clock3, TriangleAlert } from 'lucide-react';
import type { Row } from '../../../src-shared/inbox';
import { contextOf, lookOf, titleOf } from '../../../src-shared/titles';
import { useApp, useTitleTools, useWords } from '../../app-context';
import { AccountTag } from '../../ui/AccountTag';
import { LevelIcon } from '../../ui/LevelIcon';
import { dayOf, noonOf } from '../../ui/use-today';

/** Unseen dot, level, what happened, its context, when: one line. */
export function RowContent({ row, today }: { readonly row: Row; readonly today: number }) {
  const { messages, format } = useWords();
  const tools = useTitleTools();
  const words = messages.inbox.list;
  const look = lookOf(row);
  const ms = row.key.ts / 1000;
  const account = useApp(({ accounts }) => {
    const inboxes = accounts.filter(({ kind }) => kind === 'inbox');
    return inboxes.length > 1 ? inboxes.find(({ id }) => id === row.key.account) : undefined;
  });
  const context = contextOf(row, tools);
  const level = look === 'recovered' ? messages.titles.recovered : messages.titles.levels[look];
  return (
    <>
      <span className="dot">{!row.seen && <span className="unseen-text">{words.unseen}</span>}</span>
      <LevelIcon look={look} label={level} />
      <span className="title">{titleOf(row, tools)}</span>
      <span className="context">
        {context}
        {context && account && ' · '}
        {account && <AccountTag {...account} />}
      </span>
      <RowMarks row={row} today={today} />
      <time dateTime={row.timestamp} title={row.timestamp}>
        {dayOf(ms) !== today && <span className="unseen-text">{format.day(ms, noonOf(today))} </span>}
        {format.time(ms)}
      </time>
    </>
  );
}

/** What is not as it should be between this row and its server. */
function RowMarks({ row, today }: { readonly row: Row; readonly today: number }) {
  const archived = useApp(({ accounts }) =>
    accounts.some(({ id, archivedAt }) => id === row.key.account && archivedAt !== undefined),
  );
  const { messages, format } = useWords();
  const words = messages.inbox.list;
  const { snooze } = messages.later;
  return (
    <span className="marks">
      {row.snoozedUntil !== null && (
        <span title={snooze.markHint}>
          <AlarmClock size={13} aria-hidden /> {snooze.mark(format.moment(row.snoozedUntil, noonOf(today)))}
        </span>
      )}
      {row.mark === 'waiting' && (
        <span title={words.waitingHint}>
          <Clock3 size={13} aria-hidden />
          <span className="unseen-text">{words.waiting}</span>
        </span>
      )}
      {row.mark === 'refused' && (
        <span className="refused" title={words.refusedHint}>
          <TriangleAlert size={13} aria-hidden /> {words.refused}
        </span>
      )}
      {!row.live && !archived && (
        <span title={words.goneHint}>
          <CloudOff size={13} aria-hidden />
          <span className="unseen-text">{words.gone}</span>
        </span>
      )}
    </span>
  );
}
