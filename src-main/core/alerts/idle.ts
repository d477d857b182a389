import type { EngineState } from './engine-state';
import { isEmpty } from './table';
import { isSilent } from './silent-feed';

/** Whether a complete poll that brought nothing would change nothing: then an idle poll costs nothing here. */
export function isIdle(state: EngineState, account: string, now: number): boolean {
  const { holds, storm, held, catchUp, snoozed, urgent, flapping, links, feeds } = state;
  return (
    storm === null &&
    catchUp === null &&
    [holds, held, snoozed, urgent, flapping].every(isEmpty) &&
    [...links].every(([, { to }]) => to !== null) &&
    ![...feeds].some(([of, feed]) => of === account && isSilent(feed, now))
  );
}
