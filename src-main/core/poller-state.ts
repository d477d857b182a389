import type { Health } from '../../src-shared/app-state';

/** What is known of an account's polls. */
export interface PollerState {
  readonly health: Health;
  /** Wall ms. */
  readonly polledAt: number | null;
  readonly nextPollAt: number | null;
  readonly historyComplete: boolean;
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
  lag: null,
  serverCount: null,
};
