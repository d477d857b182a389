import type { EngineState } from './engine-state';
import { isSilent } from './silent-feed';

/** Whether a complete poll that brought nothing would change nothing: then an idle poll costs nothing here. */
export function isIdle(state: EngineState, account: string, now: number): boolean {
  const { holds, storm, held, catchUp, snoozed, urgent, subjects, links, feeds } = state;
  return (
    storm === null &&
    catchUp === null &&
    [holds, held, snoozed, urgent].every(({ length }) => length === 0) &&
    subjects.every(([, { flapping }]) => flapping === null) &&
    links.every(([, { to }]) => to !== null) &&
    !feeds.some(([of, feed]) => of === account && isSilent(feed, now))
  );
}
