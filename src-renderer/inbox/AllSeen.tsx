import { useEffect, useState } from 'react';
import type { Filter } from '../../src-shared/filter';
import { useActs, useApp, useParts, useWords } from '../app-context';
import { DownBefore } from '../frame/DownBefore';
import { Button } from '../ui/Button';
import { LevelIcon } from '../ui/LevelIcon';
import { dayOf, noonOf, useToday } from '../ui/use-today';
import { useAnswered } from './use-answered';

/** Nothing unseen: since when, and whether everybody answered. Only what is true. */
export function AllSeen({ filter }: { readonly filter: Filter }) {
  const { messages } = useWords();
  const words = messages.inbox.empty;
  const acts = useActs();
  const since = useSince(filter.account);
  const { accounts, ...answered } = useAnswered(filter.account);
  const away = useSnoozed();
  const whole = answered.sure && away === null;
  const { seen: _, ...rest } = filter;
  return (
    <div className="empty" aria-live="polite">
      {whole && <LevelIcon look="recovered" />}
      <h2>{whole ? words.allSeen : words.nothingUnseen}</h2>
      <div>{[since, answered.text].filter(Boolean).join(' ')}</div>
      {accounts.map((account) => (
        <DownBefore key={account.id} account={account} />
      ))}
      {away && (
        <>
          <div>{away}</div>
          <Button small onClick={() => acts.show({ snoozed: true })}>
            {messages.later.snooze.show}
          </Button>
        </>
      )}
      <Button small onClick={() => acts.show(rest)}>
        {words.showSeen}
      </Button>
    </div>
  );
}

/** What is put off is unseen all the same. */
function useSnoozed(): string | null {
  const today = useToday();
  const { messages, format } = useWords();
  const { count, first } = useApp((state) => state.snoozed);
  if (count === 0 || first === null) return null;
  return messages.later.snooze.rest(count, format.number(count), format.moment(first, noonOf(today)));
}

/** When the newest item came, in words. */
function useSince(account: string | undefined): string | null {
  const { messages, format } = useWords();
  const words = messages.inbox.empty;
  const { bridge } = useParts();
  const revision = useApp((state) => state.revision);
  const today = useToday();
  const [newest, setNewest] = useState<number | null>(null);
  useEffect(() => {
    const filter = account === undefined ? {} : { account };
    void bridge.call('inboxQuery', { filter, offset: 0, limit: 1 }).then((reply) => {
      const row = reply.ok ? reply.value.rows[0] : undefined;
      setNewest(row ? row.key.ts / 1000 : null);
    });
  }, [bridge, account, revision]);
  if (newest === null) return null;
  const time = format.time(newest);
  return dayOf(newest) === today
    ? words.since(time)
    : words.sinceDay(format.day(newest, noonOf(today)), time);
}
