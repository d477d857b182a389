import type { AppState } from '../../src-shared/app-state';
import type { Row } from '../../src-shared/inbox';
import { LEVELS, type Level, type NotificationKey } from '../../src-shared/notification';
import type { Words } from '../../src-shared/messages/language';
import { titleOf, type TitleTools } from '../../src-shared/titles';

/** What a tray entry does when chosen; all of them end in the same functions as the window's buttons. */
export type TrayAction =
  | { readonly act: 'open' | 'preferences' | 'connect' | 'poll-now' | 'quit' | 'resume' }
  | { readonly act: 'open-item'; readonly key: NotificationKey }
  | { readonly act: 'mark-all'; readonly account: string }
  | { readonly act: 'pause'; readonly minutes: 30 | 60 };

export type TrayEntry =
  { readonly separator: true } | { readonly label: string; readonly action: TrayAction | null };

/** Which picture: the badge is the worst unseen level's shape, none for info. */
export interface TrayIcon {
  readonly mode: 'watching' | 'paused' | 'not-watching';
  readonly badge: Level | null;
  /** Unseen; drawn from 22 px up, "9+" beyond nine. */
  readonly count: number;
}

export interface TrayView {
  readonly icon: TrayIcon;
  /** One line, at most 120 characters (Windows cuts at 127). */
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
const MAX_LABEL = 60;

/** The tray as a function of the state, the last five unseen rows and wall time (ms). */
export function trayView(state: AppState, unseen: readonly Row[], words: Words, now: number): TrayView {
  return { icon: trayIcon(state), tooltip: tooltip(state, words, now), menu: menu(state, unseen, words) };
}

function trayIcon(state: AppState): TrayIcon {
  const lost = state.accounts.some(({ health }) => health.state === 'not-watching');
  const mode = lost ? 'not-watching' : state.pausedUntil === null ? 'watching' : 'paused';
  return { mode, badge: worst(state), count: state.counts.unseen };
}

function worst({ counts }: AppState): Level | null {
  return LEVELS.findLast((level) => counts.byLevel[level] > 0) ?? null;
}

/** "3 major, 5 unseen · polled 14:02" */
function tooltip(
  state: AppState,
  { messages: { tray, titles, failures }, format }: Words,
  now: number,
): string {
  const inboxes = state.accounts.filter(({ kind }) => kind === 'inbox');
  if (state.accounts.length === 0) return tray.noAccounts;
  const parts: string[] = [];
  for (const { name, health } of inboxes)
    if (health.state === 'not-watching')
      parts.push(
        tray.notWatching(name, failures[health.failure.kind](health.failure).what),
        tray.since(format.moment(health.since, now)),
      );
  if (state.pausedUntil !== null) parts.push(tray.paused(format.time(state.pausedUntil)));
  if (state.held > 0) parts.push(tray.held(state.held));
  const level = worst(state);
  const { unseen, byLevel } = state.counts;
  if (unseen === 0) parts.push(tray.allSeen);
  else if (level === null || level === 'info') parts.push(tray.counts(null, 0, unseen));
  else parts.push(tray.counts(titles.levels[level], byLevel[level], unseen));
  const polled = inboxes.map(({ polledAt }) => polledAt).filter((at) => at !== null);
  if (inboxes.length > 0)
    parts.push(polled.length > 0 ? tray.polled(format.time(Math.max(...polled))) : tray.notPolled);
  return cut(parts.join(' · '), MAX_TOOLTIP);
}

function menu(state: AppState, unseen: readonly Row[], words: Words): TrayEntry[] {
  const { tray } = words.messages;
  const inboxes = state.accounts.filter(({ kind }) => kind === 'inbox');
  const entry = (label: string, action: TrayAction | null): TrayEntry => ({
    label: cut(label, MAX_LABEL),
    action,
  });
  const separator: TrayEntry = { separator: true };
  const top = [entry(tray.open, { act: 'open' }), separator];
  const end = [separator, entry(tray.preferences, { act: 'preferences' }), entry(tray.quit, { act: 'quit' })];
  if (inboxes.length === 0) return [...top, entry(tray.connect, { act: 'connect' }), ...end];
  const tools: TitleTools = { ...words, names: state.preferences.subjectNames };
  const items = unseen.slice(0, 5).map((row) =>
    entry(`${words.format.time(row.key.ts / 1000)}  ${titleOf(row, tools)}`, {
      act: 'open-item',
      key: row.key,
    }),
  );
  const marks = inboxes
    .filter(({ counts }) => counts.unseen > 0)
    .map(({ id, name }) =>
      entry(inboxes.length > 1 ? tray.markAllOf(name) : tray.markAll, { act: 'mark-all', account: id }),
    );
  const pause =
    state.pausedUntil === null
      ? ([30, 60] as const).map((minutes) => entry(tray.pause(minutes), { act: 'pause', minutes }))
      : [entry(tray.resume(words.format.time(state.pausedUntil)), { act: 'resume' })];
  return [
    ...top,
    ...(items.length > 0 ? items : [entry(tray.noUnseen, null)]),
    separator,
    ...(marks.length > 0 ? marks : [entry(tray.markAll, null)]),
    ...pause,
    entry(tray.pollNow, { act: 'poll-now' }),
    ...end,
  ];
}

/** Cuts at whole characters, with an ellipsis. */
function cut(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max ? text : characters.slice(0, max - 1).join('') + '…';
}
