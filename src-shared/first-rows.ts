import type { Filter } from './filter';

/** What a new window asks for first of all: main asks the history for it while the window's process starts. */
export const FIRST_ROWS = {
  filter: { seen: false },
  offset: 0,
  limit: 100,
} as const satisfies { readonly filter: Filter; readonly offset: number; readonly limit: number };
