import type { Asked } from './arrival';
import { digestOf } from './digest';
import { nextTag, type Draft } from './draft';
import type { CatchUp, Held } from './engine-state';
import { calmReason } from './holding';
import { stands } from './standing';

/**
 * After sleep or start: what is due waits for one digest, account by account until its first complete poll.
 * @param since wall ms when watching ended; `null`: not known
 */
export function beginCatchUp(draft: Draft, since: number | null, accounts: readonly string[]): void {
  const { catchUp } = draft;
  // Who has answered was watched since: for them this is another away, whoever has not answered yet.
  const isOther = catchUp !== null && accounts.some((one) => !catchUp.waiting.includes(one));
  begin(draft, isOther ? null : catchUp, since, accounts);
}

/** One account more: those that have not answered yet are waited for as before. */
export function resumed(draft: Draft, since: number | null, account: string): void {
  const { catchUp } = draft;
  begin(draft, catchUp, since, [...new Set([...(catchUp?.waiting ?? []), account])]);
}

/** @param running goes on, unless its digest has told something: what comes now is another one's */
function begin(
  draft: Draft,
  running: CatchUp | null,
  since: number | null,
  waiting: readonly string[],
): void {
  const before = running?.told.length === 0 ? running : null;
  draft.catchUp = {
    tag: before?.tag ?? nextTag(draft, 'away'),
    since: before?.since ?? since,
    wokeAt: draft.now,
    waiting,
    told: [],
  };
}

/** It ends with the first complete poll that began after waking, not by time. */
export function answered(draft: Draft, { account, at }: Asked): void {
  const { catchUp } = draft;
  if (!catchUp || !catchUp.waiting.includes(account)) return;
  // Where the clock was set back meanwhile, nothing is earlier than waking.
  if (at < catchUp.wokeAt && draft.now >= catchUp.wokeAt) return;
  waitsNoMore(draft, catchUp, account);
}

/** It is not going to answer: the digest is not to wait for it. */
export function left(draft: Draft, account: string): void {
  const { catchUp } = draft;
  if (catchUp?.waiting.includes(account)) waitsNoMore(draft, catchUp, account);
}

function waitsNoMore(draft: Draft, catchUp: CatchUp, account: string): void {
  draft.catchUp = { ...catchUp, waiting: catchUp.waiting.filter((one) => one !== account) };
  draft.answered = account;
}

/** Everybody answered, and what they brought was told: the next away is another one. */
export function endCatchUp(draft: Draft): void {
  if (draft.catchUp?.waiting.length === 0) draft.catchUp = null;
}

/** @param since wall ms of the lock */
export function unlocked(draft: Draft, since: number): void {
  draft.lock = { from: Math.min(since, draft.lock?.from ?? since), to: draft.now };
}

/**
 * After a screen lock: what was shown meanwhile and neither clicked nor closed becomes one digest, which takes
 * those bubbles over. A single one may stay as it is.
 */
export function afterLock(draft: Draft): void {
  const { lock } = draft;
  if (!lock) return;
  const left = [...draft.standing.values()].filter(
    ({ at, of, first }) => of === 'subject' && first && at >= lock.from && at <= lock.to,
  );
  if (left.length >= 2 && calmReason(draft) !== null) return;
  draft.lock = null;
  if (left.length < 2) return;
  const held = left.flatMap(({ first, members, tag }): Held[] => {
    const outage = draft.subjects.get(tag)?.outage;
    const open = outage?.tag === tag;
    return members.map((key) => ({ brief: { ...first!, key }, why: 'locked', open, silence: null }));
  });
  const tags = left.map(({ tag }) => tag);
  const lasted = lock.to - lock.from;
  const bubble = digestOf(held, 'locked', nextTag(draft, 'locked'), { lasted, withdraw: tags });
  draft.recent = draft.recent.filter(({ tag }) => !tags.includes(tag));
  draft.decisions.push(bubble);
  stands(draft, bubble);
}
