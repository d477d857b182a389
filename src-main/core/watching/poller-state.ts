import type { Failure } from '../../../src-shared/app-error';
import type { Health } from '../../../src-shared/app-state';

/** What is known of an account's polls. */
export interface PollerState {
  readonly health: Health;
  /** Wall ms. */
  readonly polledAt: number | null;
  readonly nextPollAt: number | null;
  readonly historyComplete: boolean;
  /** Why the history is not read on just now; `null`: it is, or there is nothing to read. */
  readonly historyStopped: Failure | null;
  /** µs: how late the server may show an item; `null` until it was read. */
  readonly lag: number | null;
  /** Items that the server says it has. */
  readonly serverCount: number | null;
}

export const NOT_POLLED: PollerState = {
  health: { state: 'starting' },
  polledAt: null,
  nextPollAt: null,
  historyComplete: false,
  historyStopped: null,
  lag: null,
  serverCount: null,
};
