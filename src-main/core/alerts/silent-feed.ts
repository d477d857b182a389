import { retract, type Draft } from './draft';
import type { Feed } from './engine-state';
import { calmReason } from './holding';

const HOUR_MS = 3_600_000;
/** One that normally gives an item every ten minutes, by its last day, at least half of it known. */
const NORMAL_AN_HOUR = 6;
const KNOWN_HOURS = 12;
const DAY_HOURS = 24;
/** And has given none for so long. */
const SILENT_MS = 2 * HOUR_MS;

/** Counts what came from an account. */
export function countFeed(draft: Draft, account: string, items: number): void {
  const { feeds, now } = draft;
  if (items === 0) return;
  const known = feeds.get(account) ?? { since: now, lastAt: now, hours: [], told: false };
  const hour = Math.floor(now / HOUR_MS);
  const [last] = known.hours.slice(-1);
  const before = last?.[0] === hour ? known.hours.slice(0, -1) : known.hours;
  const sum = items + (last?.[0] === hour ? last[1] : 0);
  const hours = [...before.filter(([of]) => of > hour - DAY_HOURS && of <= hour), [hour, sum] as const];
  if (known.told) retract(draft, tagOf(account));
  feeds.set(account, { since: Math.min(known.since, now), lastAt: now, hours, told: false });
}

/** Said once, by a poll that went well: a server out of reach is another trouble. After quiet hours or a pause, in these. */
export function checkFeed(draft: Draft, account: string): void {
  const feed = draft.feeds.get(account);
  if (!feed || !isSilent(feed, draft.now) || calmReason(draft) !== null) return;
  draft.feeds.set(account, { ...feed, told: true });
  const tag = tagOf(account);
  draft.decisions.push({ kind: 'silent-feed', tag, account, since: feed.lastAt });
  draft.standing.set(tag, {
    tag,
    of: 'feed',
    level: 'warning',
    first: null,
    lines: [],
    members: [],
    at: draft.now,
  });
}

/** It is silent against its habit, and that was not said yet. */
export const isSilent = (feed: Feed, now: number): boolean => !feed.told && now >= silentAt(feed);

/** Wall ms from which its silence is to be said; Infinity where it is not normally as lively. */
function silentAt({ since, lastAt, hours }: Feed): number {
  const known = Math.min(DAY_HOURS, (lastAt - since) / HOUR_MS);
  const items = hours.reduce((sum, [, n]) => sum + n, 0);
  return known >= KNOWN_HOURS && items / known >= NORMAL_AN_HOUR ? lastAt + SILENT_MS : Infinity;
}

const tagOf = (account: string): string => `${account}/silent`;
