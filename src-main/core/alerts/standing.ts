import { keyText, levelRank, type NotificationKey } from '../../../src-shared/notification';
import type { Bubble } from './decision';
import { keySet, note, outcomeOf, retract, type Draft } from './draft';
import type { Outage } from './engine-state';
import { endHold } from './hold-down';
import { setOutage } from './subjects';

/** So many bubbles are remembered; older ones have long left every screen. */
const KEPT = 100;
const LONGEST_MS = 86_400_000;
/** A summary of more than this is not taken back when the last of its members is seen. */
const WATCHED = 200;

/** A bubble was decided: it stands until we hear otherwise. Those that it takes over stand no more. */
export function stands(draft: Draft, bubble: Bubble): void {
  const { tag, first, lines, tells, members, kind } = bubble;
  const level = [first, ...lines].reduce(
    (worst, one) => (levelRank(one.level) > levelRank(worst) ? one.level : worst),
    first.level,
  );
  for (const taken of bubble.withdraw) draft.standing.delete(taken);
  draft.standing.delete(tag);
  const isOne = kind === 'item' || kind === 'flapping' || kind === 'rest';
  draft.standing.set(tag, {
    tag,
    of: isOne ? 'subject' : 'several',
    level,
    first,
    lines,
    members: tells.length > WATCHED ? [] : members,
    at: draft.now,
  });
  const over = draft.standing.size() - KEPT;
  draft.standing.values().forEach((old, index) => {
    if (index < over || old.at < draft.now - LONGEST_MS) draft.standing.delete(old.tag);
  });
}

/** Step 11: what the desktop made of it. What it refused was not told, and its end will not be either. */
export function heardOutcome(draft: Draft, tag: string, shown: boolean): void {
  const storm = draft.storm?.tag === tag ? draft.storm : null;
  // A summary is drawn again: what it tells is in doubt until its closing line.
  if (storm && !shown) draft.storm = { ...storm, refused: true };
  else
    for (const name of toldBy(draft, tag))
      setOutage(draft, name, (one) => ({ ...one, told: shown ? 'yes' : 'no', tag: shown ? tag : null }));
  if (shown) {
    // Those that it took over have been withdrawn with it.
    if (storm && (storm.refused || storm.takes.length > 0))
      draft.storm = { ...storm, refused: false, takes: [] };
    return;
  }
  draft.standing.delete(tag);
  draft.recent = draft.recent.filter((one) => one.tag !== tag);
  draft.urgent = draft.urgent.filter((one) => one.tag !== tag);
}

/** Subjects whose outage this bubble tells: the one that it is named for, else those of a summary. */
function toldBy({ subjects }: Draft, tag: string): readonly string[] {
  const isAsked = (outage: Outage | null | undefined): boolean =>
    outage?.told === 'asked' && outage.tag === tag;
  if (isAsked(subjects.get(tag)?.outage)) return [tag];
  const found: string[] = [];
  subjects.each(({ outage }, name) => {
    if (isAsked(outage)) found.push(name);
  });
  return found;
}

/** Step 12: clicked or closed, it stands no more: the next of its subject is a new bubble. */
export function heardEnd(draft: Draft, tag: string): void {
  draft.standing.delete(tag);
  draft.recent = draft.recent.filter((one) => one.tag !== tag);
  draft.urgent = draft.urgent.filter((one) => one.tag !== tag);
  // Nor is what it told a part of what another account's answer brings.
  if (draft.catchUp?.tag === tag) draft.catchUp = { ...draft.catchUp, told: [] };
}

/** Step 12: seen here or elsewhere, or gone from the server: nothing more is said of them, and their bubbles go. */
export function heardSeen(draft: Draft, keys: readonly NotificationKey[]): void {
  const seen = keySet(keys);
  const isSeen = (key: NotificationKey): boolean => seen.has(keyText(key));
  for (const [name, { brief }] of draft.holds) if (isSeen(brief.key)) endHold(draft, name, 'seen-elsewhere');
  draft.held = draft.held.filter(({ brief }) => {
    if (!isSeen(brief.key)) return true;
    note(outcomeOf(draft, brief.key, 'skip'), 'seen-elsewhere');
    return false;
  });
  draft.snoozed = draft.snoozed.filter(({ brief }) => {
    if (!isSeen(brief.key)) return true;
    note(outcomeOf(draft, brief.key), 'seen-elsewhere');
    return false;
  });
  draft.urgent = draft.urgent.filter(({ brief }) => !isSeen(brief.key));
  leaveBubbles(draft, isSeen);
}

/** They are no concern of a bubble any more; it goes with the last of them. */
export function leaveBubbles(draft: Draft, leaves: (key: NotificationKey) => boolean): void {
  const { catchUp } = draft;
  if (catchUp?.told.some(({ brief }) => leaves(brief.key)))
    draft.catchUp = { ...catchUp, told: catchUp.told.filter(({ brief }) => !leaves(brief.key)) };
  for (const [tag, bubble] of draft.standing) {
    if (!bubble.members.some(leaves)) continue;
    const members = bubble.members.filter((key) => !leaves(key));
    if (members.length > 0) draft.standing.set(tag, { ...bubble, members });
    // The summary of a storm under way says what is so, seen or not.
    else if (tag !== draft.storm?.tag) retract(draft, tag);
  }
}
