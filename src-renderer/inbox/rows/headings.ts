import type { Row } from '../../../src-shared/inbox';
import type { Words } from '../../../src-shared/messages/words';
import { dayOf, noonOf } from '../../ui/use-today';
import type { Order } from './order';

/** When this view was opened, and its first row then: what came later stands under "New since". */
export interface Opened {
  readonly at: number;
  /** Microseconds; `null`: there was no row. */
  readonly ts: number | null;
}

/** What a row stands under: `new`, or the number of its day. */
export type Group = 'new' | number;

export function groupOf(row: Row, opened: Opened, order: Order): Group {
  const isNew = order === 'newest' && opened.ts !== null && row.key.ts > opened.ts;
  return isNew ? 'new' : dayOf(row.key.ts / 1000);
}

export function groupTitle(
  group: Group,
  opened: Opened,
  today: number,
  { messages, format }: Words,
  newAbove: boolean,
): string {
  const words = messages.inbox.list;
  if (group === 'new') return words.newSince(format.time(opened.at));
  if (group === today) return newAbove ? words.earlier : words.today;
  const day = format.day(noonOf(group), noonOf(today));
  return group === today - 1 ? words.yesterday(day) : day;
}

/** Where rows lie, in px: all are of one height, and some carry a heading above them. */
export interface Layout {
  size(index: number): number;
  /** Distance of its top from the top of the list. */
  top(index: number): number;
  /** Names the layout: the same text, the same places. */
  readonly id: string;
}

/** @param headed indexes of rows with a heading, in order */
export function createLayout(headed: readonly number[], row: number, heading: number): Layout {
  const has = new Set(headed);
  return {
    size: (index) => (has.has(index) ? row + heading : row),
    top: (index) => index * row + headed.filter((one) => one < index).length * heading,
    id: `${row} ${heading} ${headed.join(' ')}`,
  };
}
