import type { VerdictStep } from '../../../src-shared/inbox';
import type { Brief } from './arrival';
import type { DigestKind } from './decision';
import { note, type Draft, type Outcome } from './draft';
import type { Held } from './engine-state';
import { quietUntil } from './quiet-hours';

type Why = 'away' | 'paused' | 'quiet';

const STEPS: { readonly [W in Why]: VerdictStep } = { away: 'away', paused: 'held', quiet: 'quiet-hours' };

/**
 * Step 10: whether toasts of an account are held, and why; `null`: they are not. A locked screen holds nothing.
 * Asked for each toast that is due: the quiet hours are looked up once a call.
 */
export function holdingReason(draft: Draft): (account: string) => Why | null {
  const { catchUp } = draft;
  const calm = calmReason(draft);
  return (account) => (catchUp?.waiting.includes(account) ? 'away' : calm);
}

/** What holds toasts of every account, also those that no arrival brings. */
export function calmReason({ context, settings, now }: Draft): 'paused' | 'quiet' | null {
  if (context.pausedUntil !== null && now < context.pausedUntil) return 'paused';
  return quietUntil(settings.quietHours, now, context.zone) === null ? null : 'quiet';
}

/** Critical ones are told also in quiet hours and in a pause; a catch-up takes only as long as one poll. */
export const breaksThrough = ({ level }: Brief, why: Why, { settings }: Draft): boolean =>
  level === 'critical' && why !== 'away' && settings.criticalBreaksThrough;

/** Held and counted. @param open it is an outage that lasts */
export function keep(draft: Draft, brief: Brief, why: Why, open: boolean, outcome: Outcome): void {
  outcome.toast = 'held';
  note(outcome, STEPS[why]);
  push(draft, { brief, why, open, silence: null });
}

/** A muted one that would have been a toast is counted by its silence. */
export function keepSilenced(draft: Draft, brief: Brief, open: boolean, silence: string): void {
  push(draft, { brief, why: 'silenced', open, silence });
}

/** The first ones are named in the digest; of the others only the numbers are needed. */
const WITH_DATA = 20;

function push(draft: Draft, held: Held): void {
  const { brief } = held;
  draft.held.push(draft.held.length < WITH_DATA ? held : { ...held, brief: { ...brief, data: null } });
}

/** A held outage that is over is counted, no longer as open. */
export function closeHeld(draft: Draft, subject: string, account: string): void {
  const isIts = ({ open, brief }: Held): boolean =>
    open && brief.subject === subject && brief.key.account === account;
  if (draft.held.some(isIts))
    draft.held = draft.held.map((one) => (isIts(one) ? { ...one, open: false } : one));
}

/** Of several reasons the digest names the one that held the last of them. */
export const reasonOf = (held: readonly Held[]): DigestKind => held.at(-1)?.why ?? 'paused';
