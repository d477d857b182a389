import { useEffect, useState } from 'react';
import type { Failure } from '../src-shared/app-error';
import type { SeverityCount } from '../src-shared/ipc';
import { useParts } from './app-context';

/**
 * The severities met so far, asked for once, when a page opens that shows them; `null`: not known yet.
 * @param wanted `false`: not asked for
 */
export function useSeverities(wanted = true): {
  readonly met: readonly SeverityCount[] | null;
  readonly failure: Failure | null;
} {
  const { bridge } = useParts();
  const [met, setMet] = useState<readonly SeverityCount[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    void bridge.call('severities', {}).then((reply) => {
      if (left) return;
      if (reply.ok) setMet(reply.value);
      else setFailure(reply.failure);
    });
    return () => void (left = true);
  }, [bridge, wanted]);
  return { met, failure };
}
