import type { AccountState, AppState } from '../../../src-shared/app-state';
import type { Row } from '../../../src-shared/inbox';
import { LEVELS, type Level } from '../../../src-shared/notification';
import type { Words } from '../../../src-shared/messages/words';
import { cutAtWord } from '../cut';
import { trayMenu, type TrayEntry } from './tray-menu';

/** Which picture: the badge is the worst unseen level's shape, none for info. */
export interface TrayIcon {
  readonly mode: 'watching' | 'paused' | 'not-watching';
  readonly badge: Level | null;
  /** Unseen; drawn from 22 px up, "9+" beyond nine. */
  readonly count: number;
}

export interface TrayView {
  readonly icon: TrayIcon;
  /** One line, at most 120 characters (Windows cuts at 127), cut at a word. */
  readonly tooltip: string;
  readonly menu: readonly TrayEntry[];
}

/** Before anything is known: the icon is there first, what it tells comes later. */
export const startingView = (tooltip: string): TrayView => ({
  icon: { mode: 'watching', badge: null, count: 0 },
  tooltip,
  menu: [],
});

const MAX_TOOLTIP = 120;

/** The tray as a function of the state, the most urgent unseen rows and wall time (ms). */
export function trayView(state: AppState, unseen: readonly Row[], words: Words, now: number): TrayView {
  return {
    icon: trayIcon(state),
    tooltip: tooltip(state, words, now),
    menu: trayMenu(state, unseen, words, now),
  };
}

/** Those of a server; an archive has none. */
const inboxesOf = ({ accounts }: AppState): readonly AccountState[] =>
  accounts.filter(({ kind, health }) => kind === 'inbox' && health.state !== 'archived');

function trayIcon(state: AppState): TrayIcon {
  const lost = state.accounts.some(({ health }) => health.state === 'not-watching');
  const inboxes = inboxesOf(state);
  const all = inboxes.length > 0 && inboxes.every(({ health }) => health.state === 'paused');
  const mode = lost ? 'not-watching' : state.pausedUntil === null && !all ? 'watching' : 'paused';
  return { mode, badge: worst(state), count: state.counts.unseen };
}

function worst({ counts }: AppState): Level | null {
  return LEVELS.findLast((level) => counts.byLevel[level] > 0) ?? null;
}

/** "3 major, 5 unseen" */
function tooltip(
  state: AppState,
  { messages: { tray, titles, failures }, format }: Words,
  now: number,
): string {
  const inboxes = inboxesOf(state);
  if (state.accounts.length === 0) return tray.noAccounts;
  const watched = inboxes.filter(({ health }) => health.state !== 'paused');
  const parts: string[] = [];
  for (const { name, health } of inboxes)
    if (health.state === 'not-watching')
      parts.push(
        tray.notWatching(name, failures[health.failure.kind](health.failure).what),
        tray.since(format.moment(health.since, now)),
      );
  for (const { name, health } of inboxes)
    if (health.state === 'paused') parts.push(tray.health.paused(name, format.moment(health.since, now)));
  if (state.pausedUntil !== null) parts.push(tray.paused(format.moment(state.pausedUntil, now)));
  else if (state.quietUntil !== null) parts.push(tray.quiet(format.moment(state.quietUntil, now)));
  if (state.held > 0) parts.push(tray.held(state.held));
  const level = worst(state);
  const { unseen, byLevel } = state.counts;
  const { count: snoozed } = state.snoozed;
  if (unseen === 0 && snoozed > 0) parts.push(tray.noUnseen, tray.snoozed(snoozed));
  else if (unseen === 0) parts.push(watched.length < inboxes.length ? tray.noUnseen : tray.allSeen);
  else if (level === null || level === 'info') parts.push(tray.counts(null, 0, unseen));
  else parts.push(tray.counts(titles.levels[level], byLevel[level], unseen));
  // Not when it was polled: that would draw it anew with every poll, and what is not watched is said anyway.
  if (watched.length > 0 && watched.every(({ polledAt }) => polledAt === null)) parts.push(tray.notPolled);
  return cutAtWord(parts.join(' · '), MAX_TOOLTIP);
}
