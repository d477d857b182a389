import type { NotificationKey } from '../../../src-shared/notification';
import type { Arrival, Asked, Brief } from './arrival';
import { afterLock, answered, beginCatchUp, endCatchUp, left, resumed, unlocked } from './catch-up';
import type { Decision } from './decision';
import { releaseHeld } from './digest';
import { closeDraft, openDraft, type Context, type Draft, type Outcome } from './draft';
import type { EngineState } from './engine-state';
import { escalate, watchUrgent } from './escalation';
import { comeToRest } from './flapping';
import { forgetAccount } from './forget';
import { releaseHolds } from './hold-down';
import { linkFailed, linkWorks } from './own-link';
import { judge } from './path';
import { checkFeed, countFeed } from './silent-feed';
import { snooze, unsnooze, wakeSnoozed } from './snooze';
import { heardEnd, heardOutcome, heardSeen } from './standing';
import { countBacks, drawStorm } from './storm';
import { prune } from './subjects';
import { tell } from './tell';
import { wakeAt } from './wake-at';

/** What the engine hears of. */
export type AlertEvent =
  /** Rows that nothing is decided of yet, of one account, with the poll that brought them. */
  | { readonly kind: 'arrivals'; readonly arrivals: readonly Arrival[]; readonly asked: Asked }
  /** A complete poll. */
  | { readonly kind: 'polled'; readonly asked: Asked }
  | { readonly kind: 'poll-failed'; readonly account: string }
  | { readonly kind: 'network-changed' }
  /** Awake or started. `since`: wall ms when watching ended, `null` where it is not known. */
  | { readonly kind: 'back'; readonly since: number | null; readonly accounts: readonly string[] }
  /** The user lets its polls go on. `since` as above. */
  | { readonly kind: 'resumed'; readonly since: number | null; readonly account: string }
  /** Its polls are paused by the user. */
  | { readonly kind: 'left'; readonly account: string }
  | { readonly kind: 'unlocked'; readonly since: number }
  /** Seen here or elsewhere, or gone from the server. */
  | { readonly kind: 'seen'; readonly keys: readonly NotificationKey[] }
  /** What the desktop made of a bubble. */
  | { readonly kind: 'outcome'; readonly tag: string; readonly shown: boolean }
  /** Clicked or closed. */
  | { readonly kind: 'ended'; readonly tag: string }
  | { readonly kind: 'snoozed'; readonly brief: Brief; readonly until: number }
  | { readonly kind: 'unsnoozed'; readonly keys: readonly NotificationKey[] }
  | { readonly kind: 'forgotten'; readonly account: string }
  /** Only time went by. */
  | { readonly kind: 'time' };

export interface Result {
  readonly state: EngineState;
  readonly decisions: readonly Decision[];
  /** Bubbles to take from the screen. */
  readonly withdraw: readonly string[];
  /** For every arrival one, with its verdicts; and for earlier ones of which something new is decided. */
  readonly outcomes: readonly Outcome[];
  /** When it has something to do next though nothing happens, wall ms; `null`: never. */
  readonly wakeAt: number | null;
  /** When a complete poll would settle something, by account, wall ms. */
  readonly pollAt: readonly (readonly [account: string, at: number])[];
}

/**
 * (state, event, context) → (state, decisions, verdicts). Pure: it runs in the transaction that consumes the
 * arrivals, so that a crash changes nothing; Electron only draws its decisions. The rules are those of docs/alerts.md.
 */
export function decide(state: EngineState, event: AlertEvent, context: Context): Result {
  const draft = openDraft(state, context);
  // What time has ended must not take in what comes now.
  drawStorm(draft);
  hear(draft, event);
  afterLock(draft);
  countBacks(draft);
  wakeSnoozed(draft);
  tell(draft);
  releaseHeld(draft);
  endCatchUp(draft);
  escalate(draft);
  prune(draft);
  const { decisions, withdraw, outcomes } = draft;
  return { state: closeDraft(draft), decisions, withdraw, outcomes, ...wakeAt(draft) };
}

function hear(draft: Draft, event: AlertEvent): void {
  switch (event.kind) {
    case 'arrivals': {
      const { arrivals, asked } = event;
      if (arrivals.length === 0) return;
      for (const arrival of inOrder(arrivals)) judge(draft, arrival, asked);
      return countFeed(draft, asked.account, arrivals.filter(({ baseline }) => !baseline).length);
    }
    case 'polled':
      linkWorks(draft, event.asked.account);
      releaseHolds(draft, event.asked);
      comeToRest(draft, event.asked);
      answered(draft, event.asked);
      return checkFeed(draft, event.asked.account);
    case 'poll-failed':
      return linkFailed(draft, event.account);
    case 'network-changed':
      return linkFailed(draft, null);
    case 'back':
      return beginCatchUp(draft, event.since, event.accounts);
    case 'resumed':
      return resumed(draft, event.since, event.account);
    case 'left':
      return left(draft, event.account);
    case 'unlocked':
      return unlocked(draft, event.since);
    case 'seen':
      return heardSeen(draft, event.keys);
    case 'outcome':
      heardOutcome(draft, event.tag, event.shown);
      return event.shown ? watchUrgent(draft, event.tag) : undefined;
    case 'ended':
      return heardEnd(draft, event.tag);
    case 'snoozed':
      return snooze(draft, event.brief, event.until);
    case 'unsnoozed':
      return unsnooze(draft, event.keys);
    case 'forgotten':
      return forgetAccount(draft, event.account);
    case 'time':
  }
}

/** By (ts, id); the store has them so already, and sorting what is sorted costs little. */
const inOrder = (arrivals: readonly Arrival[]): readonly Arrival[] =>
  isSorted(arrivals) ? arrivals : arrivals.toSorted(inTime);

const isSorted = (arrivals: readonly Arrival[]): boolean =>
  arrivals.every((one, index) => index === 0 || inTime(arrivals[index - 1]!, one) <= 0);

function inTime(a: Arrival, b: Arrival): number {
  if (a.key.ts !== b.key.ts) return a.key.ts - b.key.ts;
  // Ids are decimal digits and may pass 2^53.
  return a.key.id.length - b.key.id.length || (a.key.id < b.key.id ? -1 : a.key.id > b.key.id ? 1 : 0);
}
