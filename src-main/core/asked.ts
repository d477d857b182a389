import type { Asked } from './alerts/arrival';
import type { Clock, InboxApi } from './ports';
import { createServerClock } from './watching/server-clock';

/**
 * Notes when a poll began, by the first list it asks for: hold-downs run on the server's clock, and only a poll that
 * began after their end proves that nothing came back (docs/alerts.md, step 5).
 */
export function createAsked(account: string, api: InboxApi, clock: Clock) {
  let first: Asked | undefined;
  const server = createServerClock();
  const watched: InboxApi = {
    single: (...given) => api.single(...given),
    markSeen: (...given) => api.markSeen(...given),
    markAllSeen: (...given) => api.markAllSeen(...given),
    async list(query, signal) {
      const at = clock.now();
      const began = clock.monotonic();
      const answer = await api.list(query, signal);
      const { date, duration } = answer;
      if (date !== undefined) server.heard(date, began, began + duration);
      const least = date === undefined ? null : server.atLeast(began);
      first ??= { account, server: least === null ? null : Math.floor(least * 1000), at }; // ms to µs
      return answer;
    },
  };
  return {
    api: watched,
    /** Another poll begins. */
    begin: (): void => void (first = undefined),
    poll: (): Asked => first ?? { account, server: null, at: clock.now() },
    /** A wait for the next poll that tells more of the server's clock: up to a second shorter, until it is known well. ms */
    telling: (wait: number): number => wait - server.sooner(clock.monotonic(), wait),
  };
}
