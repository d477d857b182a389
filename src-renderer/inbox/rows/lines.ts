import type { Row } from '../../../src-shared/inbox';

/** The rows of the list by index: the local ones, then what was asked of servers. */
export interface Lines {
  readonly count: number;
  readonly local: number;
  /** `undefined`: not loaded yet. */
  at(index: number): Row | undefined;
}

/** What the keyboard needs of the drawn list. */
export interface ListHandle {
  /** Scrolls a row into sight and puts the focus on it. */
  focus(index: number): void;
  /** Rows in sight, for a page up or down. */
  pageSize(): number;
}
