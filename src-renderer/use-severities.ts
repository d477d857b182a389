import { useEffect, useState } from 'react';
import type { Failure } from '../src-shared/app-error';
import type { SeverityCount } from '../src-shared/preferences-answers';
import { useApp, useParts } from './app-context';

/**
 * The severities met so far; `null`: not known yet. Asked for when a page opens that shows them, and again when another
 * account's history has been read: never with each push.
 */
export function useSeverities(): {
  readonly met: readonly SeverityCount[] | null;
  readonly failure: Failure | null;
} {
  const { bridge } = useParts();
  const read = useApp(({ accounts }) =>
    accounts
      .filter(({ progress, polledAt }) => progress === null && polledAt !== null)
      .map(({ id }) => id)
      .join(),
  );
  const [met, setMet] = useState<readonly SeverityCount[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let left = false;
    void bridge.call('severities', {}).then((reply) => {
      if (left) return;
      if (reply.ok) setMet(reply.value);
      else setFailure(reply.failure);
    });
    return () => void (left = true);
  }, [bridge, read]);
  return { met, failure };
}
