import type { Row } from '../../../src-shared/inbox';
import { keyText, type NotificationKey } from '../../../src-shared/notification';
import { compareKeys } from './order';
import { PAGE, type Range } from './pages';
import type { Shown } from './rows';
import type { Source } from './source';

/**
 * Brings the rows in sight up to date without moving any: what they say now, those that have left the view too,
 * and how many have arrived above. `null` where the source does not answer.
 */
export async function touchRows(
  source: Source,
  shown: Shown,
  range: Range,
): Promise<Pick<Shown, 'pages' | 'waiting'> | null> {
  const around = Math.max(0, range.first + shown.waiting - PAGE / 2);
  const [head, near] = await Promise.all([source.ask(0, PAGE), source.ask(around, 2 * PAGE)]);
  if (!head.ok || !near.ok) return null;
  const now = new Map([...head.value.rows, ...near.value.rows].map((row) => [keyText(row.key), row]));
  const pages = new Map<number, readonly Row[]>();
  for (const [n, rows] of shown.pages)
    pages.set(
      n,
      await Promise.all(rows.map((row, i) => fresh(source, row, now, inside(range, n * PAGE + i)))),
    );
  return { pages, waiting: arrivals(source, shown.below, shown.total, head.value.rows, head.value.total) };
}

const inside = ({ first, last }: Range, index: number): boolean => index >= first && index <= last;

/** A row in sight that is not in the view any more is asked for by itself: it stays, as what it is now. */
async function fresh(
  source: Source,
  row: Row,
  now: ReadonlyMap<string, Row>,
  inSight: boolean,
): Promise<Row> {
  const found = now.get(keyText(row.key));
  if (found || !inSight) return found ?? row;
  const reply = await source.item(row.key);
  if (reply.ok) return reply.value;
  return reply.failure.kind === 'gone' ? { ...row, live: false } : row;
}

/** Rows of the head that stand above `below`; beyond a page of them the totals tell. */
export function arrivals(
  source: Source,
  below: NotificationKey | null,
  before: number,
  head: readonly Row[],
  total: number,
): number {
  const grown = Math.max(0, total - before);
  if (source.order === 'oldest' || !below) return grown;
  const above = head.filter((row) => compareKeys(row.key, below, 'newest') < 0).length;
  return above === PAGE ? Math.max(above, grown) : above;
}
