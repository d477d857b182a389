import type { ToastOutcome } from './ports';
import type { Asked } from './alerts/arrival';
import type { Decision } from './alerts/decision';
import type { AlertSettings } from './alerts/draft';
import type { AlertEvent } from './alerts/engine';

// What main and the database thread, in which the alert engine runs, say to each other of alerts.

/** What the desktop answered (`digest`: shown, as one of several), and what became of the bubble after that. */
export type Fate = ToastOutcome['state'] | 'digest' | 'clicked' | 'closed' | 'gone';

/** The poll that brought something. `complete`: its walk came to its end. */
export interface Poll extends Asked {
  readonly complete: boolean;
}

export interface PreviewQuestion {
  /** Names this draft; a higher one takes its place. */
  readonly run: number;
  readonly saved: AlertSettings;
  readonly draft: AlertSettings;
  /** Wall ms: items from this stamp on, and until when time goes on after the last. */
  readonly since: number;
  readonly until: number;
  readonly pollMs: number;
  readonly zone?: string;
}

export type Heard = Exclude<
  AlertEvent,
  { readonly kind: 'arrivals' | 'polled' | 'outcome' | 'ended' | 'snoozed' | 'unsnoozed' }
>;

export interface Snoozing {
  readonly alerts: Alerts;
  /** How many it was true of. */
  readonly count: number;
}

/** What the engine wants done. */
export interface Alerts {
  /** What is put off or held is another now: rows and counts are to be read anew. */
  readonly moved: boolean;
  readonly decisions: readonly Decision[];
  /** Bubbles to take from the screen. */
  readonly withdraw: readonly string[];
  /** When it has something to do next though nothing happens, wall ms. */
  readonly wakeAt: number | null;
  /** When a complete poll would settle something, by account, wall ms. */
  readonly pollAt: readonly (readonly [account: string, at: number])[];
}
