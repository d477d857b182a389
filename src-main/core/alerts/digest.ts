import type { NotificationKey } from '../../../src-shared/notification';
import { scoped } from './arrival';
import { countLevels, foremost, single, type Bubble, type DigestKind } from './decision';
import { nextTag, note, outcomeOf, sameKey, type Draft } from './draft';
import type { Held } from './engine-state';
import { holdingReason, reasonOf } from './holding';
import { ownLink } from './own-link';
import { endedSilences } from './silences';
import { stands } from './standing';
import { askedBy, setOutage } from './subjects';

/** So many outages that last are named. */
const NAMED = 5;

/** What holds no more is told in one digest; what a silence counted, in one of its own. */
export function releaseHeld(draft: Draft): void {
  if (draft.held.length === 0) return;
  const reason = holdingReason(draft);
  const isFree = ({ brief }: Held): boolean => reason(brief.key.account) === null;
  for (const id of endedSilences(draft)) {
    const [mine, rest] = split(draft.held, (one) => one.silence === id && isFree(one));
    draft.held = rest;
    if (mine.length > 0) tellDigest(draft, mine, 'silenced', nextTag(draft, 'silence'));
  }
  const [free, rest] = split(draft.held, (one) => one.silence === null && isFree(one));
  draft.held = rest;
  if (free.length === 0) return;
  const { catchUp } = draft;
  if (catchUp && free.some(({ why }) => why === 'away')) {
    // A further account's answer grows the digest that stands: at most one toast.
    const told = [...catchUp.told, ...free];
    const lasted = catchUp.since === null ? null : draft.now - catchUp.since;
    tellDigest(draft, told, 'away', catchUp.tag, { lasted, update: catchUp.told.length > 0 });
    draft.catchUp = { ...catchUp, told };
  } else tellDigest(draft, free, reasonOf(free), nextTag(draft, 'digest'));
}

function tellDigest(
  draft: Draft,
  held: readonly Held[],
  kind: DigestKind,
  tag: string,
  more: Partial<Bubble> = {},
): void {
  // Away, and one thing came: it says itself better than "1 major" would.
  const alone = kind === 'away' && held.length === 1;
  const bubble = alone ? single(held[0]!.brief, tag, more) : digestOf(held, kind, tag, more);
  draft.decisions.push({ ...bubble, ownLink: ownLink(draft, bubble.account) });
  stands(draft, bubble);
  for (const { brief, open } of held) {
    const outcome = outcomeOf(draft, brief.key, 'showing');
    if (!alone) note(outcome, 'digest', String(held.length));
    if (open)
      setOutage(draft, scoped(brief), (outage) =>
        sameKey(outage.brief.key, brief.key) ? askedBy(tag)(outage) : outage,
      );
  }
}

/** "9 items, 2 still open". `held` must not be empty. */
export function digestOf(
  held: readonly Held[],
  kind: DigestKind,
  tag: string,
  more: Partial<Bubble> = {},
): Bubble {
  const briefs = held.map(({ brief }) => brief);
  const open = held.filter((one) => one.open).map(({ brief }) => brief);
  const first = foremost(open.length > 0 ? open : briefs);
  const members: readonly NotificationKey[] = briefs.map(({ key }) => key);
  return single(first, tag, {
    kind,
    members,
    tells: members,
    from: Math.min(...members.map(({ ts }) => ts)),
    to: Math.max(...members.map(({ ts }) => ts)),
    byLevel: countLevels(briefs),
    open: open.length,
    openFirst: open.slice(0, NAMED),
    ...more,
  });
}

function split<T>(all: readonly T[], fits: (one: T) => boolean): [fitting: T[], rest: T[]] {
  const fitting: T[] = [];
  const rest: T[] = [];
  for (const one of all) (fits(one) ? fitting : rest).push(one);
  return [fitting, rest];
}
