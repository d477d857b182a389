import { keyText, type NotificationKey } from '../../../src-shared/notification';
import { compareKeys } from './order';
import { PAGE } from './pages';
import type { Source } from './source';

/** Enough to halve a million rows down to a page, and to spare. */
const MOST_STEPS = 24;

/**
 * Where a row stands now: its index, or the place where it would stand if it has left. Looks at the page of `guess`
 * first, then further and further away, then halves. `undefined` where the source does not answer.
 */
export async function locate(
  source: Source,
  key: NotificationKey,
  guess: number,
): Promise<number | undefined> {
  let low = 0;
  let high = Infinity;
  let page = Math.floor(guess / PAGE);
  let stride = 1;
  for (let steps = 0; steps < MOST_STEPS && low <= high; steps += 1) {
    const answer = await source.ask(page * PAGE, PAGE);
    if (!answer.ok) return undefined;
    const { rows, total } = answer.value;
    high = Math.min(high, Math.floor(total / PAGE));
    const side = rows.length === 0 ? -1 : sideOf(rows, key, source.order);
    if (side === 0) return page * PAGE + placeIn(rows, key, source.order);
    if (side < 0) high = page - 1;
    else low = page + 1;
    if (high < low) return Math.max(0, side < 0 ? page * PAGE : (page + 1) * PAGE);
    const next = page + side * stride;
    page = next < low || next > high ? Math.floor((low + high) / 2) : next;
    stride *= 2;
  }
  return undefined;
}

type Keyed = readonly { readonly key: NotificationKey }[];

function sideOf(rows: Keyed, key: NotificationKey, order: Source['order']): -1 | 0 | 1 {
  if (compareKeys(key, rows[0]!.key, order) < 0) return -1;
  return compareKeys(key, rows.at(-1)!.key, order) > 0 ? 1 : 0;
}

function placeIn(rows: Keyed, key: NotificationKey, order: Source['order']): number {
  const text = keyText(key);
  const exact = rows.findIndex((row) => keyText(row.key) === text);
  return exact >= 0 ? exact : rows.findIndex((row) => compareKeys(row.key, key, order) > 0);
}
