import { FIRST_ROWS } from '../../../src-shared/first-rows';

/** Rows are pulled so many at a time. */
export const PAGE = FIRST_ROWS.limit;

export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The pages that these rows lie on, and the one that is nearly in sight. */
export function pagesOf({ first, last }: Range): readonly number[] {
  const from = Math.floor(Math.max(0, first - PAGE / 4) / PAGE);
  const to = Math.floor((last + PAGE / 4) / PAGE);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
