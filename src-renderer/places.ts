import type { AppState } from '../src-shared/app-state';
import { toQueryText, type Filter } from '../src-shared/filter';
import { FIRST_ROWS } from '../src-shared/first-rows';

/** Where the person is. The inbox is one place: what it shows is the filter. */
export type Place =
  | { readonly page: 'inbox' | 'welcome' | 'compare' }
  /** `section`: where to begin. */
  | { readonly page: 'preferences'; readonly section?: 'severities' }
  | { readonly page: 'account' | 'edit'; readonly account: string };

export const VIEWS = {
  inbox: FIRST_ROWS.filter,
  down: { down: true },
  critical: { level: 'critical' },
  snoozed: { snoozed: true },
  all: {},
} as const satisfies { readonly [name: string]: Filter };
export type View = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as readonly View[];

/** The view whose filter this is, if it is one's exactly. */
export function viewOf(filter: Filter): View | undefined {
  const text = toQueryText(filter);
  return VIEW_NAMES.find((name) => toQueryText(VIEWS[name]) === text);
}

/** Where a window opens: at what there is to see. */
function firstPlace(state: AppState): Place {
  const [first] = state.accounts;
  if (!first) return { page: 'welcome' };
  if (state.accounts.some(({ kind }) => kind === 'inbox')) return { page: 'inbox' };
  return { page: 'account', account: first.id };
}

/** The place as it can be: an account that was removed is none. */
export function placeIn(state: AppState, place: Place | null): Place {
  if (place === null) return firstPlace(state);
  if ('account' in place && !state.accounts.some(({ id }) => id === place.account)) return firstPlace(state);
  if (place.page === 'compare' && state.accounts.filter(({ kind }) => kind === 'tenant').length < 2)
    return firstPlace(state);
  if (place.page === 'inbox' && !state.accounts.some(({ kind }) => kind === 'inbox'))
    return firstPlace(state);
  return place;
}
