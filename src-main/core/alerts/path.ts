import { levelOfType, TYPES } from '../../../src-shared/notification';
import { briefOf, scoped, type Arrival, type Asked, type Brief } from './arrival';
import { note, outcomeOf, retract, sameKey, type Draft, type Due, type Outcome } from './draft';
import type { Outage } from './engine-state';
import { calm } from './escalation';
import { saidFlapping } from './flapping';
import { endHold, holdDown } from './hold-down';
import { closeHeld, keepSilenced } from './holding';
import { ruleOf } from './rules';
import { knownStep } from './seen';
import { silenceOf } from './silences';
import { closeSnoozed } from './snooze';
import { stormBack } from './storm';
import { BEGAN, overBrief, setOutage, track, type Turn } from './subjects';

const RULE_STEPS = {
  toast: 'rule-toast',
  quiet: 'rule-quiet',
  recovery: 'rule-recovery',
  badge: 'rule-badge',
  none: 'rule-none',
} as const;

/**
 * The path of one arrival (docs/alerts.md), up to where it is due to be told, waits, or is settled; each step writes
 * its verdict. What is due goes on in `tell`.
 */
export function judge(draft: Draft, arrival: Arrival, asked: Asked): void {
  const outcome = outcomeOf(draft, arrival.key, 'skip');
  const turn = track(draft, arrival, asked);
  const ended = turn.kind === 'up' ? turn.ended : null;
  if (turn.kind === 'up') comesBack(draft, arrival);
  const told = ended !== null && ended.told !== 'no' && !isBlip(draft, arrival, ended) ? ended : null;

  const known = knownStep(arrival); // 1
  // The end of a told outage is told even where it is seen already (6).
  if (known !== null && (told === null || known === 'baseline')) return note(outcome, known);

  const silence = silenceOf(arrival, draft.settings, draft.now); // 2
  const { rule, pattern } = ruleOf(arrival, draft.settings); // 3
  // Put off between its arrival and this judgement.
  if (draft.snoozed.some(({ brief }) => sameKey(brief.key, arrival.key)))
    return note(outcome, RULE_STEPS[rule]);
  if (silence) {
    note(outcome, 'muted', String(silence.until));
    if (told) retract(draft, scoped(arrival)); // what it says is true no more
    if (rule === 'toast' || rule === 'quiet')
      keepSilenced(draft, briefOf(arrival), turn.kind === 'down' && turn.before === null, silence.id);
    return;
  }
  if (pattern !== null) note(outcome, 'text-rule', pattern);
  if (flaps(draft, arrival, turn, outcome, rule)) return; // 4
  if (rule === 'badge' || rule === 'none') {
    if (told) retract(draft, scoped(arrival));
    return note(outcome, RULE_STEPS[rule]);
  }
  if (told) return recovered(draft, arrival, told, outcome, rule === 'quiet');
  if (rule === 'recovery') return note(outcome, 'no-outage');
  note(outcome, RULE_STEPS[rule]);
  began(draft, arrival, turn, outcome, rule === 'quiet', asked);
}

/** Whatever is said of it: nothing that waits is an outage any more. */
function comesBack(draft: Draft, arrival: Arrival): void {
  const { subject, key } = arrival;
  endHold(draft, scoped(arrival), 'came-back');
  closeHeld(draft, subject, key.account);
  calm(draft, subject, key.account);
  closeSnoozed(draft, scoped(arrival));
}

/** Both came in one answer, and it lasted less than the hold-down: it is as if it had waited (5). */
function isBlip(draft: Draft, { key, type }: Arrival, { told, brief }: Outage): boolean {
  const least = draft.settings.holdDownSeconds * 1_000_000;
  if (told !== 'due' || type !== TYPES.agentOnline || key.ts - brief.key.ts >= least) return false;
  draft.due = draft.due.filter((one) => {
    if (!sameKey(one.brief.key, brief.key)) return true;
    note(one.outcome, 'came-back');
    return false;
  });
  return true;
}

/** Step 4: said once; quiet until it rests. A rule that would not tell its outages does not tell this either. */
function flaps(draft: Draft, arrival: Arrival, turn: Turn, outcome: Outcome, rule: string): boolean {
  if ((turn.kind !== 'down' && turn.kind !== 'up') || !turn.flaps) return false;
  const name = scoped(arrival);
  if (draft.flapping.get(name)?.told) {
    note(outcome, 'flapping-quiet');
    return true;
  }
  const type = BEGAN[arrival.type];
  const level = (turn.kind === 'up' && turn.ended?.brief.level) || levelOfType(type ?? arrival.type);
  const outages = type === undefined ? rule : ruleOf({ ...arrival, type, level }, draft.settings).rule;
  if (outages !== 'toast' && outages !== 'quiet') return false;
  endHold(draft, name, 'flapping');
  saidFlapping(draft, name);
  setOutage(draft, name, (outage) => ({ ...outage, told: 'no', tag: null }));
  note(outcome, 'flapping');
  const brief = briefOf(arrival);
  due(draft, { kind: 'flapping', brief, says: brief, quiet: outages === 'quiet', outcome, ended: null });
  return true;
}

/** Step 6: the end of a told outage. */
function recovered(draft: Draft, arrival: Arrival, ended: Outage, outcome: Outcome, quiet: boolean): void {
  const brief = briefOf(arrival, ended.brief.key.ts);
  note(outcome, 'rule-recovery');
  if (stormBack(draft, brief, ended, outcome)) return;
  due(draft, { kind: 'recovered', brief, says: brief, quiet, outcome, ended: ended.brief });
}

function began(
  draft: Draft,
  arrival: Arrival,
  turn: Turn,
  outcome: Outcome,
  quiet: boolean,
  asked: Asked,
): void {
  const brief = briefOf(arrival);
  const one = (kind: Due['kind'], says: Brief = brief): void =>
    due(draft, { kind, brief, says, quiet, outcome, ended: null });
  const isAgent = arrival.type === TYPES.agentOffline;
  if (turn.kind === 'late') {
    if (turn.endedAt === null) return note(outcome, 'overtaken');
    const lasted = turn.endedAt - arrival.key.ts;
    if (isAgent && lasted < draft.settings.holdDownSeconds * 1_000_000) return note(outcome, 'came-back');
    return one('plain', overBrief(brief, turn.endedAt));
  }
  if (turn.kind !== 'down') return one('plain');
  if (isAgent && turn.before !== null && turn.before.told !== 'no') return note(outcome, 'still-down');
  if (isAgent && holdDown(draft, arrival, brief, quiet, asked)) {
    // 5
    outcome.toast = 'waiting';
    return note(outcome, 'hold-down', String(draft.settings.holdDownSeconds));
  }
  one('down');
}

/** An outage that is due counts as told for what follows in the same call. */
function due(draft: Draft, one: Due): void {
  draft.due.push(one);
  if (one.kind === 'down')
    setOutage(draft, scoped(one.brief), (outage) => ({ ...outage, told: 'due', tag: null }));
}
