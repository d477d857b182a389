import type { Health } from '../../src-shared/app-state';

/** What is known of an account's polls. */
export interface PollerState {
  readonly health: Health;
  /** Wall ms. */
  readonly polledAt: number | null;
  readonly nextPollAt: number | null;
  readonly historyComplete: boolean;
  /** Items that the server says it has. */
  readonly serverCount: number | null;
}

export const NOT_POLLED: PollerState = {
  health: { state: 'starting' },
  polledAt: null,
  nextPollAt: null,
  historyComplete: false,
  serverCount: null,
};
