import { keyText, type NotificationKey } from '../../../src-shared/notification';
import { MOST_SNOOZE_MS } from '../../../src-shared/snooze';
import { scoped, type Brief } from './arrival';
import { keySet, note, outcomeOf, sameKey, type Draft } from './draft';
import type { Snoozed, SubjectState } from './engine-state';
import { keepSilenced } from './holding';
import { silenceOf } from './silences';
import { leaveBubbles } from './standing';
import { beginsOutage } from './subjects';

/** Put off by the user, here only: what waits to be told of it does so until then. @param until wall ms */
export function snooze(draft: Draft, brief: Brief, until: number): void {
  const isIt = (key: NotificationKey): boolean => sameKey(key, brief.key);
  const name = scoped(brief);
  const outcome = outcomeOf(draft, brief.key);
  const subject = draft.subjects.get(name);
  const open = beginsOutage(brief.type) && subject?.down === true;
  // Another one has begun: what is down is not this any more.
  const over = open && hasNewer(subject, brief);
  draft.snoozed = [...draft.snoozed.filter((one) => !isIt(one.brief.key)), { brief, until, open, over }];
  draft.urgent = draft.urgent.filter((one) => !isIt(one.brief.key));
  const hold = draft.holds.get(name);
  if (hold && isIt(hold.brief.key)) {
    draft.holds.delete(name);
    outcome.toast = 'skip';
  }
  const held = draft.held.filter((one) => !isIt(one.brief.key));
  if (held.length < draft.held.length) {
    draft.held = held;
    outcome.toast = 'skip';
  }
  leaveBubbles(draft, isIt);
  note(outcome, 'snoozed', String(until));
}

/** What was put off of it is over, also if it goes down again. */
export function closeSnoozed(draft: Draft, name: string): void {
  const isIts = ({ open, over, brief }: Snoozed): boolean => open && !over && scoped(brief) === name;
  if (draft.snoozed.some(isIts))
    draft.snoozed = draft.snoozed.map((one) => (isIts(one) ? { ...one, over: true } : one));
}

/** Brought back by the user before its time: it is in the inbox again, and nothing is told. */
export function unsnooze(draft: Draft, keys: readonly NotificationKey[]): void {
  const back = keySet(keys);
  draft.snoozed = draft.snoozed.filter(({ brief }) => {
    if (!back.has(keyText(brief.key))) return true;
    note(outcomeOf(draft, brief.key), 'unsnoozed');
    return false;
  });
}

/**
 * Those whose time has come are due as they were; an outage that ended meanwhile is not. After sleep or start
 * they wait for the poll that says so, and go into its digest.
 */
export function wakeSnoozed(draft: Draft): void {
  const { now } = draft;
  if (draft.snoozed.length === 0) return;
  const waits = (account: string): boolean => draft.catchUp?.waiting.includes(account) ?? false;
  const isDue = ({ brief, until }: Snoozed): boolean => until <= now && !waits(brief.key.account);
  const due = draft.snoozed.filter(isDue);
  // A clock that was set back must not keep it away for longer than it can be put off.
  const latest = now + MOST_SNOOZE_MS;
  if (due.length > 0 || draft.snoozed.some(({ until }) => until > latest))
    draft.snoozed = draft.snoozed
      .filter((one) => !due.includes(one))
      .map((one) => (one.until > latest ? { ...one, until: latest } : one));
  for (const one of due) wake(draft, one);
}

function wake(draft: Draft, { brief, open, over }: Snoozed): void {
  const outcome = outcomeOf(draft, brief.key);
  const subject = draft.subjects.get(scoped(brief));
  if (open && (over || subject?.down !== true)) return note(outcome, 'snooze-over');
  // The newer one was told: this one would take its place with what was so before.
  if (open && hasNewer(subject, brief) && subject?.outage?.told !== 'no') return note(outcome, 'still-down');
  note(outcome, 'snooze-end');
  const lasts = isOutage(draft, brief);
  const silence = silenceOf(brief, draft.settings, draft.now);
  if (silence) {
    note(outcome, 'muted', String(silence.until));
    return keepSilenced(draft, brief, lasts, silence.id);
  }
  draft.due.push({ kind: lasts ? 'down' : 'plain', brief, says: brief, quiet: false, outcome, ended: null });
}

/** Its subject went down, or failed, anew. */
const hasNewer = (subject: SubjectState | undefined, { key }: Brief): boolean =>
  subject?.outage != null && subject.outage.brief.key.ts > key.ts;

/** It began the outage that its subject has now. */
function isOutage({ subjects }: Draft, brief: Brief): boolean {
  const outage = subjects.get(scoped(brief))?.outage;
  return outage != null && sameKey(outage.brief.key, brief.key);
}
