import type { AccountState } from '../../src-shared/app-state';
import type { Words } from '../../src-shared/messages/words';
import { useApp, useWords } from '../app-context';
import { useNow } from '../ui/use-now';

const MINUTE = 60_000;

/** The inboxes whose answers an empty list speaks of: that one, or all. @param account its id */
export function useAnswered(account: string | undefined) {
  const accounts = useApp((state) => state.accounts).filter(
    ({ kind, id, archivedAt }) => kind === 'inbox' && archivedAt === undefined && (account ?? id) === id,
  );
  return { accounts, ...answeredBy(accounts, useNow(MINUTE / 4), useWords()) };
}

/** Whether everybody answered, and when, in words. `sure`: every account is watched and has answered. */
function answeredBy(
  accounts: readonly AccountState[],
  now: number,
  { messages, format }: Words,
): { readonly sure: boolean; readonly text: string } {
  const words = messages.inbox.empty;
  const off = accounts.filter(({ health }) => health.state === 'not-watching');
  const paused = accounts.filter(({ health }) => health.state === 'paused');
  if (off.length > 0) return { sure: false, text: words.notWatched(off.map(({ name }) => name).join(', ')) };
  if (paused.length > 0)
    return { sure: false, text: words.paused(paused.map(({ name }) => name).join(', ')) };
  if (accounts.length === 0) return { sure: false, text: '' };
  const polled = accounts.map(({ polledAt }) => polledAt);
  if (polled.some((at) => at === null)) return { sure: false, text: words.starting };
  const times = polled.map(Number);
  if (times.every((at) => now - at <= MINUTE))
    return { sure: true, text: words.answeredMinute(accounts.length) };
  return { sure: true, text: words.answeredLast(accounts.length, format.time(Math.max(...times))) };
}
