import type { Arrival } from './arrival';

/**
 * Step 1: what was seen already, or was there before Tocsin first looked, alerts nothing. The state of its
 * subject is kept all the same, and the end of a told outage is told even so (step 6).
 */
export function knownStep({ baseline, seen, swallowed }: Arrival): 'baseline' | 'seen' | null {
  if (baseline) return 'baseline';
  return seen && !swallowed ? 'seen' : null;
}
