import type { Asked } from './alerts/arrival';
import type { Clock, InboxApi } from './ports';

/**
 * Notes when a poll began, by the first list it asks for: hold-downs run on the server's clock, and only a poll that
 * began after their end proves that nothing came back (docs/alerts.md, step 5).
 */
export function createAsked(account: string, api: InboxApi, clock: Clock) {
  let first: Asked | undefined;
  const watched: InboxApi = {
    single: (...given) => api.single(...given),
    markSeen: (...given) => api.markSeen(...given),
    markAllSeen: (...given) => api.markAllSeen(...given),
    async list(query, signal) {
      const at = clock.now();
      const answer = await api.list(query, signal);
      const { date, duration } = answer;
      // `Date` is when it answered; ms to µs.
      first ??= { account, server: date === undefined ? null : (date - Math.ceil(duration)) * 1000, at };
      return answer;
    },
  };
  return {
    api: watched,
    /** Another poll begins. */
    begin: (): void => void (first = undefined),
    poll: (): Asked => first ?? { account, server: null, at: clock.now() },
  };
}
