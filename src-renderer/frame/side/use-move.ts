import { useEffect, useRef, useState } from 'react';
import type { AccountState } from '../../../src-shared/app-state';
import { useParts, useWords } from '../../app-context';

export const linkId = (account: string): string => `account-${account}`;

/** Moves an account in the list with the keyboard: its place is said. The focus goes along, React sees to that. */
export function useMove(accounts: readonly AccountState[]) {
  const { bridge, acts } = useParts();
  const words = useWords().messages.pages.frame;
  const [said, setSaid] = useState('');
  const moved = useRef<string>(null);
  const order = accounts.map(({ id }) => id).join();

  useEffect(() => {
    const id = moved.current;
    moved.current = null;
    if (id === null) return;
    const place = accounts.findIndex((one) => one.id === id);
    setSaid(words.place(accounts[place]?.name ?? '', place + 1, accounts.length));
    // Only a new order says anything; counts and times change all the while.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [order]);

  async function move(account: string, by: number): Promise<void> {
    moved.current = account;
    const reply = await bridge.call('accountMove', { account, by });
    if (!reply.ok) acts.say({ kind: 'failed', failure: reply.failure });
  }
  return { move, said };
}
