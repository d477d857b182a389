import { TYPES } from '../../../src-shared/notification';
import type { Card } from './cards';

/** What the alerts of a storm are, as its summary counts them. */
export const SORTS = ['offline', 'failed', 'exceeded', 'back', 'other'] as const;
export type Sort = (typeof SORTS)[number];
export type BySort = { readonly [S in Sort]: number };

export const NO_SORTS: BySort = { offline: 0, failed: 0, exceeded: 0, back: 0, other: 0 };

const TROUBLES: readonly (readonly [type: number, sort: Sort])[] = [
  [TYPES.agentOffline, 'offline'],
  [TYPES.taskFailed, 'failed'],
  [TYPES.thresholdExceeded, 'exceeded'],
];

/** A card is one alert, whatever it says beside that: an outage and its end in one are that outage. */
export function sortOf({
  kind,
  whole,
  head,
  briefs,
}: Pick<Card, 'kind' | 'whole' | 'head' | 'briefs'>): Sort {
  if (kind === 'flapping' || kind === 'rest') return 'other';
  if (kind === 'recovered' && !whole) return head.type === TYPES.agentOnline ? 'back' : 'other';
  return TROUBLES.find(([type]) => briefs.some((brief) => brief.type === type))?.[1] ?? 'other';
}

/** One more of each. */
export function withSorts(counts: BySort, sorts: readonly Sort[]): BySort {
  const next: { [S in Sort]: number } = { ...counts };
  for (const sort of sorts) next[sort] += 1;
  return next;
}

/** What all of them are; `null`: they differ. */
export function onlySort(counts: BySort): Sort | null {
  const there = SORTS.filter((sort) => counts[sort] > 0);
  return there.length === 1 ? there[0]! : null;
}

export const sumOf = (counts: BySort): number => SORTS.reduce((sum, sort) => sum + counts[sort], 0);
