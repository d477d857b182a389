import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../src-shared/app-error';
import { useAccount, useParts } from '../../app-context';

export interface MarkAll {
  /** How many it would be; `null` while the server is looked at. */
  readonly count: number | null;
  /** So many of these are put off: they are in no inbox, and the server marks them, too. */
  readonly snoozed: number;
  /** More have arrived since the question that was answered. */
  readonly grew: boolean;
  readonly failure: Failure | null;
  readonly busy: boolean;
  mark(): Promise<void>;
}

/** Asks how many "mark all" would mark, again whenever that may have moved, and marks exactly that number. */
export function useMarkAll(account: string, done: () => void): MarkAll {
  const { bridge, acts } = useParts();
  const here = useAccount(account);
  const unseen = here?.counts.unseen;
  const [count, setCount] = useState<number | null>(null);
  const [snoozed, setSnoozed] = useState(0);
  const [grew, setGrew] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);

  const ask = useCallback(() => {
    const mine = (asked.current += 1);
    return bridge.call('markAllAsk', { account }).then((reply) => {
      if (mine !== asked.current) return; // a later question is on its way
      if (reply.ok) {
        setCount(reply.value.count);
        setSnoozed(reply.value.snoozed);
      }
      setFailure(reply.ok ? null : reply.failure);
    });
  }, [bridge, account]);

  useEffect(() => {
    void ask();
  }, [ask, unseen]);

  async function mark(): Promise<void> {
    if (count === null) return;
    setBusy(true);
    const reply = await bridge.call('markAll', { account, expected: count });
    setBusy(false);
    if (reply.ok) {
      acts.say({ kind: 'marked-all', count: reply.value.marked, account: here?.name ?? account });
      acts.readAfresh();
      return done();
    }
    if (reply.failure.kind !== 'grew') return setFailure(reply.failure);
    await ask();
    setGrew(true);
  }

  return { count, snoozed, grew, failure, busy, mark };
}
