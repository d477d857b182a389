import type { Failure } from './app-error';

/** What came of a test card. Accepted is not delivered: a workflow answers 202 before it posts anything. */
export type CardOutcome =
  | { readonly state: 'accepted' | 'refused'; readonly status: number }
  /** The host is this machine or a private network: nothing was sent. */
  | { readonly state: 'not-public' }
  | { readonly state: 'failed'; readonly failure: Failure };
