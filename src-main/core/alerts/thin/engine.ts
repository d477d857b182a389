import type { Row, VerdictStep } from '../../../../src-shared/inbox';
import { keyText, type NotificationKey } from '../../../../src-shared/notification';
import { typeKey, type Preferences } from '../../../../src-shared/preferences';
import type { Decision, EngineState } from './decision';
import { addToStorm } from './storm';

/** One arrival: a row that is pending, with what is known of the outage that it may end. */
export interface Arrival {
  readonly row: Row;
  /** Was the outage before it told (shown as a toast, or counted in one)? */
  readonly outageTold: boolean;
  /** Marked by a mark-all before anybody saw it: it alerts all the same. */
  readonly swallowed: boolean;
}

export interface Settings {
  /** Wall ms. */
  readonly now: number;
  readonly paused: boolean;
  readonly toasts: Preferences['toasts'];
}

interface Outcome {
  readonly key: NotificationKey;
  /** The row's next toast state. */
  readonly toast: 'skip' | 'held' | 'showing';
  readonly verdicts: readonly { readonly step: VerdictStep; readonly reason: string }[];
}

export interface Result {
  readonly state: EngineState;
  readonly outcomes: readonly Outcome[];
  readonly decisions: readonly Decision[];
}

/**
 * (state, arrivals, settings) → (state, decisions). Pure: runs in the transaction that consumes the arrivals.
 * Steps of the path as of now: seen → rule by type → pause → storm → a bubble a subject.
 */
export function decide(state: EngineState, arrivals: readonly Arrival[], settings: Settings): Result {
  const outcomes: Outcome[] = [];
  const due: Row[] = [];
  for (const arrival of arrivals) {
    const { row } = arrival;
    const verdict = rule(arrival, settings);
    const steps = [{ step: verdict, reason: '' }];
    const told = verdict === 'rule-toast' || verdict === 'rule-recovery';
    if (told && settings.paused)
      outcomes.push({ key: row.key, toast: 'held', verdicts: [...steps, { step: 'held', reason: '' }] });
    else outcomes.push({ key: row.key, toast: told ? 'showing' : 'skip', verdicts: steps });
    if (told && !settings.paused) due.push(row);
  }
  const { next, decisions } = addToStorm(state, due, settings.now);
  const stormed = new Set(
    decisions.filter(({ kind }) => kind === 'storm').flatMap(({ members }) => members.map(keyText)),
  );
  return {
    state: next,
    decisions,
    outcomes: outcomes.map((one) =>
      stormed.has(keyText(one.key))
        ? { ...one, verdicts: [...one.verdicts, { step: 'storm', reason: String(stormed.size) }] }
        : one,
    ),
  };
}

function rule({ row, outageTold, swallowed }: Arrival, { toasts }: Settings): VerdictStep {
  if (row.seen && !swallowed) return 'seen';
  switch (toasts[typeKey(row.type)]) {
    case 'toast':
    case 'quiet':
      return 'rule-toast';
    case 'recovery':
      return outageTold ? 'rule-recovery' : 'no-outage';
    case 'badge':
      return 'rule-badge';
    case 'none':
      return 'rule-none';
  }
}
