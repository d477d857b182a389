import { useState } from 'react';
import { isWatched } from '../../src-shared/account';
import type { AccountState, AppState } from '../../src-shared/app-state';
import { useApp, useWords } from '../app-context';
import { Progress } from '../ui/Progress';
import { useNow } from '../ui/use-now';

const watched = ({ accounts }: AppState): readonly AccountState[] =>
  accounts.filter((account) => isWatched(account) && account.health.state !== 'not-watching');

/** Nothing is here yet because nothing was read yet. */
export const isFirstReading = (state: AppState): boolean =>
  state.ready &&
  state.counts.total === 0 &&
  watched(state).some(({ progress, polledAt }) => progress !== null || polledAt === null);

/** The history is read for the first time: how far it is, and how long it may take. */
export function FirstReading() {
  const { messages, format } = useWords();
  const words = messages.inbox.empty;
  const accounts = useApp((state) => state.accounts);
  const progress = accounts.flatMap((one) => one.progress ?? []);
  const read = progress.reduce((sum, one) => sum + one.read, 0);
  const total = progress.reduce((sum, one) => sum + one.total, 0);
  const left = useTimeLeft(read, total);
  if (total === 0)
    return (
      <div className="empty" aria-live="polite">
        <h2>{words.connecting}</h2>
        <div className="faint">{words.readingNote}</div>
      </div>
    );
  const numbers = words.progress(format.number(read), format.number(total));
  return (
    <div className="empty">
      <h2>{words.reading}</h2>
      <Progress label={words.reading} part={read / total} />
      <div>{[numbers, ...(left === null ? [] : [words.about(format.duration(left))])].join(' · ')}</div>
      <div className="faint">{words.readingNote}</div>
    </div>
  );
}

/** From the pace since the first look; `null` while that says nothing yet. */
function useTimeLeft(read: number, total: number): number | null {
  const now = useNow(1000);
  const [start] = useState(() => ({ at: Date.now(), read }));
  const spent = now - start.at;
  const done = read - start.read;
  if (done <= 0 || spent < 1500) return null;
  return Math.ceil(((total - read) / done) * spent);
}
