/** More rows than these, or a larger part of what was there, are not believed to be gone at once (sync.md, Guard). */
const ROWS = 50;
const PART = 0.2;
/** They are, when the same pages, read again so long after, still lack them. ms. */
const AGAIN_MS = 60_000;

/** What a walk knows of rows that it missed; in memory, since a restart only makes it take the time once more. */
export interface Missed {
  /** When a row (`id/ts`) was first missed, monotonic ms. */
  readonly since: ReadonlyMap<string, number>;
  /** Rows missed by this walk before this page. */
  readonly before: number;
  /** Monotonic ms. */
  readonly at: number;
}

export const NOTHING_MISSED: Missed = { since: new Map(), before: 0, at: 0 };

/**
 * Which of the rows missing at a walk's new end are believed to be gone.
 * @param known live rows that the page's interval had, the missing ones included
 */
export function believe(
  missing: readonly string[],
  known: number,
  { since, before, at }: Missed,
): ReadonlySet<string> {
  const alarming = before + missing.length > ROWS || missing.length > PART * known;
  if (!alarming) return new Set(missing);
  return new Set(missing.filter((row) => at - (since.get(row) ?? at) >= AGAIN_MS));
}
