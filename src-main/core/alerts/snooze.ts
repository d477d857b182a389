import { keyText } from '../../../src-shared/notification';
import type { Brief } from './arrival';
import { note, outcomeOf, retract, sameKey, type Draft } from './draft';

/** Put off by the user, here only; comes back with one toast. @param until wall ms */
export function snooze(draft: Draft, brief: Brief, until: number): void {
  const rest = draft.snoozed.filter((one) => !sameKey(one.brief.key, brief.key));
  draft.snoozed = [...rest, { brief, until }];
  draft.urgent = draft.urgent.filter((one) => !sameKey(one.brief.key, brief.key));
  for (const { tag, members } of draft.standing.values())
    if (members.length === 1 && keyText(members[0]!) === keyText(brief.key)) retract(draft, tag);
  note(outcomeOf(draft, brief.key), 'snoozed', String(until));
}

/** Those whose time has come are due as they were. */
export function wakeSnoozed(draft: Draft): void {
  const { now } = draft;
  if (!draft.snoozed.some(({ until }) => until <= now)) return;
  for (const { brief, until } of draft.snoozed)
    if (until <= now)
      draft.due.push({
        kind: 'plain',
        brief,
        says: brief,
        quiet: false,
        outcome: outcomeOf(draft, brief.key),
        ended: null,
      });
  draft.snoozed = draft.snoozed.filter(({ until }) => until > now);
}
