import { single } from './decision';
import { note, outcomeOf, sameKey, type Draft } from './draft';
import type { Urgent } from './engine-state';
import { breaksThrough, calmReason } from './holding';

/** Off by default. Minutes after the first telling; from the last on, every so many again. */
const AGAIN_MS: readonly number[] = [120_000, 300_000];
const STEP_MS = 300_000;
const MOST = 6;

/** A critical one was shown: it is told again until somebody sees it, or it is over. */
export function watchUrgent(draft: Draft, tag: string): void {
  const bubble = draft.standing.get(tag);
  if (!draft.settings.escalate || !bubble?.first || bubble.first.level !== 'critical') return;
  const { first } = bubble;
  // Also one that was told as often as may be: its own last telling is heard of here.
  const isIt = (one: Urgent): boolean => sameKey(one.brief.key, first.key);
  if (draft.urgent.some((one) => one.tag === tag && isIt(one))) return;
  // A summary or a digest that took over its bubble does not begin anew.
  const known = draft.urgent.find(isIt);
  const fresh: Urgent = { brief: first, tag, times: 0, nextAt: draft.now + AGAIN_MS[0]! };
  const others = draft.urgent.filter((one) => one.tag !== tag && !isIt(one));
  draft.urgent = [...others, known ? { ...known, tag } : fresh];
}

/** Its subject is well again. */
export function calm(draft: Draft, subject: string, account: string): void {
  if (draft.urgent.length > 0)
    draft.urgent = draft.urgent.filter(
      ({ brief }) => brief.subject !== subject || brief.key.account !== account,
    );
}

export function escalate(draft: Draft): void {
  const { now } = draft;
  if (!draft.urgent.some(({ nextAt }) => nextAt !== null && nextAt <= now)) return;
  const why = calmReason(draft);
  draft.urgent = draft.urgent.map((one): Urgent => {
    if (one.nextAt === null || one.nextAt > now) return one;
    // Its time has come, and comes once more when that ends.
    if (why !== null && !breaksThrough(one.brief, why, draft)) return one;
    const times = one.times + 1;
    note(outcomeOf(draft, one.brief.key), 'escalated', String(times));
    draft.decisions.push(single(one.brief, one.tag, { again: true }));
    const wait = times < AGAIN_MS.length ? AGAIN_MS[times]! - AGAIN_MS[times - 1]! : STEP_MS;
    return { ...one, times, nextAt: times >= MOST ? null : now + wait };
  });
}
